import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { buildClientIfNeeded } from '#server/client-build.ts';
import { removeTemporary, sweepTemporary, temporaryDirectory } from '#test/core/temporary.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/**
 * Once per run: the built client and a data folder with the demo year, which every test copies. The folders the
 * tests leave are kept for the run that asks for them (E2E_OFFICES), else thrown away.
 */
export default async function setup(): Promise<() => void> {
  sweepTemporary();
  await buildClientIfNeeded();
  const directory = temporaryDirectory('e2e');
  const template = path.join(directory, 'template');
  mkdirSync(template);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['db/cli.ts', 'seed'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: template },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the demo year could not be made:\n${stdout}${stderr}`);
  process.env.E2E_TEMPLATE = template;
  process.env.E2E_OFFICES ??= directory;
  return () => removeTemporary(directory);
}
