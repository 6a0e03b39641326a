import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { buildClientIfNeeded } from '#server/client-build.ts';
import { createDatabase, startPostgres } from '#test/core/postgres-cluster.ts';
import { removeTemporary, sweepTemporary, temporaryDirectory } from '#test/core/temporary.ts';
import { TEMPLATE_DATABASE } from '#test/e2e/office.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/**
 * Once per run: the built client, and the demo year in a data folder and in a PostgreSQL database, which every test
 * copies. What the tests leave is kept for the run that asks for it (E2E_OFFICES, E2E_POSTGRES), else thrown away.
 */
export default async function setup(): Promise<() => Promise<void>> {
  sweepTemporary();
  await buildClientIfNeeded();
  const directory = temporaryDirectory('e2e');
  const own = process.env.E2E_POSTGRES === undefined ? await startPostgres() : undefined;
  const cluster = own?.url ?? process.env.E2E_POSTGRES!;
  const tidy = async () => {
    await own?.stop();
    removeTemporary(directory);
  };
  try {
    const address = await createDatabase(cluster, TEMPLATE_DATABASE);
    await Promise.all([
      seed(path.join(directory, 'sqlite'), {}),
      seed(path.join(directory, 'postgres'), { DATABASE_URL: address }),
    ]);
  } catch (error) {
    await tidy();
    throw error;
  }
  process.env.E2E_TEMPLATES = directory;
  process.env.E2E_POSTGRES = cluster;
  process.env.E2E_OFFICES ??= directory;
  return tidy;
}

/** The folder holds keys and files on both engines. */
async function seed(dataDir: string, env: Record<string, string>): Promise<void> {
  mkdirSync(dataDir);
  const cache = path.join(ROOT, 'node_modules/.cache/node');
  await promisify(execFile)(process.execPath, ['db/cli.ts', 'seed'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: cache, DATA_DIR: dataDir, ...env },
  }).catch((error: Error & { stdout: string; stderr: string }) => {
    throw new Error(`the demo year could not be made:\n${error.stdout}${error.stderr}`);
  });
}
