import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { isBinary, openCsv } from '#server/imports/reading/csv-workbook.ts';
import type { OpenWorkbook } from '#server/imports/reading/raw-rows.ts';
import { LIMITS } from '#server/imports/reading/reading-limits.ts';
import { openWithSheetJs, PasswordError } from '#server/imports/reading/sheetjs-workbook.ts';
import { contentTypes } from '#server/imports/reading/xlsx-parts.ts';
import { openXlsx } from '#server/imports/reading/xlsx-workbook.ts';
import { openGuardedZip } from '#server/imports/reading/zip-guard.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { notATable } from '#shared/imports/import-file.rules.ts';

const MB = 1_000_000;
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
/** What a file holds that is no workbook, by its first bytes. */
const OTHERS: readonly (readonly [start: string, ext: string])[] = [
  ['%PDF', 'pdf'],
  ['\x89PNG', 'png'],
  ['\xff\xd8\xff', 'jpg'],
  ['GIF8', 'gif'],
  ['II*\0', 'tif'],
  ['MM\0*', 'tif'],
  ['Rar!', 'rar'],
  ['7z\xbc\xaf', '7z'],
  ['\x1f\x8b', 'gz'],
  ['{\\rtf', 'rtf'],
  ['SQLite', 'sqlite'],
  ['MZ', 'exe'],
  ['\x7fELF', 'elf'],
];

/**
 * Opens a file by what it holds; its name only stands in messages.
 *
 * @throws Refusal import.* when it may not or cannot be read; other errors mean damage
 */
export async function openWorkbook(path: string, name: string): Promise<OpenWorkbook> {
  const size = statSync(path).size;
  if (size === 0) throw refusal('import.empty', { name });
  const start = firstBytes(path);
  const text = start.toString('latin1');
  if (text.startsWith('PK\x03\x04')) return openZip(path, name);
  if (text.startsWith('PK')) throw refusal('import.damaged', { name });
  if (text.startsWith('\xd0\xcf\x11\xe0')) return openOle(path, name, size);
  const other = OTHERS.find(([mark]) => text.startsWith(mark));
  if (other) throw notAWorkbook(name, other[1]);
  if (isMarkup(text)) return openWithSheetJs(whole(path, name, size), 'html');
  // Excel 2 to 5 before the container of Office.
  if (start[0] === 9 && [0, 2, 4, 8].includes(start[1] ?? -1))
    return openSafely(() => openWithSheetJs(whole(path, name, size), 'xls'), name);
  if (isBinary(start)) throw unknown(name);
  if (size > LIMITS.csv) throw tooLarge(name, size, LIMITS.csv);
  return openCsv(readFileSync(path));
}

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(4_096);
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}

/** HTML and XML that offices call .xls: also behind a mark of UTF-8 and blanks. */
function isMarkup(text: string): boolean {
  const bare = text.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '');
  return /^<(?:!doctype|html|head|meta|table|style|body|div|\?xml|!--|workbook)/i.test(bare);
}

async function openZip(path: string, name: string): Promise<OpenWorkbook> {
  const zip = await openGuardedZip(path, name);
  try {
    const types = await contentTypes(zip);
    const hasMacro = zip.names.some((part) => /vbaProject\.bin$/i.test(part));
    const main = [...types].find(([part, type]) => zip.has(part) && /\.main(\+xml)?$/.test(type));
    const [part = '', type = ''] = main ?? [];
    if (/word/.test(type)) throw notAWorkbook(name, 'docx');
    if (/presentation|powerpoint/.test(type)) throw notAWorkbook(name, 'pptx');
    if (hasMacro || /ms-excel\.(sheet|template|addin)\.macroEnabled/.test(type))
      throw refusal('import.macro', { name });
    if (type.startsWith(SHEET)) return await openXlsx(zip, part);
    if (/sheet\.binary/.test(type)) return wholeZip(path, name, zip.unpacked, 'xlsb');
    const kind = zip.has('mimetype') ? await textOf(zip.read('mimetype')) : '';
    if (/opendocument\.spreadsheet/.test(kind)) {
      if (zip.names.some((each) => /^(Basic|Scripts)\/.*\.(xml|xlb|py|js|bsh)$/.test(each)))
        throw refusal('import.macro', { name });
      return wholeZip(path, name, zip.unpacked, 'ods');
    }
    throw notAWorkbook(name, /opendocument/.test(kind) ? 'odt' : 'zip');
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Read whole, so what it unpacks to has a smaller limit. Its real sizes are checked by unpacking it once. */
async function wholeZip(path: string, name: string, unpacked: number, format: 'xlsb' | 'ods'): Promise<OpenWorkbook> {
  const size = statSync(path).size;
  if (size > LIMITS.whole) throw tooLarge(name, size, LIMITS.whole);
  if (unpacked > LIMITS.wholeUnpacked)
    throw refusal('import.zip-bomb', {
      name,
      unpackedCount: Math.round(unpacked / MB),
      limitCount: LIMITS.wholeUnpacked / MB,
    });
  const zip = await openGuardedZip(path, name);
  try {
    for (const part of zip.names) if (!part.endsWith('/')) for await (const _ of zip.read(part));
  } finally {
    zip.close();
  }
  return openSafely(() => openWithSheetJs(readFileSync(path), format), name);
}

/** The old container of Office: an .xls, a workbook with a password, or something else of Office. */
function openOle(path: string, name: string, size: number): OpenWorkbook {
  const bytes = whole(path, name, size);
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) throw refusal('import.password', { name });
  if (holds('WordDocument')) throw notAWorkbook(name, 'docx');
  if (holds('PowerPoint Document')) throw notAWorkbook(name, 'pptx');
  if (!holds('Workbook') && !holds('Book')) throw unknown(name);
  if (holds('_VBA_PROJECT')) throw refusal('import.macro', { name });
  return openSafely(() => openWithSheetJs(bytes, 'xls'), name);
}

function openSafely(open: () => OpenWorkbook, name: string): OpenWorkbook {
  try {
    return open();
  } catch (error) {
    if (error instanceof PasswordError) throw refusal('import.password', { name });
    throw error;
  }
}

function whole(path: string, name: string, size: number): Buffer {
  if (size > LIMITS.whole) throw tooLarge(name, size, LIMITS.whole);
  return readFileSync(path);
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk.toString('latin1');
  return text;
}

function notAWorkbook(name: string, ext: string): Refusal {
  return new Refusal('refused', [notATable(name, ext)]);
}

function unknown(name: string): Refusal {
  return refusal('import.not-a-workbook', { name, found: 'dữ liệu không nhận ra được', foundEn: 'unknown data' });
}

function tooLarge(name: string, size: number, limit: number): Refusal {
  return refusal('import.too-large-file', {
    name,
    sizeCount: Math.ceil(size / MB),
    limitCount: Math.round(limit / MB),
  });
}

function refusal(code: string, facts: Record<string, string | number>): Refusal {
  return new Refusal('refused', [{ code, facts }]);
}
