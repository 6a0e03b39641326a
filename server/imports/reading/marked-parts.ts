import { rowHeight } from '#server/core/sheet-text.ts';
import type { ReadCell } from '#shared/imports/imports.schema.ts';

/** A note (ghi chú) at a cell; row from 1, column from 0. */
export type Note = { row: number; column: number; message: string };

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const AUTHOR = 'Lũy Tre';

/** Numbers of the cell formats below: text or number, day, heading, title; each plain or marked. */
const STYLE = { plain: 1, day: 2, heading: 3, marked: 4, markedDay: 5, title: 6, number: 7 } as const;
const COLUMN_WIDTH = 20;

/** The parts that do not depend on the rows. */
export function fixedParts(sheet: string): [part: string, content: string][] {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
        typeOf('/xl/workbook.xml', 'sheet.main') +
        typeOf('/xl/worksheets/sheet1.xml', 'worksheet') +
        typeOf('/xl/styles.xml', 'styles') +
        typeOf('/xl/comments1.xml', 'comments') +
        '</Types>',
    ],
    ['_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(relation(1, 'worksheet', 'worksheets/sheet1.xml') + relation(2, 'styles', 'styles.xml')),
    ],
    [
      'xl/worksheets/_rels/sheet1.xml.rels',
      relations(relation(1, 'vmlDrawing', '../drawings/vmlDrawing1.vml') + relation(2, 'comments', '../comments1.xml')),
    ],
    ['xl/styles.xml', STYLES],
  ];
}

function typeOf(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
}

const RED =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>';
const TOP = '<alignment vertical="top"/>';
const WRAP = '<alignment vertical="top" wrapText="1"/>';
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
  '<fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts>' +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${RED}</fills>` +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${WRAP}</xf>` +
  `<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>` +
  `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${WRAP}</xf>` +
  `<xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1" applyAlignment="1">${WRAP}</xf>` +
  `<xf numFmtId="164" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1">${TOP}</xf>` +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${TOP}</xf>` +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** The rows of the head stay on screen. */
export function sheetStart(headerRow: number): string {
  const pane =
    headerRow > 0 && headerRow < 30
      ? `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>`
      : '';
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}` +
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${rowHeight([])}"/><cols><col min="1" max="200" width="${COLUMN_WIDTH}" customWidth="1"/></cols><sheetData>`
  );
}

export function sheetEnd(): string {
  return '</sheetData><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><legacyDrawing r:id="rId1"/></worksheet>';
}

/**
 * A row as XML, as high as its wrapped texts. A title runs on over the cells beside it, so it does not wrap.
 * @param marks of a bad row, by column; a marked cell that is empty is there to be filled
 */
export function rowXml(
  row: number,
  cells: readonly ReadCell[],
  marks: ReadonlyMap<number, string> | 'title' | 'heading',
): string {
  const marked = typeof marks === 'string' ? new Map<number, string>() : marks;
  const width = Math.max(cells.length, ...[...marked.keys()].map((index) => index + 1));
  const head = typeof marks === 'string' ? STYLE[marks] : null;
  let xml = '';
  for (let column = 0; column < width; column++) {
    const cell = cells[column] ?? { kind: 'empty' };
    xml += cellXml(`${columnName(column)}${row}`, cell, marked.has(column), head);
  }
  const texts = cells.flatMap((cell) => ('text' in cell ? [{ text: cell.text, width: COLUMN_WIDTH }] : []));
  const bold = marks === 'heading';
  const height = rowHeight(marks === 'title' ? [] : texts.map((cell) => ({ ...cell, bold })));
  return `<row r="${row}" ht="${height}">${xml}</row>`;
}

function cellXml(reference: string, cell: ReadCell, isMarked: boolean, head: number | null): string {
  const style = head ?? (isMarked ? STYLE.marked : STYLE.plain);
  if (cell.kind === 'empty') return isMarked ? `<c r="${reference}" s="${style}"/>` : '';
  if (cell.kind === 'date') {
    const serial = Math.round((Date.parse(`${cell.date}T00:00:00Z`) - EPOCH) / DAY_MS);
    if (serial > 60) return `<c r="${reference}" s="${isMarked ? STYLE.markedDay : STYLE.day}"><v>${serial}</v></c>`;
  }
  // Zeros that only the format showed ("000000000000") are kept as text.
  if (cell.kind === 'number' && cell.text === String(cell.number))
    return `<c r="${reference}" s="${isMarked ? style : STYLE.number}"><v>${cell.number}</v></c>`;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.text)}</t></is></c>`;
}

export function* commentsXml(notes: readonly Note[]): Generator<string> {
  yield `${HEAD}<comments xmlns="${MAIN}"><authors><author>${AUTHOR}</author></authors><commentList>`;
  for (const pieces of inPieces(notes)) {
    yield pieces
      .map(
        ({ row, column, message }) =>
          `<comment ref="${columnName(column)}${row}" authorId="0"><text><r><t xml:space="preserve">${escapeXml(message)}</t></r></text></comment>`,
      )
      .join('');
  }
  yield '</commentList></comments>';
}

/** The boxes of the notes, which Excel still asks for in its old drawing language. */
export function* drawingXml(notes: readonly Note[]): Generator<string> {
  yield '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  let number = 0;
  for (const pieces of inPieces(notes)) {
    let text = '';
    for (const { row, column } of pieces) {
      number++;
      text +=
        `<v:shape id="_x0000_s${1024 + number}" type="#_x0000_t202" style="position:absolute;visibility:hidden;width:260pt;height:70pt" fillcolor="#ffffe1" o:insetmode="auto">` +
        `<v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1},15,${row - 1},2,${column + 5},15,${row + 4},4</x:Anchor>` +
        `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
    }
    yield text;
  }
  yield '</xml>';
}

function* inPieces(notes: readonly Note[]): Generator<readonly Note[]> {
  for (let from = 0; from < notes.length; from += 200) yield notes.slice(from, from + 200);
}

/** Text as XML; what XML cannot hold is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** 0 → 'A', 26 → 'AA'. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
