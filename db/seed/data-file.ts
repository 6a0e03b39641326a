import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads one of the data files that come with the program (db/seed/data; sources in its README). */
export function readDataFile<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'data', name), 'utf8')) as Shape;
}
