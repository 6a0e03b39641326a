import { Readable } from 'node:stream';
import yazl from 'yazl';
import { rowHeight } from '#server/core/sheet-text.ts';
import { formatDate, isIsoDate } from '#shared/core/dates.ts';
import type { ListColumn } from '#shared/core/list-columns.ts';
import { formatScaled } from '#shared/core/numbers.ts';

/** `scaled`: a figure with decimals, (290685, 1) is 29.068,5. */
export type Cell = string | number | { scaled: number; decimals: number } | null;

/** A list on its way to a file. */
export type Sheet = {
  /** Above the title, e.g. the unit of whoever exports; '' leaves it out. */
  office: string;
  title: string;
  /** Filters in words. */
  filterLine: string;
  /** Who and when. */
  madeLine: string;
  /** Word for the column of row numbers. */
  numberLabel: string;
  columns: readonly { label: string; type: ListColumn['type']; paperWidth: number }[];
  /** Pages of rows, cells in the order of the columns; a date is 'YYYY-MM-DD'. */
  rows: AsyncIterable<readonly (readonly Cell[])[]>;
};

const HEAD_ROW = 6;
const MOST_DECIMALS = 6;
const FIGURE_STYLES = 10;
const LONGEST_CELL = 32_000;
const MS_PER_DAY = 86_400_000;
const NUMBER_WIDTH = 6;
/** Digits beside one another that A4 lying holds in letters of seven to eight points. */
const READABLE_WIDTH = 220;
/** Columns up to here keep their width. */
const SHORT_TEXT = 20;
/** Narrower than this part of what they ask, long texts would make rows too high for a screen. */
const MOST_NARROWED = 0.6;
/** Places in `cellXfs` of STYLES. */
const STYLE = { office: 1, title: 2, info: 3, head: 4, text: 5, number: 6, date: 7, stt: 8, quoted: 9 } as const;

/**
 * A list as a workbook laid out for print: office, title, filters, who and when, then the table with a bold head that
 * is repeated on every page, A4 landscape as wide as the page. Written row by row, so a hundred thousand rows need no
 * more memory than a page of them. Text is typed as text: a cell that begins with `=` stays what somebody wrote.
 */
export function xlsxStream(sheet: Sheet): Readable {
  const zip = new yazl.ZipFile();
  const part = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name);
  part('[Content_Types].xml', CONTENT_TYPES);
  part('_rels/.rels', ROOT_RELS);
  part('xl/workbook.xml', WORKBOOK);
  part('xl/_rels/workbook.xml.rels', WORKBOOK_RELS);
  part('xl/styles.xml', STYLES);
  const rows = Readable.from(sheetParts(sheet), { objectMode: false, highWaterMark: 256 * 1024 });
  rows.on('error', (error) => (zip.outputStream as Readable).destroy(error));
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml');
  zip.end();
  return zip.outputStream as Readable;
}

async function* sheetParts({ office, title, filterLine, madeLine, numberLabel, columns, rows }: Sheet) {
  const last = letters(columns.length);
  const widths = [NUMBER_WIDTH, ...printWidths(columns.map(({ paperWidth }) => paperWidth))];
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width + 1}" customWidth="1"/>`);
  const lines = [office, title, filterLine, madeLine];
  const styles = [STYLE.office, STYLE.title, STYLE.info, STYLE.info];
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
<sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEAD_ROW}" topLeftCell="A${HEAD_ROW + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="${rowHeight([])}"/><cols>${cols.join('')}</cols><sheetData>`;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const heightOf = (text: string, at: number) => (at === 1 ? 24 : rowHeight([{ text, width: total }]));
  yield lines
    .map((line, at) => {
      const cell = textCell(`A${at + 1}`, line, styles[at]!);
      return `<row r="${at + 1}" ht="${heightOf(line, at)}" customHeight="1">${cell}</row>`;
    })
    .join('');
  const heads = [numberLabel, ...columns.map(({ label }) => label)];
  const headHeight = rowHeight(heads.map((text, at) => ({ text, width: widths[at]!, bold: true })));
  yield `<row r="${HEAD_ROW}" ht="${headHeight}">${heads.map((head, at) => textCell(`${letters(at)}${HEAD_ROW}`, head, STYLE.head)).join('')}</row>`;

  const names = columns.map((_, at) => letters(at + 1));
  let number = 0;
  for await (const page of rows) {
    let text = '';
    for (const row of page) {
      number += 1;
      const r = HEAD_ROW + number;
      text += `<row r="${r}" ht="${heightOfRow(row, widths)}"><c r="A${r}" s="${STYLE.stt}"><v>${number}</v></c>`;
      for (const [at, { type }] of columns.entries()) text += cellOf(`${names[at]}${r}`, row[at] ?? null, type);
      text += '</row>';
    }
    yield text;
  }
  const merged = lines.map((_, at) => `<mergeCell ref="A${at + 1}:${last}${at + 1}"/>`).join('');
  yield `</sheetData><mergeCells count="${lines.length}">${merged}</mergeCells>
<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>
<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>
<headerFooter><oddFooter>&amp;L${escaped(title)}&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`;
}

/**
 * Widths of the columns as they ask; in a table too wide for A4 lying, its long texts get narrower and wrap, for a page
 * that is shrunk to fit has letters nobody can read.
 */
export function printWidths(asked: readonly number[]): number[] {
  const total = asked.reduce((sum, width) => sum + width, NUMBER_WIDTH);
  const long = asked.reduce((sum, width) => (width > SHORT_TEXT ? sum + width : sum), 0);
  const kept = total <= READABLE_WIDTH ? 1 : Math.max(MOST_NARROWED, 1 - (total - READABLE_WIDTH) / long);
  return asked.map((width) => (width > SHORT_TEXT ? Math.max(SHORT_TEXT, Math.round(width * kept)) : width));
}

/** Only texts wrap; `widths` begins with that of the number. */
const heightOfRow = (row: readonly (Cell | undefined)[], widths: readonly number[]): number =>
  rowHeight(row.flatMap((text, at) => (typeof text === 'string' ? { text, width: widths[at + 1]! } : [])));

function cellOf(at: string, value: Cell, type: ListColumn['type']): string {
  if (value === null || value === '') return `<c r="${at}" s="${STYLE.text}"/>`;
  // In a column of dates a year or a month alone stands in the middle as well.
  if (typeof value === 'number')
    return `<c r="${at}" s="${type === 'date' ? STYLE.stt : STYLE.number}"><v>${value}</v></c>`;
  if (typeof value === 'object')
    return `<c r="${at}" s="${FIGURE_STYLES + Math.min(value.decimals, MOST_DECIMALS)}"><v>${plain(value, '.')}</v></c>`;
  if (type === 'date') {
    const serial = serialOf(value);
    return serial === undefined
      ? textCell(at, value, STYLE.stt)
      : `<c r="${at}" s="${STYLE.date}"><v>${serial}</v></c>`;
  }
  return textCell(at, value, looksLikeFormula(value) ? STYLE.quoted : STYLE.text);
}

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** A figure without dots between thousands, with exactly its decimals. */
const plain = ({ scaled, decimals }: { scaled: number; decimals: number }, comma: '.' | ','): string =>
  formatScaled(scaled, decimals).replaceAll('.', '').replace(',', comma);

/** Days since 30/12/1899, as Excel counts; undefined for what is no day of its calendar. */
function serialOf(iso: string): number | undefined {
  if (!isIsoDate(iso)) return undefined; // a year alone is no day, though Date reads it as its first of January
  const ms = Date.parse(`${iso}T00:00:00Z`);
  const serial = (ms - Date.UTC(1899, 11, 30)) / MS_PER_DAY;
  return Number.isInteger(serial) && serial > 60 ? serial : undefined;
}

/** What a spreadsheet could take for a formula or a command when it reads text; the full-width sign among them. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r＝＋－＠]/u.test(text);

/** 0 → A, 26 → AA. */
function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
}

const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text
    .slice(0, LONGEST_CELL)
    .replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/[&<>]/g, (sign) => SPECIAL[sign]!);
}

/**
 * The same as text with `;` between cells, UTF-8 with its mark so that Excel reads the accents. Text that looks like
 * a formula begins with an apostrophe.
 */
export async function* csvParts({ numberLabel, columns, rows }: Sheet): AsyncGenerator<string> {
  yield `\ufeff${[numberLabel, ...columns.map(({ label }) => label)].map(csvText).join(';')}\r\n`;
  let number = 0;
  for await (const page of rows) {
    let text = '';
    for (const row of page) {
      number += 1;
      text += `${number};${columns.map(({ type }, at) => csvCell(row[at] ?? null, type)).join(';')}\r\n`;
    }
    yield text;
  }
}

function csvCell(value: Cell, type: ListColumn['type']): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return plain(value, ',');
  return csvText(type === 'date' ? formatDate(value) : value);
}

function csvText(text: string): string {
  const harmless = looksLikeFormula(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`;
const ROOT_RELS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'Danh sách'!$${HEAD_ROW}:$${HEAD_ROW}</definedName></definedNames></workbook>`;
const WORKBOOK_RELS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
const FONT = '<name val="Times New Roman"/><family val="1"/>';
const LINE = '<color rgb="FF808080"/>';
/** Figures with 0, 1, 2 … decimals have their styles behind the others. */
const FIGURE_FORMATS = Array.from(
  { length: MOST_DECIMALS + 1 },
  (_, decimals) =>
    `<numFmt numFmtId="${165 + decimals}" formatCode="[$-42A]#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}"/>`,
);
const FIGURE_XFS = FIGURE_FORMATS.map(
  (_, decimals) =>
    `<xf numFmtId="${165 + decimals}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>`,
);
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${1 + FIGURE_FORMATS.length}"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>${FIGURE_FORMATS.join('')}</numFmts>
<fonts count="4"><font><sz val="12"/>${FONT}</font><font><b/><sz val="12"/>${FONT}</font><font><b/><sz val="16"/>${FONT}</font><font><i/><sz val="11"/>${FONT}</font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin">${LINE}</left><right style="thin">${LINE}</right><top style="thin">${LINE}</top><bottom style="thin">${LINE}</bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${10 + FIGURE_XFS.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
<xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" wrapText="1"/></xf>
<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
<xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>${FIGURE_XFS.join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
