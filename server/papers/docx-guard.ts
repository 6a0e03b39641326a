import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { harmIn } from '#server/papers/docx-contents.ts';
import type { Facts } from '#shared/core/reason.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { MOST_TEMPLATE_BYTES } from '#shared/papers/paper-names.ts';

const MB = 1024 * 1024;
/** A template with a coat of arms and a seal has some 100 kB; whoever unpacks more than this means harm. */
const LIMITS = { file: MOST_TEMPLATE_BYTES, parts: 500, unpacked: 40 * MB, swellFrom: 1 * MB, swell: 100 } as const;

/** The end of an archive without a comment, and the fixed part of an entry of its directory. */
const END_BYTES = 22;
const END_MARK = 0x06054b50;
const ENTRY_BYTES = 46;

/** By name of the part: what runs or brings something else along. */
const ACTIVE: readonly (readonly [part: RegExp, code: string])[] = [
  [/vba|macro|activex/i, 'paper.macro'],
  [/(^|\/)(embeddings\/|afchunk|altchunk)/i, 'paper.embedded'],
];

/**
 * Looks at a Word file before anybody unpacks it: kind by content, sizes by the real bytes, macros, embedded and
 * outside parts, fields that fetch or run, document types in XML.
 *
 * @returns the texts of its XML parts by name
 * @throws Refusal paper.too-large, paper.not-word, paper.damaged, paper.zip-bomb, paper.macro, paper.embedded, paper.outside,
 * paper.field, paper.doctype
 */
export async function guardDocx(file: Uint8Array, name: string): Promise<ReadonlyMap<string, string>> {
  if (file.byteLength > LIMITS.file) refuse('paper.too-large', { limitMb: LIMITS.file / MB });
  if (file[0] !== 0x50 || file[1] !== 0x4b) refuse('paper.not-word', { name });
  const zip = await yauzl
    .fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.byteLength), {
      validateEntrySizes: true,
      strictFileNames: true,
    })
    .catch(() => refuse('paper.damaged', { name }));
  try {
    return await readParts(zip, file, name);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const lied = /too many bytes/i.test(error instanceof Error ? error.message : '');
    return refuse(lied ? 'paper.zip-bomb' : 'paper.damaged', { name, limitMb: LIMITS.unpacked / MB });
  } finally {
    zip.close();
  }
}

async function readParts(zip: yauzl.ZipFile, file: Uint8Array, name: string): Promise<ReadonlyMap<string, string>> {
  const entries: yauzl.Entry[] = [];
  if (zip.entryCount > LIMITS.parts) refuse('paper.damaged', { name });
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize: size, compressedSize } = entry;
    const isTwice = entries.some((other) => other.fileName === fileName);
    if (isTwice || entry.isEncrypted() || !entry.canDecodeFileData()) refuse('paper.damaged', { name });
    unpacked += size;
    const swells = size > LIMITS.swellFrom && size > LIMITS.swell * Math.max(compressedSize, 1);
    if (swells || unpacked > LIMITS.unpacked) refuse('paper.zip-bomb', { name, limitMb: LIMITS.unpacked / MB });
    const active = ACTIVE.find(([part]) => part.test(fileName));
    if (active) refuse(active[1], { name });
    entries.push(entry);
  }
  requireOneReading(file, entries, name);
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const isText = /\.(xml|rels)$/i.test(entry.fileName);
    const pieces: Buffer[] = [];
    const stream = (await zip.openReadStreamPromise(entry)) as Readable;
    for await (const chunk of stream as AsyncIterable<Buffer>) if (isText) pieces.push(chunk);
    if (isText) texts.set(entry.fileName, textOf(Buffer.concat(pieces), name));
  }
  const harm = harmIn(texts, name);
  if (harm) refuse(harm.code, harm.facts ?? {});
  return texts;
}

/**
 * Its directory fills the room right before the end of the file, to the byte: the library that fills reads archives by
 * other marks than the one that looks, and they must not see two different ones.
 */
function requireOneReading(file: Uint8Array, entries: readonly yauzl.Entry[], name: string): void {
  const end = new DataView(file.buffer, file.byteOffset + file.byteLength - END_BYTES, END_BYTES);
  const [size, offset] = [end.getUint32(12, true), end.getUint32(16, true)];
  const listed = entries.reduce(
    (sum, one) => sum + ENTRY_BYTES + one.fileNameLength + one.extraFieldLength + one.fileCommentLength,
    0,
  );
  const isOne = end.getUint32(0, true) === END_MARK && listed === size && offset + size + END_BYTES === file.byteLength;
  if (!isOne) refuse('paper.damaged', { name });
}

/** Word writes UTF-8; UTF-16 is allowed by the format and would hide a document type from the look above. */
function textOf(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('paper.damaged', { name });
  }
}

function refuse(code: string, facts: Facts): never {
  throw new Refusal('refused', [{ code, facts }]);
}
