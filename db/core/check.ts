import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely, sql } from 'kysely';
import type { Db } from '#db/core/connect.ts';
import type { Invariant } from '#db/core/invariant.ts';
import { sqliteLongReads } from '#db/core/sqlite-dialect.ts';

export type CheckResult = { name: string; sentence: string; broken: unknown[] };

/** Asks every invariant of every feature, and SQLite about its own file. */
export async function checkDatabase(db: Db, invariants?: readonly Invariant[]): Promise<CheckResult[]> {
  const results: CheckResult[] = db.engine === 'sqlite' ? await checkSqlite(db) : [];
  for (const { name, sentence, find } of invariants ?? (await loadInvariants())) {
    results.push({ name, sentence, broken: await find(db.longReads) });
  }
  return results;
}

/** The invariants of `db/<feature>/<feature>.invariants.ts`, in the order of their names. */
export async function loadInvariants(): Promise<Invariant[]> {
  const root = path.join(import.meta.dirname, '..');
  const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.invariants.ts')).sort();
  const loaded: Invariant[] = [];
  for (const file of files) {
    const { invariants } = (await import(pathToFileURL(path.join(root, file)).href)) as { invariants: Invariant[] };
    loaded.push(...invariants);
  }
  return loaded;
}

async function checkSqlite(db: Db): Promise<CheckResult[]> {
  const integrity = await integrityOf(db.file!);
  const foreignKeys = await sql`pragma foreign_key_check`.execute(db.longReads);
  return [
    {
      name: 'sqlite-integrity',
      sentence: 'Tệp cơ sở dữ liệu không bị hỏng.',
      broken: integrity.filter((row) => row.integrity_check !== 'ok'),
    },
    {
      name: 'sqlite-foreign-keys',
      sentence: 'Mọi dòng được tham chiếu đều tồn tại.',
      broken: foreignKeys.rows,
    },
  ];
}

/**
 * By a handle of its own: one that has read a word index before compares it with what it remembers of it, and calls
 * an index that somebody else has changed since corrupt (SQLite 3.54.1; searching with it is right all the same).
 */
async function integrityOf(file: string): Promise<{ integrity_check: string }[]> {
  const fresh = new Kysely<unknown>({ dialect: sqliteLongReads(file, 1, () => {}) });
  try {
    return (await sql<{ integrity_check: string }>`pragma integrity_check`.execute(fresh)).rows;
  } finally {
    await fresh.destroy();
  }
}
