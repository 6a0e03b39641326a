import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { DumpInfo } from '#shared/dumps/dumps.schema.ts';

const ID = /^[0-9a-f-]{36}$/;

/**
 * DATA_DIR/dumps: each dump as `<id>.zip` with what is told of it in `<id>.json`. Outside the store of documents, or
 * every dump would hold the ones before it; outside the table, for the same reason.
 */
export class DumpShelf {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = path.join(dataDir, 'dumps');
  }

  async prepare(): Promise<void> {
    await fs.mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  fileOf(id: string): string {
    if (!ID.test(id)) throw new Error('not an id');
    return path.join(this.#folder, `${id}.zip`);
  }

  /** Where a dump is written before it is known: a run that died leaves it, the next one clears it. */
  async newFile(id: string): Promise<string> {
    await this.prepare();
    await fs.rm(this.fileOf(id), { force: true });
    await fs.rm(`${this.fileOf(id)}.partial`, { force: true });
    return this.fileOf(id);
  }

  async put(info: DumpInfo): Promise<void> {
    const told = path.join(this.#folder, `${info.id}.json`);
    const arriving = `${told}.${randomUUID()}`;
    await fs.writeFile(arriving, JSON.stringify(info), { mode: 0o600, flush: true });
    await fs.rename(arriving, told);
  }

  async find(id: string): Promise<DumpInfo | undefined> {
    if (!ID.test(id)) return undefined;
    return fs.readFile(path.join(this.#folder, `${id}.json`), 'utf8').then(
      (text) => JSON.parse(text) as DumpInfo,
      () => undefined,
    );
  }

  /** Newest first. */
  async list(): Promise<DumpInfo[]> {
    const names = await fs.readdir(this.#folder).catch(() => []);
    const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    const found = await Promise.all(ids.map((id) => this.find(id)));
    return found.filter((info) => info !== undefined).toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
  }

  async remove(id: string): Promise<void> {
    await fs.rm(path.join(this.#folder, `${id}.json`), { force: true });
    await fs.rm(this.fileOf(id), { force: true });
  }
}
