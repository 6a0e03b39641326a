import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
export const CLIENT_DIR = join(ROOT, 'dist', 'client');
/** What the client is built from. */
const SOURCES = ['client', 'shared', 'locales', 'package-lock.json', 'lingui.config.ts'];

/** Builds the client when it was never built or a source is newer than the build. Answers whether it did. */
export async function buildClientIfNeeded(): Promise<boolean> {
  const built = await modifiedAt(join(CLIENT_DIR, 'index.html'));
  const sources = await Promise.all(SOURCES.map((source) => newestIn(join(ROOT, source))));
  if (built >= Math.max(...sources)) return false;
  await run(['node_modules/vite/bin/vite.js', 'build', '--config', 'client/vite.config.ts', '--logLevel', 'warn']);
  return true;
}

async function modifiedAt(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function newestIn(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return modifiedAt(path);
  const times = entries
    .filter((entry) => entry.isFile())
    .map((entry) => modifiedAt(join(entry.parentPath, entry.name)));
  return Math.max(0, ...(await Promise.all(times)));
}

function run(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the client could not be built (exit ${code})`)),
    );
  });
}
