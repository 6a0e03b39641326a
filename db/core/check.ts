import { readdir } from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import type { Db } from '#db/core/connect.ts';
import type { Invariant } from '#db/core/invariant.ts';

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
  const integrity = await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(db.longReads);
  const foreignKeys = await sql`pragma foreign_key_check`.execute(db.longReads);
  return [
    {
      name: 'sqlite-integrity',
      sentence: 'Tệp cơ sở dữ liệu không bị hỏng.',
      broken: integrity.rows.filter((row) => row.integrityCheck !== 'ok'),
    },
    {
      name: 'sqlite-foreign-keys',
      sentence: 'Mọi dòng được tham chiếu đều tồn tại.',
      broken: foreignKeys.rows,
    },
  ];
}
