import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import * as path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const START_WITHIN_MS = 30_000;
/** The address printed in QR codes; the tests open its path on the server that runs. */
export const PUBLIC_URL = 'http://luytre.test';

/** A real server of its own, on a copy of the demo year and a free port. */
export type Office = {
  url: string;
  /** What the server wrote: on a failure the place to look. */
  output(): string;
  stop(): Promise<void>;
};

/** Starts `server/main.ts` on a copy of the template's data folder; ready when it answers. */
export async function startOffice(template: string, dataDir: string): Promise<Office> {
  cpSync(template, dataDir, { recursive: true });
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', PUBLIC_URL, LOG_LEVEL: 'error', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += String(chunk);
  });
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the server did not start in time:\n${output}`)), START_WITHIN_MS);
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const [, found] = /đang chạy tại (http:\S+)/.exec(output) ?? [];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return { url, output: () => output, stop: () => stop(child) };
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
