import type { Readable } from 'node:stream';
import yazl from 'yazl';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Text as a Word file on A4, a paragraph for each line, 14 pt; lines wholly in capitals are bold. */
export function plainDocx(text: string): Readable {
  const zip = new yazl.ZipFile();
  const part = (name: string, content: string) => zip.addBuffer(Buffer.from(XML + content), name);
  part(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  part(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  const body = text.normalize('NFC').split(/\r?\n/).map(paragraph).join('');
  part(
    'word/document.xml',
    `<w:document xmlns:w="${W}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  );
  zip.end();
  return zip.outputStream as Readable;
}

function paragraph(line: string): string {
  const isHead = /\p{Lu}/u.test(line) && line === line.toLocaleUpperCase('vi');
  const face = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>';
  const run = `<w:rPr>${face}${isHead ? '<w:b/>' : ''}<w:sz w:val="28"/></w:rPr>`;
  return `<w:p><w:pPr><w:spacing w:before="60" w:after="60"/></w:pPr><w:r>${run}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`;
}

/** Control characters have no place in XML, whatever was pasted. */
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
