import { inflateSync } from 'node:zlib';

/**
 * The text layer of a PDF as Typst writes it (no object streams, two-byte codes), one string a page.
 * Enough to hold our own files to their words; no reader of PDFs at large.
 */
export function pdfPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(pdf);
  const kids = /\/Kids \[([^\]]*)\]/.exec(objects.get(1)?.dictionary ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => pageText(objects, Number(number)));
}

type PdfObject = { dictionary: string; stream: string };

function objectsOf(pdf: Uint8Array): Map<number, PdfObject> {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const [, number, body = ''] of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [dictionary = '', stream] = body.split(/\nstream\n/, 2);
    objects.set(Number(number), { dictionary, stream: stream === undefined ? '' : inflated(stream) });
  }
  return objects;
}

function inflated(stream: string): string {
  const bytes = Buffer.from(stream.replace(/\nendstream$/, ''), 'latin1');
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return bytes.toString('latin1'); // character maps are not compressed
  }
}

function pageText(objects: Map<number, PdfObject>, number: number): string {
  const page = objects.get(number)?.dictionary ?? '';
  const holder = /\/Resources (\d+) 0 R/.exec(page)?.[1];
  const resources = holder ? (objects.get(Number(holder))?.dictionary ?? '') : page;
  const fontList = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '';
  const fonts = new Map(
    [...fontList.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', font]) => [name, unicodeOf(objects, Number(font))]),
  );
  const contents = /\/Contents (\[[^\]]*\]|\d+ 0 R)/.exec(page)?.[1] ?? '';
  const content = [...contents.matchAll(/(\d+) 0 R/g)].map(([, part]) => objects.get(Number(part))?.stream).join('\n');
  let font = new Map<number, string>();
  const words: string[] = [];
  for (const [token, name, array, single] of content.matchAll(
    /\/(\w+) [\d.]+ Tf|(\[(?:\((?:\\[\s\S]|\((?:\\[\s\S]|[^\\()])*\)|[^\\()])*\)|[^\](])*\]) TJ|(\((?:\\[\s\S]|\((?:\\[\s\S]|[^\\()])*\)|[^\\()])*\)) Tj/g,
  )) {
    if (token.endsWith('Tf')) font = fonts.get(name ?? '') ?? font;
    else words.push(shown(array ?? single ?? '', font));
  }
  return words.join('\n');
}

function shown(operand: string, font: Map<number, string>): string {
  const bytes = [...operand.matchAll(/\(((?:\\[\s\S]|\((?:\\[\s\S]|[^\\()])*\)|[^\\()])*)\)/g)]
    .map(([, literal = '']) => unescaped(literal))
    .join('');
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += font.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '\uFFFD';
  }
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (ESCAPES[sign] ?? sign),
  );
}

function unicodeOf(objects: Map<number, PdfObject>, font: number): Map<number, string> {
  const cmap = Number(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dictionary ?? '')?.[1]);
  const pairs = (objects.get(cmap)?.stream ?? '').matchAll(/^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$/gm);
  return new Map(
    [...pairs].map(([, code = '', units = '']) => [
      Number.parseInt(code, 16),
      Buffer.from(units, 'hex').swap16().toString('utf16le'),
    ]),
  );
}
