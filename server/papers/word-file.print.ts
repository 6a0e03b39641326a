import PizZip from 'pizzip';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OOXML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const DEFLATE = { type: 'uint8array', compression: 'DEFLATE' } as const;

const STYLES =
  `${XML}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>' +
  '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/>' +
  '</w:rPr></w:rPrDefault></w:docDefaults></w:styles>';

/** Without it Word opens the file in the manner of 2007 and says so in its title. */
const SETTINGS =
  `${XML}<w:settings xmlns:w="${W}"><w:compat><w:compatSetting w:name="compatibilityMode" ` +
  'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';

const centered = (inside: string) => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${inside}</w:p>`;
const run = (text: string, size: number, form = '') =>
  `<w:r><w:rPr>${form}<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** The number of the page in the middle above, from the second page on. */
const HEADER = `${XML}<w:hdr xmlns:w="${W}">${centered(`<w:fldSimple w:instr="PAGE">${run('2', 26)}</w:fldSimple>`)}</w:hdr>`;
const footer = (mark: string, foot: string) =>
  `${XML}<w:ftr xmlns:w="${W}">${mark === '' ? '' : centered(run(mark, 20, '<w:i/>'))}${centered(run(foot, 16))}</w:ftr>`;

/** A4; above and below 20 mm, left 30 mm, right 15 mm; lying: the side that is bound is above. */
const SHEET = {
  upright:
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>',
  lying:
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1701" w:right="1134" w:bottom="851" w:left="1417" w:header="850" w:footer="425" w:gutter="0"/>',
} as const;
export type Sheet = keyof typeof SHEET;

/** The parts of a sheet: header from its second page on, footer on all of them. */
const section = (sheet: Sheet) =>
  '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>' +
  `<w:footerReference w:type="first" r:id="rId3"/>${SHEET[sheet]}<w:titlePg/></w:sectPr>`;

/** Ends a part of a Word file on this kind of sheet; what follows stands on the kind that `wordFile` is told. */
export const sectionEnd = (sheet: Sheet): string => `<w:p><w:pPr>${section(sheet)}</w:pPr></w:p>`;

/** A body ends in a paragraph; one after a last table takes no room. */
const closed = (body: string) =>
  body.endsWith('</w:tbl>')
    ? `${body}<w:p><w:pPr><w:spacing w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`
    : body;

/**
 * A Word file: A4 with the margins of Decree 30/2020/NĐ-CP, Times New Roman, the page's number above from the second
 * page on.
 *
 * @param body paragraphs and tables one after another
 * @param mark raw XML text at the foot of every page, what no copy may lose; may be a name in braces
 * @param foot the same in small type, below it
 */
export function wordFile(
  body: readonly string[],
  { sheet = 'upright', mark = '', foot = '' }: { sheet?: Sheet; mark?: string; foot?: string } = {},
): Uint8Array {
  const zip = new PizZip();
  const parts = {
    document: 'document.main',
    header1: 'header',
    footer1: 'footer',
    settings: 'settings',
    styles: 'styles',
  };
  const overrides = Object.entries(parts)
    .map(([part, kind]) => `<Override PartName="/word/${part}.xml" ContentType="${OOXML}.${kind}+xml"/>`)
    .join('');
  zip.file(
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`,
  );
  const relations = (targets: Readonly<Record<string, string>>) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${Object.entries(targets)
      .map(
        ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  zip.file('_rels/.rels', relations({ officeDocument: 'word/document.xml' }));
  zip.file(
    'word/_rels/document.xml.rels',
    relations({ styles: 'styles.xml', header: 'header1.xml', footer: 'footer1.xml', settings: 'settings.xml' }),
  );
  zip.file('word/header1.xml', HEADER);
  zip.file('word/footer1.xml', footer(mark, foot));
  zip.file('word/settings.xml', SETTINGS);
  zip.file('word/styles.xml', STYLES);
  zip.file(
    'word/document.xml',
    `${XML}<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${closed(body.join(''))}${section(sheet)}</w:body></w:document>`,
  );
  return zip.generate(DEFLATE);
}
