import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
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
    seed(path.join(directory, 'sqlite'), {});
    seed(path.join(directory, 'postgres'), { DATABASE_URL: await createDatabase(cluster, TEMPLATE_DATABASE) });
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
function seed(dataDir: string, env: Record<string, string>): void {
  mkdirSync(dataDir);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['db/cli.ts', 'seed'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the demo year could not be made:\n${stdout}${stderr}`);
}
