import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { LIMITS } from '#server/imports/reading/reading-limits.ts';
import { Refusal } from '#shared/core/refusal.ts';

/** An archive whose directory was found harmless. */
export type GuardedZip = {
  has: (part: string) => boolean;
  names: readonly string[];
  /** Bytes that all parts say they unpack to. */
  unpacked: number;
  /** The bytes of a part. A part longer than its header says ends the reading with a Refusal. */
  read: (part: string) => AsyncGenerator<Buffer>;
  close: () => void;
};

const MB = 1_000_000;

/**
 * Opens an archive and looks at its directory before anything is unpacked: number of parts, sizes, how much they
 * swell, names twice, encryption. What the directory says of sizes is checked again on the real bytes.
 *
 * @throws Refusal import.zip-bomb, import.strange-zip, import.damaged
 */
export async function openGuardedZip(path: string, name: string): Promise<GuardedZip> {
  const zip = await yauzl
    .openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
    .catch(() => refuse('import.damaged', { name }));
  try {
    const { entries, unpacked } = await readDirectory(zip, name);
    return {
      has: (part) => entries.has(part),
      names: [...entries.keys()],
      unpacked,
      read: (part) => readPart(zip, entries.get(part), name),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof Refusal ? error : refusal('import.damaged', { name });
  }
}

async function readDirectory(
  zip: yauzl.ZipFile,
  name: string,
): Promise<{ entries: Map<string, yauzl.Entry>; unpacked: number }> {
  if (zip.entryCount > LIMITS.parts) refuse('import.strange-zip', { name, part: String(zip.entryCount) });
  const entries = new Map<string, yauzl.Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const part = entry.fileName;
    const strange = entry.isEncrypted() || !entry.canDecodeFileData() || entries.has(part);
    if (strange) refuse('import.strange-zip', { name, part: part.slice(0, 80) });
    const size = entry.uncompressedSize;
    unpacked += size;
    const limit = /sharedStrings/i.test(part) ? LIMITS.sharedStrings : LIMITS.part;
    if (size > limit) bomb(name, size, limit);
    if (size > LIMITS.swellFrom && size > LIMITS.swell * Math.max(entry.compressedSize, 1))
      bomb(name, size, Math.round((LIMITS.swell * entry.compressedSize) / MB) * MB);
    if (unpacked > LIMITS.unpacked) bomb(name, unpacked, LIMITS.unpacked);
    entries.set(part, entry);
  }
  return { entries, unpacked };
}

async function* readPart(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined, name: string): AsyncGenerator<Buffer> {
  if (!entry) throw refusal('import.damaged', { name });
  let bytes = 0;
  let sum = 0;
  try {
    const stream = (await zip.openReadStreamPromise(entry)) as Readable;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) bomb(name, bytes, entry.uncompressedSize);
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw new Error('the bytes are not those that were packed');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The library checks the size too and is the first to notice.
    const lied = /too many bytes/i.test(error instanceof Error ? error.message : '');
    throw refusal(lied ? 'import.zip-bomb' : 'import.damaged', {
      name,
      ...(lied && { unpackedCount: Math.ceil(bytes / MB) + 1, limitCount: Math.ceil(entry.uncompressedSize / MB) }),
    });
  }
}

function bomb(name: string, size: number, limit: number): never {
  return refuse('import.zip-bomb', {
    name,
    unpackedCount: Math.max(Math.round(size / MB), 1),
    limitCount: Math.round(limit / MB),
  });
}

function refusal(code: string, facts: Record<string, string | number>): Refusal {
  return new Refusal('refused', [{ code, facts }]);
}

function refuse(code: string, facts: Record<string, string | number>): never {
  throw refusal(code, facts);
}
