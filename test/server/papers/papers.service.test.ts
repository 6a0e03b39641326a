import PizZip from 'pizzip';
import { expect, test } from 'vitest';
import { checkWordTemplate, fillWord } from '#server/papers/papers.service.ts';
import { listTable, officialHeading, paragraph, xmlText } from '#server/papers/word-blocks.print.ts';
import { wordFile } from '#server/papers/word-file.print.ts';

const word = (name: string) => ({ name, meaning: { vi: name, en: name } });
const NAMES = [
  word('nam'),
  { ...word('bang'), isTable: true as const },
  { ...word('viec'), fields: [word('stt'), word('ten')] },
];
const check = async (file: Uint8Array, name = 'mẫu.docx') =>
  (await checkWordTemplate(file, name, NAMES)).map(({ code, facts }) => ({ code, ...facts }));
const changed = (change: (zip: PizZip) => void) => {
  const zip = new PizZip(GOOD);
  change(zip);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
};
const GOOD = wordFile([
  officialHeading({ organ: 'CỤM', placeAndDate: 'ngày …' }),
  paragraph('Năm {nam}'),
  listTable('viec', [
    ['STT', 'stt', 700],
    ['Việc', 'ten', 5000],
  ]),
]);

test('a good template passes and is filled, and a text cannot become markup', async () => {
  expect(await check(GOOD)).toEqual([]);
  const filled = await fillWord(GOOD, { nam: 'A & <b>', viec: [{ stt: '1', ten: 'Họp' }] });
  const xml = new PizZip(filled).file('word/document.xml')!.asText();
  expect(xml).toContain('Năm A &amp; &lt;b&gt;');
  expect(xml).toContain('Họp');
  expect(xmlText('a<b>&\u0001')).toBe('a&lt;b&gt;&amp;');
});

test('a name that Word split over formatting is one name', async () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const split = changed((zip) =>
    zip.file(
      'word/document.xml',
      zip
        .file('word/document.xml')!
        .asText()
        .replace('<w:sectPr>', `<w:p>${run('{n')}${run('am')}${run('}')}</w:p>$&`),
    ),
  );
  expect(await check(split)).toEqual([]);
  const xml = new PizZip(await fillWord(split, { nam: '2023', viec: [] })).file('word/document.xml')!.asText();
  expect(xml).not.toContain('{n');
});

test('a list that opens in the table and closes outside it is told', async () => {
  const file = wordFile([listTable('viec', [['STT', 'stt', 700]]).replace('{/viec}', ''), paragraph('{/viec}')]);
  expect(await check(file)).toEqual([{ code: 'paper.list-misplaced', name: 'viec' }]);
});

test('a table of the program takes the place of its paragraph; a template without a name that must be there is refused', async () => {
  const file = wordFile([paragraph('Năm {nam}'), paragraph('{@bang}')]);
  expect(await check(file)).toEqual([]);
  const table = '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>';
  const xml = new PizZip(await fillWord(file, { nam: '2023', bang: table })).file('word/document.xml')!.asText();
  expect(xml).toContain(`</w:p>${table}`);
  const required = await checkWordTemplate(file, 'mẫu.docx', [...NAMES, { ...word('giay_moi'), isRequired: true }]);
  expect(required).toEqual([{ code: 'paper.name-required', facts: { name: 'giay_moi' } }]);
});

test('names in the header are checked too', async () => {
  const file = changed((zip) =>
    zip.file('word/header1.xml', zip.file('word/header1.xml')!.asText().replace('>2</w:t>', '>{nm}</w:t>')),
  );
  expect(await check(file)).toEqual([
    expect.objectContaining({ code: 'paper.name-misspelt', part: 'Đầu trang', paragraph: 1, nearest: 'nam' }),
  ]);
});

const big = () =>
  new PizZip().file('x', Buffer.alloc(8 * 1024 * 1024)).generate({ type: 'uint8array', compression: 'DEFLATE' });
test.each([
  ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'paper.not-word'],
  [
    'an archive of something else',
    () => new PizZip().file('a.txt', 'a').generate({ type: 'uint8array' }),
    'paper.not-word',
  ],
  ['half a file', () => GOOD.slice(0, GOOD.length / 2), 'paper.damaged'],
  ['a bomb', big, 'paper.zip-bomb'],
  ['too large a file', () => new Uint8Array(6 * 1024 * 1024), 'paper.too-large'],
  ['macros', () => changed((zip) => zip.file('word/vbaProject.bin', 'x')), 'paper.macro'],
  ['an object within', () => changed((zip) => zip.file('word/embeddings/a.bin', 'x')), 'paper.embedded'],
  [
    'a template from outside',
    () =>
      changed((zip) =>
        zip.file(
          'word/_rels/settings.xml.rels',
          '<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" Target="http://evil/" TargetMode="External"/></Relationships>',
        ),
      ),
    'paper.outside',
  ],
  [
    'a document type',
    () => changed((zip) => zip.file('word/document.xml', `<!DOCTYPE x>${zip.file('word/document.xml')!.asText()}`)),
    'paper.doctype',
  ],
  ['no names at all', () => wordFile([paragraph('Không có gì')]), 'paper.no-names'],
])('%s is refused: %s', async (_, file, code) => {
  expect((await check(file()))[0]).toMatchObject({ code });
});
