import type { Localized } from '#shared/core/localized.ts';
import type { Reason } from '#shared/core/reason.ts';
import { endingOf } from '#shared/files/files.schema.ts';

/** Endings of tables, and what their content may say it is; text says nothing. A table under another ending is one. */
const ENDINGS: readonly string[] = ['xlsx', 'xlsm', 'xlsb', 'ods', 'xls', 'csv', 'txt', 'htm', 'html'];
const TABLES: readonly string[] = ['cfb', 'zip', 'xlsx', 'xltx', 'xlsm', 'xltm', 'xlsb', 'ods', 'html', 'xml'];

const said = (vi: string, en: string): Localized => ({ vi, en });
/** Papers on which a list can be read but not taken from. */
const PICTURES: Readonly<Record<string, Localized>> = {
  pdf: said('tài liệu PDF', 'a PDF document'),
  png: said('ảnh PNG', 'a PNG picture'),
  jpg: said('ảnh JPEG', 'a JPEG picture'),
  gif: said('ảnh GIF', 'a GIF picture'),
  tif: said('ảnh quét TIFF', 'a TIFF scan'),
  bmp: said('ảnh BMP', 'a BMP picture'),
  webp: said('ảnh WebP', 'a WebP picture'),
  heic: said('ảnh chụp HEIC', 'a HEIC photo'),
};
const TEXTS: Readonly<Record<string, Localized>> = {
  docx: said('văn bản Word', 'a Word document'),
  rtf: said('tài liệu RTF', 'an RTF document'),
  odt: said('văn bản OpenDocument', 'an OpenDocument text'),
  pptx: said('bản trình chiếu PowerPoint', 'a PowerPoint presentation'),
};
const ARCHIVES: Readonly<Record<string, Localized>> = {
  zip: said('tệp nén ZIP', 'a ZIP archive'),
  rar: said('tệp nén RAR', 'a RAR archive'),
  '7z': said('tệp nén 7-Zip', 'a 7-Zip archive'),
  gz: said('tệp nén GZIP', 'a GZIP archive'),
};
const OTHERS: Readonly<Record<string, Localized>> = {
  sqlite: said('cơ sở dữ liệu', 'a database'),
  exe: said('chương trình máy tính', 'a program'),
  elf: said('chương trình máy tính', 'a program'),
};
const GROUPS: readonly (readonly [code: string, kinds: Readonly<Record<string, Localized>>])[] = [
  ['import.picture-not-table', PICTURES],
  ['import.text-not-table', TEXTS],
  ['import.archive-not-table', ARCHIVES],
  ['import.not-a-workbook', OTHERS],
];

/**
 * What is said of a file that is no table: what it really is, and what to do instead.
 *
 * @param ext what the content is, as an ending without its dot: 'pdf', 'docx'
 */
export function notATable(name: string, ext: string): Reason {
  for (const [code, kinds] of GROUPS) {
    const found = Object.hasOwn(kinds, ext) ? kinds[ext] : undefined;
    if (found) return { code, facts: { name, found: found.vi, foundEn: found.en } };
  }
  return { code: 'import.not-a-workbook', facts: { name, found: `tệp .${ext}`, foundEn: `a .${ext} file` } };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsb: 'application/vnd.ms-excel.sheet.binary.macroenabled.12',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
};

/** What is offered in the file dialog. */
export const IMPORT_ENDINGS: readonly string[] = ['.xlsx', '.xls', '.csv', '.ods', '.xlsb', '.html', '.htm'];

/**
 * Why a file of this name with this content is no table. The sharp look is taken by the reading process; this one only
 * turns away what plainly is something else, before it is kept.
 *
 * @param found what the content says it is, undefined when nothing is recognised
 */
export function importFileReasons(name: string, found: { ext: string } | undefined): Reason[] {
  if (!ENDINGS.includes(endingOf(name))) return [{ code: 'import.file-kind', facts: { name } }];
  // A workbook with a password is a container of another kind: the reading process says so in words of its own.
  if (found === undefined || TABLES.includes(found.ext)) return [];
  return [notATable(name, found.ext)];
}

export const importMediaType = (name: string): string => MEDIA_TYPES[endingOf(name)] ?? 'application/octet-stream';
