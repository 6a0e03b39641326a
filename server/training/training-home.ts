import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { TrainingInfo } from '#shared/training/training.schema.ts';

/** What stands in `copy.json`, the last file of a whole copy. */
export type CopyFacts = Omit<TrainingInfo, 'sizeBytes'> & {
  /** The schema of PostgreSQL it lies in; null on SQLite. */
  schema: string | null;
};

const FACTS = 'copy.json';

/**
 * DATA_DIR/training: the copy people train in, with its own database file (SQLite), documents and keys. A copy grows in
 * `training.part` and is named `training.ready` when it is whole: whatever the moment a process dies, `training` is
 * either not there or a whole copy.
 */
export class TrainingHome {
  readonly #dataDir: string;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  get folder(): string {
    return path.join(this.#dataDir, 'training');
  }

  get #part(): string {
    return path.join(this.#dataDir, 'training.part');
  }

  get #gone(): string {
    return path.join(this.#dataDir, 'training.gone');
  }

  get #ready(): string {
    return path.join(this.#dataDir, 'training.ready');
  }

  /** What is told of the copy; undefined when there is none. */
  facts(): Promise<CopyFacts | undefined> {
    return factsIn(this.folder);
  }

  /** A whole copy that waits to take its place. */
  readyFacts(): Promise<CopyFacts | undefined> {
    return factsIn(this.#ready);
  }

  /** An empty folder to make a copy in; what a run that died left behind goes. */
  async begin(): Promise<string> {
    await this.discardParts();
    await fs.mkdir(this.#part, { recursive: true, mode: 0o700 });
    return this.#part;
  }

  /** The copy is whole: from here on it will take its place, whatever happens. */
  async finish(facts: CopyFacts): Promise<void> {
    const file = path.join(this.#part, FACTS);
    await fs.writeFile(file, JSON.stringify(facts), { mode: 0o600, flush: true });
    await fs.rename(this.#part, this.#ready);
  }

  /** Puts the whole copy in place of the one that is there. Nobody may have that one open. */
  async takePlace(): Promise<void> {
    await this.remove();
    await fs.rename(this.#ready, this.folder);
  }

  /** Renamed first, so that no half of it is ever taken for a copy. */
  async remove(): Promise<void> {
    const going = this.#gone;
    await fs.rm(going, { recursive: true, force: true });
    await fs.rename(this.folder, going).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await fs.rm(going, { recursive: true, force: true });
  }

  async discardParts(): Promise<void> {
    await fs.rm(this.#gone, { recursive: true, force: true });
    await fs.rm(this.#part, { recursive: true, force: true });
    await fs.rm(this.#ready, { recursive: true, force: true });
  }
}

async function factsIn(folder: string): Promise<CopyFacts | undefined> {
  const text = await fs.readFile(path.join(folder, FACTS), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : (JSON.parse(text) as CopyFacts);
}

/** Bytes of every file under a folder; 0 for one that is not there. */
export async function bytesUnder(folder: string): Promise<number> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries)
    if (entry.isFile())
      bytes += await fs.stat(path.join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0, // gone meanwhile
      );
  return bytes;
}
