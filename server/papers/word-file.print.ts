import PizZip from 'pizzip';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OOXML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const DEFLATE = { type: 'uint8array', compression: 'DEFLATE' } as const;

/** Between the margins of a sheet of A4, in twentieths of a point: 165 mm upright, 252 mm lying. */
export const TEXT_WIDTH = { upright: 9354, lying: 14287 } as const;

export type ParagraphStyle = {
  bold?: true;
  italic?: true;
  /** Half points; 28 (14 pt) unless told. */
  size?: number;
  align?: 'center' | 'right' | 'left';
  indent?: false;
  /** A line under the paragraph, as below the motto. */
  ruled?: true;
};

/** A paragraph of raw XML text: 14 pt unless told, first line moved in by 1 cm as the decree has it. */
export function paragraph(text: string, style: ParagraphStyle = {}): string {
  const { bold, italic, size = 28, align, indent, ruled } = style;
  const run = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size}"/>`;
  const isBody = align === undefined && indent !== false;
  const border = ruled ? '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>' : '';
  const shape = isBody ? '<w:ind w:firstLine="567"/><w:jc w:val="both"/>' : `<w:jc w:val="${align ?? 'left'}"/>`;
  const sides = ruled ? '<w:ind w:left="1100" w:right="1100"/><w:jc w:val="center"/>' : shape;
  const space = `<w:spacing w:before="${isBody ? 60 : 0}" w:after="${isBody ? 60 : 0}"/>`;
  return `<w:p><w:pPr>${border}${space}${sides}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export type ListColumn = readonly [head: string, field: string, width: number];

/** A table whose heads come again on every page and whose one row is repeated for each line of the list. */
export function listTable(list: string, columns: readonly ListColumn[]): string {
  const heads = columns.map(([head, , width]) =>
    cell(width, paragraph(head, { bold: true, size: 24, align: 'center' })),
  );
  const fields = columns.map(([, field, width], index) => {
    const open = index === 0 ? `{#${list}}` : '';
    const close = index === columns.length - 1 ? `{/${list}}` : '';
    return cell(width, paragraph(`${open}{${field}}${close}`, { size: 24, indent: false }));
  });
  return table(
    columns.map(([, , width]) => width),
    [row(heads, { isHead: true }), row(fields)],
    { lined: true },
  );
}

export const cell = (width: number, inside: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;

/** A row that is not broken over two pages. */
export const row = (cells: readonly string[], { isHead = false } = {}): string =>
  `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;

/** A table of rows; with lines only where asked. */
export function table(widths: readonly number[], rows: readonly string[], { lined = false } = {}): string {
  const line = (side: string) =>
    `<w:${side} w:val="${lined ? 'single' : 'none'}" w:sz="${lined ? 4 : 0}" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('');
  const total = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

/** Organ on the left, country and motto on the right: Decree 30/2020/NĐ-CP, Annex I, part II. All are raw XML text. */
export function officialHeading(
  { organ, number, placeAndDate }: { organ: string; number?: string; placeAndDate: string },
  width: number = TEXT_WIDTH.upright,
): string {
  const left =
    paragraph(organ, { bold: true, size: 26, align: 'center' }) +
    (number === undefined ? '' : paragraph(number, { size: 26, align: 'center' }));
  const right =
    paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 24, align: 'center' }) +
    paragraph('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 26, ruled: true }) +
    paragraph(placeAndDate, { italic: true, size: 26, align: 'center' });
  const widths = [Math.round(width * 0.4), width - Math.round(width * 0.4)] as const;
  return table(widths, [row([cell(widths[0], left), cell(widths[1], right)])]);
}

export const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

const STYLES =
  `${XML}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>' +
  '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/>' +
  '</w:rPr></w:rPrDefault></w:docDefaults></w:styles>';

/** The number of the page in the middle above, from the second page on. */
const HEADER =
  `${XML}<w:hdr xmlns:w="${W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>` +
  '<w:fldSimple w:instr="PAGE"><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>';

/** A4; above and below 20 mm, left 30 mm, right 15 mm; lying: the side that is bound is above. */
const SHEET = {
  upright:
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>',
  lying:
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1701" w:right="1134" w:bottom="851" w:left="1417" w:header="850" w:footer="567" w:gutter="0"/>',
} as const;

/** Ends a part of a Word file on this kind of sheet; what follows stands on the kind that `wordFile` is told. */
export const sectionEnd = (sheet: keyof typeof SHEET): string =>
  `<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId2"/>${SHEET[sheet]}<w:titlePg/></w:sectPr></w:pPr></w:p>`;

/**
 * A Word file: A4 with the margins of Decree 30/2020/NĐ-CP, Times New Roman, the page's number above from the second
 * page on.
 *
 * @param body paragraphs and tables one after another
 */
export function wordFile(body: readonly string[], sheet: keyof typeof SHEET = 'upright'): Uint8Array {
  const zip = new PizZip();
  zip.file(
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OOXML}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${OOXML}.header+xml"/><Override PartName="/word/styles.xml" ContentType="${OOXML}.styles+xml"/></Types>`,
  );
  const relations = (targets: Readonly<Record<string, string>>) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${Object.entries(targets)
      .map(
        ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  const end = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>${SHEET[sheet]}<w:titlePg/></w:sectPr>`;
  zip.file('_rels/.rels', relations({ officeDocument: 'word/document.xml' }));
  zip.file('word/_rels/document.xml.rels', relations({ styles: 'styles.xml', header: 'header1.xml' }));
  zip.file('word/header1.xml', HEADER);
  zip.file('word/styles.xml', STYLES);
  zip.file(
    'word/document.xml',
    `${XML}<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${body.join('')}${end}</w:body></w:document>`,
  );
  return zip.generate(DEFLATE);
}

/** A text made safe to stand in `paragraph`; control signs have no place in XML. */
export const xmlText = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
