import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { inject } from 'vitest';
import { type Db, openDatabase } from '#db/core/connect.ts';
import type { Engine } from '#db/core/schema.ts';
import { atEndOfFile } from '#test/core/end-of-file.ts';
import type { PostgresCluster } from '#test/core/postgres.setup.ts';
import { createDatabase, dropDatabase } from '#test/core/postgres-cluster.ts';
import { removeTemporary, temporaryDirectory } from '#test/core/temporary.ts';

/** The engine this test project runs on. */
export const engine: Engine = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';

/**
 * A fresh, migrated, real database of this project's engine, opened as in production.
 * Closed and removed at the end of the test file. Call it once per file, or per test where rows would disturb.
 */
export async function testDb(): Promise<Db> {
  return engine === 'postgres' ? newPostgres() : newSqlite();
}

/** A directory that is removed at the end of the test file. */
export function testDirectory(): string {
  const directory = temporaryDirectory('file');
  atEndOfFile(() => removeTemporary(directory));
  return directory;
}

async function newSqlite(): Promise<Db> {
  const directory = temporaryDirectory('file');
  const file = path.join(directory, 'luy-tre.sqlite');
  fs.copyFileSync(inject('sqliteImage'), file);
  const db = await openDatabase({ file });
  atEndOfFile(async () => {
    await db.close();
    removeTemporary(directory);
  });
  return db;
}

async function newPostgres(): Promise<Db> {
  const cluster = inject('postgres');
  const url = await createPostgresDatabase(cluster, cluster.template);
  const db = await openDatabase({ url, poolSize: 4 });
  atEndOfFile(async () => {
    await db.close();
    await dropPostgresDatabase(cluster, url);
  });
  return db;
}

/** An empty (`template0`) or migrated database; gives its address. */
function createPostgresDatabase(cluster: PostgresCluster, template: string): Promise<string> {
  return createDatabase(cluster.url, `test_${randomUUID().replaceAll('-', '')}`, template);
}

function dropPostgresDatabase(cluster: PostgresCluster, url: string): Promise<void> {
  return dropDatabase(cluster.url, new URL(url).pathname.slice(1));
}

/** A fresh database without any table, for tests of migrations; closed and removed like `testDb`. */
export async function emptyDb(): Promise<Db> {
  if (engine === 'sqlite') {
    const db = await openDatabase({ file: path.join(testDirectory(), 'empty.sqlite') });
    atEndOfFile(() => db.close());
    return db;
  }
  const cluster = inject('postgres');
  const url = await createPostgresDatabase(cluster, 'template0');
  const db = await openDatabase({ url, poolSize: 4 });
  atEndOfFile(async () => {
    await db.close();
    await dropPostgresDatabase(cluster, url);
  });
  return db;
}
