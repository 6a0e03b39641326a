import type { Reason } from '#shared/core/reason.ts';
import { endingOf } from '#shared/files/files.schema.ts';

/**
 * Endings of tables and what their content may say it is. '' stands for text: .csv and pages of HTML say nothing, and
 * HTML is often saved under the name .xls.
 */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  xlsx: ['zip', 'xlsx'],
  xlsm: ['zip', 'xlsm', 'xlsx'],
  xlsb: ['zip', 'xlsx', 'xlsb'],
  ods: ['zip', 'ods'],
  xls: ['cfb', 'xlsx', 'zip', 'html', 'xml', ''],
  csv: ['', 'xml', 'html'],
  txt: [''],
  htm: ['', 'html', 'xml'],
  html: ['', 'html', 'xml'],
};
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
  const kinds = Object.hasOwn(TABLES, endingOf(name)) ? TABLES[endingOf(name)] : undefined;
  if (!kinds) return [{ code: 'import.file-kind', facts: { name } }];
  // A locked workbook is a container of another kind: the reading process says so in words of its own.
  if (found === undefined || found.ext === 'cfb' || kinds.includes(found.ext)) return [];
  return [{ code: 'import.file-against-content', facts: { name, found: found.ext } }];
}

export const importMediaType = (name: string): string => MEDIA_TYPES[endingOf(name)] ?? 'application/octet-stream';
