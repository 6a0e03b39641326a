import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Engine } from '#db/core/schema.ts';
import { createDatabase } from '#test/core/postgres-cluster.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const START_WITHIN_MS = 120_000;
/** The address printed in QR codes; the tests open its path on the server that runs. */
export const PUBLIC_URL = 'http://luytre.test';

/** The seeded database on PostgreSQL that every office copies. */
export const TEMPLATE_DATABASE = 'demo_year';
/** In the data folder of an office on PostgreSQL: the address of its database. */
const ADDRESS_FILE = 'database-url';

/** A real server of its own, on a copy of the demo year and a free port. */
export type Office = {
  url: string;
  /** What the server wrote: on a failure the place to look. */
  output(): string;
  stop(): Promise<void>;
};

/**
 * Starts the server on a copy of the demo year; ready when it answers.
 *
 * @param dataDir folder to make
 */
export async function startOffice(engine: Engine, dataDir: string): Promise<Office> {
  cpSync(path.join(process.env.E2E_TEMPLATES!, engine), dataDir, { recursive: true });
  if (engine === 'postgres') {
    const name = `office_${randomUUID().replaceAll('-', '')}`;
    const address = await createDatabase(process.env.E2E_POSTGRES!, name, TEMPLATE_DATABASE);
    writeFileSync(path.join(dataDir, ADDRESS_FILE), address);
  }
  return startServer({ ...environmentOf(dataDir), TZ: 'UTC' });
}

/** What a program is told to work on the database of an office, e.g. `npm run db -- check`. */
export function environmentOf(dataDir: string): Record<string, string> {
  const address = path.join(dataDir, ADDRESS_FILE);
  return { DATA_DIR: dataDir, ...(existsSync(address) && { DATABASE_URL: readFileSync(address, 'utf8') }) };
}

/** A server on a free port with these settings, and PUBLIC_URL. */
export async function startServer(settings: Record<string, string>): Promise<Office> {
  const child = spawn(process.execPath, ['server/start.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: '0', PUBLIC_URL, LOG_LEVEL: 'error', ...settings },
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
