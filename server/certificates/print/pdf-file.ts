/** One object of a PDF: its text, and the bytes of its stream as they lie in the file. */
export type PdfObject = Readonly<{ text: string; stream: Uint8Array | null }>;

/** A PDF file taken apart. Numbers are those of its objects. */
export type PdfFile = Readonly<{
  objects: ReadonlyMap<number, PdfObject>;
  catalog: number;
  info: number;
  /** Permanent and changing identifier, as they stand in the file. */
  id: readonly [string, string];
}>;

const TAIL = 2_000;
const STREAM = '\nstream\n';
const END_STREAM = '\nendstream';

/**
 * Takes a PDF apart that Typst wrote: a plain table of objects, nothing but contents compressed, generation 0
 * throughout. No reader of PDFs at large.
 *
 * @throws Error when the file is built in another way, as a future version of Typst might
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = file.subarray(-TAIL).toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF/.exec(tail)?.[1] ?? Number.NaN);
  const trailer = /trailer\n<<([\s\S]*?)>>\nstartxref/.exec(tail)?.[1] ?? '';
  const [, first = '', second = ''] = /\/ID \[\(([^()]*)\) \(([^()]*)\)\]/.exec(trailer) ?? [];
  const starts = startsOf(file, table);
  const objects = new Map<number, PdfObject>();
  for (const [at, { number, offset }] of starts.entries()) {
    objects.set(number, objectOf(file.subarray(offset, starts[at + 1]?.offset ?? table), number));
  }
  const catalog = referenceIn(trailer, 'Root');
  const info = referenceIn(trailer, 'Info');
  if (first === '' || !objects.has(catalog) || !objects.has(info)) throw notOurs('its trailer lacks an entry');
  return { objects, catalog, info, id: [first, second] };
}

/** The number of the object that an entry of a dictionary refers to, e.g. 12 for `/Pages 12 0 R`. NaN without one. */
export function referenceIn(text: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1] ?? Number.NaN);
}

/** All references of an array entry, e.g. [4, 5] for `/Kids [4 0 R 5 0 R]`. */
export function referencesIn(text: string, key: string): number[] {
  const list = new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '';
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

/** Strings stand first, so that one that reads like a reference is left alone. */
const STRING_OR_REFERENCE = /\((?:\\[\s\S]|\((?:\\[\s\S]|[^\\()])*\)|[^\\()])*\)|\b(\d+) 0 R\b/g;

/** The same text with every reference to an object replaced. */
export function withReferences(text: string, renumber: (number: number) => number): string {
  return text.replace(STRING_OR_REFERENCE, (token: string, number?: string) =>
    number === undefined ? token : `${renumber(Number(number))} 0 R`,
  );
}

function startsOf(file: Buffer, table: number): { number: number; offset: number }[] {
  const text = file.subarray(table, file.length).toString('latin1');
  const [head, count] = /^xref\n0 (\d+)\n/.exec(text) ?? [];
  if (head === undefined) throw notOurs('it has no plain table of objects');
  const starts: { number: number; offset: number }[] = [];
  for (let number = 1; number < Number(count); number += 1) {
    const entry = text.slice(head.length + number * 20, head.length + number * 20 + 20);
    if (entry[17] === 'n') starts.push({ number, offset: Number(entry.slice(0, 10)) });
  }
  return starts.sort((a, b) => a.offset - b.offset);
}

function objectOf(bytes: Buffer, number: number): PdfObject {
  const head = `${number} 0 obj\n`;
  if (bytes.toString('latin1', 0, head.length) !== head) throw notOurs(`object ${number} is not where it should be`);
  const start = bytes.indexOf(STREAM);
  if (start < 0) {
    const text = bytes.toString('latin1', head.length, bytes.lastIndexOf('\nendobj'));
    return { text, stream: null };
  }
  const from = start + STREAM.length;
  const text = bytes.toString('latin1', head.length, start);
  const length = Number(/\/Length (\d+)\b(?! 0 R)/.exec(text)?.[1] ?? Number.NaN);
  if (bytes.toString('latin1', from + length, from + length + END_STREAM.length) !== END_STREAM)
    throw notOurs(`the stream of object ${number} has another length than it says`);
  return { text, stream: bytes.subarray(from, from + length) };
}

function notOurs(why: string): Error {
  return new Error(`This PDF is not built as Typst 0.14 builds it: ${why}`);
}
