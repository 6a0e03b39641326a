import * as fs from 'node:fs';
import * as path from 'node:path';
import { imageDirectory, removeStaleImages } from '#bench/data/image-key.ts';
import { prepareEmpty } from '#bench/data/prepare.ts';
import { Registry } from '#bench/data/rows.ts';
import { fillSqlite } from '#bench/data/sqlite-fill.ts';

/** Name of the database inside DATA_DIR, as the server expects it. */
export const DATABASE_FILE = 'luy-tre.sqlite';

/**
 * A data folder with a SQLite registry of so many awards, made if it is not cached. Never open it: copy it.
 *
 * @returns path of the folder
 */
export async function sqliteImage(rows: number): Promise<string> {
  const image = imageDirectory('sqlite', rows);
  if (fs.existsSync(image)) return image;
  removeStaleImages(image);
  const building = `${image}-building-${process.pid}`;
  fs.mkdirSync(building, { recursive: true });
  try {
    const file = path.join(building, DATABASE_FILE);
    const provinces = await prepareEmpty({ file }, building);
    fillSqlite(file, new Registry(rows, provinces));
    fs.renameSync(building, image); // whole or not at all
  } catch (error) {
    fs.rmSync(building, { recursive: true, force: true });
    throw error;
  }
  return image;
}
