/** Between the margins of a sheet of A4, in twentieths of a point: 165 mm upright, 252 mm lying. */
export const TEXT_WIDTH = { upright: 9354, lying: 14287 } as const;

/** Room inside a cell with lines, left and right; cells of a layout have none. */
const CELL_SIDE = 85;
const ROOM_TO_SIGN = 1300;

export type Align = 'center' | 'right' | 'left';
export type ParagraphStyle = {
  bold?: true;
  italic?: true;
  /** Half points; 28 (14 pt) unless told. */
  size?: number;
  /** Justified with a first line moved in, as the text of a paper, unless told. */
  align?: Align;
  indent?: false;
  /** Stays on the page of what follows: a heading, the last line before who signs. */
  keepNext?: boolean;
  /** Begins a page. */
  newPage?: true;
  /** Twentieths of a point above and below; a paragraph of text has 6 pt below. */
  before?: number;
  after?: number;
};

/** A paragraph of raw XML text: 14 pt unless told, first line moved in by 1 cm as the decree has it. */
export function paragraph(text: string, style: ParagraphStyle = {}): string {
  const { bold, italic, size = 28, align, indent, keepNext, newPage } = style;
  const run = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  const isBody = align === undefined && indent !== false;
  const shape = isBody ? '<w:ind w:firstLine="567"/><w:jc w:val="both"/>' : `<w:jc w:val="${align ?? 'left'}"/>`;
  const space = `<w:spacing w:before="${style.before ?? 0}" w:after="${style.after ?? (isBody ? 120 : 0)}"/>`;
  // An empty paragraph is as high as its mark.
  const mark = text === '' ? `<w:rPr>${run}</w:rPr>` : '';
  const place = `${keepNext ? '<w:keepNext/>' : ''}${newPage ? '<w:pageBreakBefore/>' : ''}`;
  const properties = `<w:pPr>${place}${space}${shape}${mark}</w:pPr>`;
  return `<w:p>${properties}<w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A drawn line of this width in the middle of the room it has; both in twentieths of a point. */
export function rule(width: number, room: number, { after = 0 } = {}): string {
  const side = Math.max(0, Math.round((room - width) / 2));
  return (
    '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>' +
    `<w:spacing w:before="70" w:after="${after}" w:line="60" w:lineRule="exact"/>` +
    `<w:ind w:left="${side}" w:right="${side}"/><w:jc w:val="center"/><w:rPr><w:sz w:val="4"/></w:rPr></w:pPr></w:p>`
  );
}

type CellShape = {
  /** In the middle of its row; at its top unless told. */
  middle?: boolean;
  /** Merged downward: the first of several, or one that goes on. */
  merged?: 'first' | 'goes-on';
  /** Over so many columns. */
  span?: number;
};

export const cell = (width: number, inside: string, { middle = false, merged, span }: CellShape = {}): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`}` +
  `${merged === undefined ? '' : `<w:vMerge w:val="${merged === 'first' ? 'restart' : 'continue'}"/>`}` +
  `${middle ? '<w:vAlign w:val="center"/>' : ''}</w:tcPr>${inside}</w:tc>`;

/** A row that is not broken over two pages. */
export const row = (cells: readonly string[], { isHead = false } = {}): string =>
  `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;

/** A table of rows in the middle of the sheet; with lines only where asked. */
export function table(widths: readonly number[], rows: readonly string[], { lined = false } = {}): string {
  const line = (side: string) =>
    `<w:${side} w:val="${lined ? 'single' : 'none'}" w:sz="${lined ? 4 : 0}" w:space="0" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('');
  const [above, side] = lined ? [30, CELL_SIDE] : [0, 0];
  const total = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="${above}" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/>` +
    `<w:bottom w:w="${above}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

/** Words of a table: the head of a column, and what stands in it. */
export const headCell = (width: number, text: string, { size = 24, span }: { size?: number; span?: number } = {}) =>
  cell(width, paragraph(text, { bold: true, size, align: 'center', keepNext: true }), {
    middle: true,
    ...(span !== undefined && { span }),
  });

export type ListColumn = readonly [head: string, field: string, width: number, align?: Align];

/** A table whose heads come again on every page and whose one row is repeated for each line of the list. */
export function listTable(list: string, columns: readonly ListColumn[]): string {
  const heads = columns.map(([head, , width]) => headCell(width, head));
  const fields = columns.map(([, field, width, align = 'left'], index) => {
    const open = index === 0 ? `{#${list}}` : '';
    const close = index === columns.length - 1 ? `{/${list}}` : '';
    return cell(width, paragraph(`${open}{${field}}${close}`, { size: 24, align }), { middle: true });
  });
  return table(
    columns.map(([, , width]) => width),
    [row(heads, { isHead: true }), row(fields)],
    { lined: true },
  );
}

/** As long as the motto in 13 pt bold. */
const MOTTO_WIDTH = 3190;
/** Shares of its column that the line under the organ has, and of the sheet that the organ has. */
const ORGAN_RULE = 0.38;
const ORGAN = { upright: 0.42, lying: 0.5 } as const;

/**
 * Organ on the left, country and motto on the right, each with its line; below them the number, place and date: Decree
 * 30/2020/NĐ-CP, Annex I, part II. All are raw XML text.
 */
export function officialHeading(
  { organ, number = '', placeAndDate }: { organ: string; number?: string; placeAndDate: string },
  width: number = TEXT_WIDTH.upright,
): string {
  const left = Math.round(width * (width > TEXT_WIDTH.upright ? ORGAN.lying : ORGAN.upright));
  const right = width - left;
  const who = paragraph(organ, { bold: true, size: 24, align: 'center' }) + rule(left * ORGAN_RULE, left);
  const country =
    paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 24, align: 'center' }) +
    paragraph('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 26, align: 'center' }) +
    rule(MOTTO_WIDTH, right);
  const below = [
    paragraph(number, { size: 26, align: 'center', before: 60 }),
    paragraph(placeAndDate, { italic: true, size: 26, align: 'center', before: 60 }),
  ] as const;
  return table(
    [left, right],
    [row([cell(left, who), cell(right, country)]), row([cell(left, below[0]), cell(right, below[1])])],
  );
}

/** What the paper is (tên loại) and what it is about (trích yếu), with air around them and the short line below. */
export function titleBlock(kind: string, about: readonly string[], width: number = TEXT_WIDTH.upright): string {
  const lines = about.map((text) => paragraph(text, { bold: true, align: 'center', keepNext: true }));
  const title = paragraph(kind, { bold: true, size: 30, align: 'center', keepNext: true, before: 240, after: 60 });
  return [title, ...lines, rule(width * 0.16, width, { after: 200 })].join('');
}

/** A heading, on the page of what follows. */
export const sectionTitle = (text: string): string => paragraph(text, { bold: true, keepNext: true, before: 80 });

/**
 * Nơi nhận on the left, who signs on the right with room for signature and seal; never broken over two pages. The
 * paragraph before it should keep to it.
 *
 * @param to paragraphs under “Nơi nhận:”
 * @param offices paragraphs above the room: on behalf of whom, which office
 */
export function ending(
  { to, offices, name }: { to: readonly string[]; offices: readonly string[]; name: string },
  width: number = TEXT_WIDTH.upright,
): string {
  const half = Math.round(width * 0.45);
  const left = paragraph('Nơi nhận:', { bold: true, italic: true, size: 24, align: 'left', keepNext: true });
  const signed = paragraph(name, { bold: true, size: 26, align: 'center', before: ROOM_TO_SIGN });
  return table(
    [half, width - half],
    [row([cell(half, [left, ...to].join('')), cell(width - half, [...offices, signed].join(''))])],
  );
}

/** Lines of the two columns of `ending`. */
export const recipientLine = (text: string): string => paragraph(text, { size: 22, align: 'left', keepNext: true });
export const officeLine = (text: string): string =>
  paragraph(text, { bold: true, size: 26, align: 'center', keepNext: true });

/** A text made safe to stand in `paragraph`; control signs have no place in XML. */
export const xmlText = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
