import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const SOURCES = ['db/migrations', 'db/seed/data', 'db/seed/catalogue.ts', 'db/core/schema.ts', 'bench/data'];

/**
 * Folder of the cached database of this size. Its name has a hash of all that decides its content, so a changed
 * migration or generator makes a new one.
 */
export function imageDirectory(engine: string, rows: number): string {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesOf(path.join(ROOT, source)))
      hash.update(path.relative(ROOT, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  const suffix = engine === 'sqlite' ? '' : `-${engine}`;
  return path.join(os.tmpdir(), `luytre-bench-${hash.digest('hex').slice(0, 12)}-${rows}${suffix}`);
}

/** Removes images of the same size and engine that belong to an older schema or generator. */
export function removeStaleImages(image: string): void {
  const [name, folder] = [path.basename(image), path.dirname(image)];
  const others = new RegExp(`^${name.replace(/-[0-9a-f]{12}-/, '-[0-9a-f]{12}-')}$`);
  for (const other of fs.readdirSync(folder))
    if (other !== name && others.test(other)) fs.rmSync(path.join(folder, other), { recursive: true, force: true });
}

function filesOf(location: string): string[] {
  if (fs.statSync(location).isFile()) return [location];
  return fs
    .readdirSync(location, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
