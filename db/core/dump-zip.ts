import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { BackupError } from '#db/core/backup.ts';
import { DUMP_FORMAT, DUMP_MANIFEST, DUMP_VERSION, type DumpManifest } from '#db/core/dump-manifest.ts';

const MOST_MANIFEST_BYTES = 200 * 1024 * 1024;

/** A dump opened for reading, its parts by name. */
export class DumpZip {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly manifest: DumpManifest;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, manifest: DumpManifest) {
    this.#zip = zip;
    this.#entries = entries;
    this.manifest = manifest;
  }

  /** @throws BackupError for what is no complete dump, or one of a newer format */
  static async open(from: string): Promise<DumpZip> {
    let zip: ZipFile;
    try {
      zip = await yauzl.openPromise(from, { autoClose: false, lazyEntries: true });
    } catch (error) {
      throw new BackupError(`${from} không phải tệp kết xuất đọc được (${(error as Error).message}).`);
    }
    try {
      const entries = await entriesOf(zip);
      const manifest = await manifestOf(zip, entries);
      if (manifest?.format !== DUMP_FORMAT)
        throw new BackupError(`${from} không phải tệp kết xuất hoàn chỉnh (thiếu hoặc hỏng ${DUMP_MANIFEST}).`);
      if (manifest.version > DUMP_VERSION)
        throw new BackupError(
          `${from} có định dạng phiên bản ${manifest.version}, mới hơn chương trình này (${DUMP_VERSION}). Hãy cài phiên bản mới của chương trình.`,
        );
      return new DumpZip(zip, entries, manifest);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** @throws BackupError naming the part when it is not there or cannot be read */
  async read(part: string): Promise<Readable> {
    const entry = this.#entries.get(part);
    if (!entry) throw damaged(part);
    return openEntry(this.#zip, entry).catch((error: unknown) => {
      throw damaged(part, error);
    });
  }

  close(): void {
    this.#zip.close();
  }
}

/** To be thrown: says which part of the dump is not what it was. */
export function damaged(part: string, cause?: unknown): BackupError {
  if (cause instanceof BackupError) return cause;
  const why = cause instanceof Error ? ` (${cause.message})` : '';
  return new BackupError(
    `Tệp kết xuất bị hỏng ở phần ${part}${why}. Không nạp dòng nào. Hãy lấy lại tệp từ nguồn rồi nạp lại.`,
  );
}

/** Passes content on and complains at its end when it is not what the manifest says. */
export async function* checked(source: Readable, part: string, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw damaged(part, error);
  }
  if (hash.digest('hex') !== sha256) throw damaged(part);
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream as Readable)));
  });
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) => reject(new BackupError(`Tệp kết xuất bị hỏng (${error.message}).`)));
    zip.readEntry();
  });
}

async function manifestOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<DumpManifest | undefined> {
  const entry = entries.get(DUMP_MANIFEST);
  if (!entry || entry.uncompressedSize > MOST_MANIFEST_BYTES) return undefined;
  try {
    return JSON.parse((await buffer(await openEntry(zip, entry))).toString('utf8')) as DumpManifest;
  } catch {
    return undefined;
  }
}
