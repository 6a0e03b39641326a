import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import yazl from 'yazl';
import { chosenRows } from '#server/imports/reading/chosen-rows.ts';
import { inspectSheets } from '#server/imports/reading/inspect-sheets.ts';
import { openWorkbook } from '#server/imports/reading/open-workbook.ts';
import type { ReadRow } from '#server/imports/reading/reading-messages.ts';
import type { FoundSheets } from '#shared/imports/imports.schema.ts';
import { removeAtExit, temporaryDirectory } from '#test/core/temporary.ts';

const folder = temporaryDirectory('reading');
removeAtExit(folder);
let files = 0;

/** A path that nothing stands at. */
export function freePath(): string {
  return join(folder, `file-${++files}`);
}

/** Writes bytes to a file of its own and gives its path. */
export function fileOf(bytes: Uint8Array | string): string {
  const path = freePath();
  writeFileSync(path, bytes);
  return path;
}

/** An archive of these parts. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [part, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), part);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Sheet = { name: string; rows: string; after?: string; state?: string };

/** The parts of an .xlsx written by hand: rows are the XML within sheetData. */
export function xlsxParts(
  sheets: readonly Sheet[],
  more: { strings?: string; styles?: string; type?: string } = {},
): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const type = more.type ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('rId98', 'styles', 'styles.xml')}${relation('rId99', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ rows, after }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`,
      ]),
    ),
    ...(more.strings !== undefined && { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${more.strings}</sst>` }),
    ...(more.styles !== undefined && { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${more.styles}</styleSheet>` }),
  };
}

export const inline = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** Rows as SheetJS writes them in a format of its own. */
export function writtenBySheetJs(rows: readonly (readonly unknown[])[], bookType: xlsx.BookType): Buffer {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(
    book,
    xlsx.utils.aoa_to_sheet(rows as unknown[][], { UTC: true, cellDates: true }),
    'Danh sách',
  );
  return xlsx.write(book, { type: 'buffer', bookType });
}

/** As the reading process does it, but here: what is found. */
export async function inspect(bytes: Uint8Array | string): Promise<FoundSheets> {
  const book = await openWorkbook(fileOf(bytes), 'danh-sach.xlsx');
  try {
    return await inspectSheets(book, 'danh-sach.xlsx');
  } finally {
    book.close();
  }
}

/** The rows of the first sheet, its columns in the letters that were found. */
export async function rowsOf(bytes: Uint8Array | string): Promise<ReadRow[]> {
  const path = fileOf(bytes);
  const book = await openWorkbook(path, 'danh-sach.xlsx');
  try {
    const [sheet] = (await inspectSheets(book, 'danh-sach.xlsx')).sheets;
    const choice = { sheet: sheet!.name, headerRow: sheet!.headerRow, columns: sheet!.columns };
    return await all(chosenRows(book, 'danh-sach.xlsx', choice, false));
  } finally {
    book.close();
  }
}

/** All that an iterable gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Codes and facts of the refusal; fails when there is none. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; facts: unknown }> {
  const error = await work.then(
    () => null,
    (cause: unknown) => cause,
  );
  const [reason] = (error as { reasons?: { code: string; facts: unknown }[] } | null)?.reasons ?? [];
  if (!reason) throw new Error(`no refusal: ${error}`);
  return { code: reason.code, facts: reason.facts };
}
