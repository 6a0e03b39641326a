import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '#shared/core/refusal.ts';
import { MOST_FILE_BYTES } from '#shared/files/files.schema.ts';

/** Content that arrived and waits under its hash for the row that names it. */
export type Arrived = { path: string; sha256: string; sizeBytes: number };

const MIB = 1024 * 1024;
const HASH = /^[0-9a-f]{64}$/;

/**
 * DATA_DIR/files: content by its SHA-256 in `ab/cdef…`, what is still arriving in `incoming/`.
 * The order is: arrive → row committed → `keep`. Killed in between, `sweep` finishes the work from what it finds.
 */
export class FileStore {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = path.join(dataDir, 'files');
  }

  pathOf(sha256: string): string {
    if (!HASH.test(sha256)) throw new Error('not a SHA-256');
    return path.join(this.#folder, sha256.slice(0, 2), sha256.slice(2));
  }

  /**
   * Writes a stream to disk while hashing it.
   *
   * @param id names the file while it arrives; unique
   * @param mostBytes 20 MB for what people send; what the program makes itself has no limit
   * @throws Refusal file.too-large, file.empty
   */
  async receive(source: Readable, id: string, name: string, mostBytes = MOST_FILE_BYTES): Promise<Arrived> {
    const incoming = path.join(this.#folder, 'incoming');
    await fs.mkdir(incoming, { recursive: true, mode: 0o700 });
    const arriving = path.join(incoming, `${id}.part`);
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const file = await fs.open(arriving, 'wx', 0o600);
    try {
      // Destroying the request would cut the line before the answer that says why.
      for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        sizeBytes += chunk.length;
        if (sizeBytes > mostBytes) throw tooLarge();
        hash.update(chunk);
        await file.write(chunk);
      }
      if (sizeBytes === 0) throw new Refusal('refused', [{ code: 'file.empty', facts: { name } }]);
      await file.sync();
    } catch (error) {
      await file.close();
      await fs.rm(arriving, { force: true });
      throw error;
    }
    await file.close();
    const sha256 = hash.digest('hex');
    const arrived = path.join(incoming, `${id}.${sha256}`);
    await fs.rename(arriving, arrived);
    return { path: arrived, sha256, sizeBytes };
  }

  /** Puts arrived content in its place; the same content may be there already. */
  async keep({ path: arrived, sha256 }: Pick<Arrived, 'path' | 'sha256'>): Promise<void> {
    const place = this.pathOf(sha256);
    await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await fs.rename(arrived, place);
  }

  async discard(arrived: Pick<Arrived, 'path'>): Promise<void> {
    await fs.rm(arrived.path, { force: true });
  }

  async has(sha256: string): Promise<boolean> {
    return fs.stat(this.pathOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  /**
   * Puts right what a crash left: content whose row was committed is kept, content without a living row goes.
   * Nothing younger than `graceMs` is touched, for it may be on its way.
   *
   * @param isUsed whether a row that was not removed names this hash
   */
  async sweep(isUsed: (sha256: string) => Promise<boolean>, graceMs = 3_600_000): Promise<SweepResult> {
    const result: SweepResult = { kept: 0, removed: 0 };
    for (const file of await this.#all()) {
      const { mtimeMs } = await fs.stat(file.path);
      if (Date.now() - mtimeMs < graceMs) continue;
      const used = file.sha256 !== undefined && (await isUsed(file.sha256));
      if (used && !file.isIncoming) continue;
      if (used && file.sha256 !== undefined && !(await this.has(file.sha256))) {
        await this.keep({ path: file.path, sha256: file.sha256 });
        result.kept += 1;
      } else {
        await fs.rm(file.path, { force: true });
        result.removed += 1;
      }
    }
    return result;
  }

  async #all(): Promise<Found[]> {
    const found: Found[] = [];
    for (const folder of await names(this.#folder)) {
      const isIncoming = folder === 'incoming';
      for (const name of await names(path.join(this.#folder, folder))) {
        const sha256 = isIncoming ? name.split('.').at(-1)! : folder + name;
        const known = HASH.test(sha256) ? sha256 : undefined;
        found.push({ path: path.join(this.#folder, folder, name), isIncoming, sha256: known });
      }
    }
    return found;
  }
}

export type SweepResult = { kept: number; removed: number };
type Found = { path: string; isIncoming: boolean; sha256: string | undefined };

export function tooLarge(): Refusal {
  return new Refusal('refused', [{ code: 'file.too-large', facts: { limitMb: MOST_FILE_BYTES / MIB } }]);
}

async function names(folder: string): Promise<string[]> {
  return fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}
