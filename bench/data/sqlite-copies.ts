import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Copies } from '#bench/data/copy.ts';
import { DATABASE_FILE, sqliteImage } from '#bench/data/sqlite-image.ts';

/** @param directory where the copies live; its owner removes it */
export async function sqliteCopies(rows: number, directory: string): Promise<Copies> {
  const image = await sqliteImage(rows);
  return {
    async make() {
      const dataDir = fs.mkdtempSync(path.join(directory, 'data-'));
      fs.cpSync(image, dataDir, { recursive: true });
      return { dataDir, file: path.join(dataDir, DATABASE_FILE) };
    },
    close: async () => {},
  };
}
