import * as path from 'node:path';

export type DatabaseLocation = {
  /** Directory of everything that must survive: the SQLite file, files, keys, backups. */
  dataDir: string;
  /** The SQLite file, unless `url` is set. */
  file?: string;
  /** postgres://… */
  url?: string;
};

/** Where the database is, by `DATA_DIR` (default ./data) and `DATABASE_URL` (PostgreSQL, if set). */
export function databaseLocation(env: Readonly<Record<string, string | undefined>>): DatabaseLocation {
  const dataDir = path.resolve(env.DATA_DIR || 'data');
  const url = env.DATABASE_URL || undefined;
  return url === undefined ? { dataDir, file: path.join(dataDir, 'luy-tre.sqlite') } : { dataDir, url };
}
