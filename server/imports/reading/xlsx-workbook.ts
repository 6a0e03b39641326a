import {
  dateOfSerial,
  type Merge,
  numberCell,
  type OpenWorkbook,
  type RawCell,
  type RawRow,
} from '#server/imports/reading/raw-rows.ts';
import { LIMITS } from '#server/imports/reading/reading-limits.ts';
import {
  readSharedStrings,
  readXlsxSheets,
  readXlsxStyles,
  type SharedStrings,
  type XlsxStyle,
} from '#server/imports/reading/xlsx-parts.ts';
import { attribute, decodeXml, XmlScanner } from '#server/imports/reading/xml-scanner.ts';
import type { GuardedZip } from '#server/imports/reading/zip-guard.ts';

const EXCEL_ROWS = 1_048_576;
const EXCEL_COLUMNS = 16_384;

type Tables = { strings: SharedStrings; styles: readonly XlsxStyle[]; is1904: boolean };

/** An .xlsx, its sheets read row by row as they are unpacked. */
export async function openXlsx(zip: GuardedZip, workbookPart: string): Promise<OpenWorkbook> {
  const { sheets, is1904, stylesPart, stringsPart } = await readXlsxSheets(zip, workbookPart);
  const styles = await readXlsxStyles(zip, stylesPart);
  const strings = await readSharedStrings(zip, stringsPart);
  const partOf = (sheet: string) => sheets.find(({ name }) => name === sheet)!.part;
  return {
    format: 'xlsx',
    sheets,
    rows: (sheet) => sheetRows(zip, partOf(sheet), { strings, styles, is1904 }),
    merges: (sheet) => sheetMerges(zip, partOf(sheet)),
    close: zip.close,
  };
}

/** They stand behind the rows, so they are looked for first, without reading the rows. */
async function sheetMerges(zip: GuardedZip, part: string): Promise<Merge[]> {
  const merges: Merge[] = [];
  const decoder = new TextDecoder('latin1'); // only ASCII is looked for
  let rest = '';
  for await (const chunk of zip.read(part)) {
    const text = rest + decoder.decode(chunk, { stream: true });
    let done = 0;
    for (let at = text.indexOf('mergeCell '); at >= 0; at = text.indexOf('mergeCell ', at + 10)) {
      const end = text.indexOf('>', at);
      if (end < 0) break;
      const [from, to] = (attribute(text.slice(at, end), 'ref') ?? '').split(':').map(placeOf);
      if (from && to) merges.push({ top: from.row, bottom: to.row, left: from.column, right: to.column });
      if (merges.length > LIMITS.merges) throw new Error('too many merged cells');
      done = end;
    }
    rest = text.slice(Math.max(done, text.length - 200));
  }
  return merges;
}

function placeOf(reference: string): { row: number; column: number } | null {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  return letters === '' ? null : { row: Number(row), column: columnOf(reference) };
}

/** 'AB12' → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i);
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column < 1 || column > EXCEL_COLUMNS) throw new Error(`no column: ${reference.slice(0, 12)}`);
  return column - 1;
}

async function* sheetRows(zip: GuardedZip, part: string, tables: Tables): AsyncGenerator<RawRow> {
  let ready: RawRow[] = [];
  const scanner = rowScanner(tables, (row) => ready.push(row));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of zip.read(part)) {
    scanner.write(decoder.decode(chunk, { stream: true }));
    yield* ready;
    ready = [];
  }
  scanner.write(decoder.decode());
  scanner.end();
  yield* ready;
}

function rowScanner(tables: Tables, emit: (row: RawRow) => void): XmlScanner {
  let rowNumber = 0;
  let cells: (RawCell | undefined)[] | null = null;
  let column = -1;
  let type = '';
  let style: XlsxStyle | undefined;
  let hasFormula = false;
  let inCell = false;
  let inValue = false;
  let inPhonetic = false;
  let value = '';
  return new XmlScanner({
    open(name, tag) {
      if (name === 'c') {
        if (cells === null) return;
        const reference = attribute(tag, 'r');
        column = reference === null ? column + 1 : columnOf(reference);
        type = attribute(tag, 't') ?? 'n';
        const number = attribute(tag, 's');
        style = number === null ? tables.styles[0] : tables.styles[Number(number)];
        hasFormula = false;
        value = '';
        inCell = true;
      } else if (name === 'v' || name === 't') inValue = inCell && !inPhonetic;
      else if (name === 'f') hasFormula = true;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'row') {
        rowNumber = Number(attribute(tag, 'r') ?? rowNumber + 1);
        if (!(rowNumber >= 1 && rowNumber <= EXCEL_ROWS)) throw new Error('no such row');
        cells = [];
        column = -1;
      }
    },
    close(name) {
      if (name === 'c') {
        inCell = false;
        const cell = cells === null || value === '' ? undefined : cellOf(value, type, hasFormula, style, tables);
        if (cell) cells![column] = cell;
      } else if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'row' && cells !== null) {
        if (cells.length > 0) emit({ rowNumber, cells });
        cells = null;
      }
    },
    text(raw) {
      value += raw;
    },
    wantsText: () => inValue,
  });
}

function cellOf(
  raw: string,
  type: string,
  hasFormula: boolean,
  style: XlsxStyle | undefined,
  { strings, is1904 }: Tables,
): RawCell | undefined {
  const font = style?.font ?? null;
  if (type === 'e') return { kind: 'error', text: raw.slice(0, 40) };
  if (type === 's') {
    const at = Number(raw);
    const text = strings.texts[at];
    if (text === undefined) throw new Error('a text that is not in the table');
    return textCell(text, strings.fonts.get(at) ?? font, hasFormula);
  }
  if (type === 'str' || type === 'inlineStr') return textCell(decodeXml(raw), font, hasFormula);
  if (type === 'b') return textCell(raw === '1' ? 'TRUE' : 'FALSE', null, hasFormula);
  if (type === 'd') return { kind: 'date', date: raw.slice(0, 10) };
  const number = Number(raw);
  if (!Number.isFinite(number)) throw new Error('not a number');
  const date = style?.isDate ? dateOfSerial(number, is1904) : null;
  const cell: RawCell = date === null ? numberCell(number, style?.format) : { kind: 'date', date };
  return hasFormula ? { kind: 'formula', text: cell.kind === 'date' ? cell.date : String(raw), font: null } : cell;
}

function textCell(text: string, font: string | null, hasFormula: boolean): RawCell | undefined {
  if (text.length > LIMITS.cellText) throw new Error('a text longer than a cell can hold');
  // A formula that shows nothing holds nothing.
  if (text === '' || (hasFormula && text.trim() === '')) return undefined;
  return hasFormula ? { kind: 'formula', text, font } : { kind: 'text', text, font };
}
