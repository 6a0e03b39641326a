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

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (attributes: string, tag = 'Relationship') =>
  changed((zip) => zip.file('word/_rels/settings.xml.rels', `<Relationships><${tag} ${attributes}/></Relationships>`));
const inBody = (xml: string) =>
  changed((zip) =>
    zip.file('word/document.xml', zip.file('word/document.xml')!.asText().replace('<w:sectPr>', `${xml}<w:sectPr>`)),
  );
const run = (inside: string) => `<w:r>${inside}</w:r>`;
const mark = (kind: string) => run(`<w:fldChar w:fldCharType="${kind}"/>`);
const instruction = (text: string) => run(`<w:instrText xml:space="preserve">${text}</w:instrText>`);
const aField = (...inside: string[]) => inBody(`<w:p>${mark('begin')}${inside.join('')}${mark('end')}</w:p>`);
const template = `Type="${OFFICE}/attachedTemplate" Target="https://x.example/a.dotm"`;

test.each([
  [
    'a template whose address ends like a link',
    `Type="${OFFICE}/attachedTemplate" Target="https://x.example/hyperlink" TargetMode="External"`,
  ],
  ['the word written in numbers', `${template} TargetMode="Extern&#97;l"`],
  ['a sign > in another value', `Id="a>b" ${template} TargetMode="External"`],
  ['an address without the word', template],
])('what comes from outside is found behind %s', async (_, attributes) => {
  expect((await check(relation(attributes)))[0]).toMatchObject({ code: 'paper.outside' });
  expect((await check(relation(attributes, 'x-1:Relationship')))[0]).toMatchObject({ code: 'paper.outside' });
});

test('a link that a reader clicks is none, nor is a part within', async () => {
  expect(await check(relation(`Type="${OFFICE}/hyperlink" Target="https://x.example/" TargetMode="External"`))).toEqual(
    [],
  );
  expect(await check(relation(`Type="${OFFICE}/image" Target="media/a.png"`))).toEqual([]);
});

test('a part that brings another file along is known by what it is, whatever it is called', async () => {
  for (const kind of ['aFChunk', 'oleObject', 'control'])
    expect((await check(relation(`Type="${OFFICE}/${kind}" Target="media/a.png"`)))[0], kind).toMatchObject({
      code: 'paper.embedded',
    });
});

test.each([
  ['a picture by its address', aField(instruction(' INCLUDEPICTURE "https://x.example/a.png" \\d '))],
  ['a program started', aField(instruction(' DDE'), instruction('AUTO cmd "/c calc" '))],
  ['a name that another field makes up', aField(aFieldInside(), instruction('AUTO cmd'))],
  [
    'a short field',
    inBody('<w:p><w:fldSimple w:instr=" includetext &quot;//x/a.docx&quot;"><w:r/></w:fldSimple></w:p>'),
  ],
])('a field of Word that fetches or runs is refused: %s', async (_, file) => {
  expect((await check(file))[0]).toMatchObject({ code: 'paper.field' });
});

function aFieldInside() {
  return `${mark('begin')}${instruction(' QUOTE 68 68 69 ')}${mark('separate')}${run('<w:t>DDE</w:t>')}${mark('end')}`;
}

test('the fields of an office’s paper pass', async () => {
  const link = instruction(' HYPERLINK "https://x.example/include/link" ');
  for (const file of [aField(instruction(' PAGE ')), aField(instruction(' DATE \\@ "dd/MM/yyyy" ')), aField(link)])
    expect(await check(file)).toEqual([]);
});

test('an archive that two programs would read differently is refused', async () => {
  const evil = changed((zip) => zip.file('word/vbaProject.bin', 'x'));
  const [good, other] = [Buffer.from(GOOD), Buffer.from(evil)];
  const placeOf = (file: Buffer) => file.readUInt32LE(file.length - 6);
  const directory = (file: Buffer) => file.subarray(placeOf(file), file.length - 22);
  // The end points at the directory of the good one; right before it lies another, behind more bytes.
  const end = Buffer.from(good.subarray(good.length - 22));
  const shifted = Buffer.concat([good.subarray(0, good.length - 22), directory(other), end]);
  expect((await check(shifted))[0]).toMatchObject({ code: 'paper.damaged' });
  // The end says fewer entries than stand there.
  const short = Buffer.from(other);
  for (const at of [14, 12]) short.writeUInt16LE(short.readUInt16LE(short.length - at) - 1, short.length - at);
  expect((await check(short))[0]).toMatchObject({ code: 'paper.damaged' });
});

test('a template that never ends says so instead of breaking', async () => {
  const file = wordFile([paragraph('{#viec}{#viec}{#viec}{ten}{/viec}{/viec}{/viec}')]);
  const viec = Array.from({ length: 1_000 }, () => ({ stt: '1', ten: 'x'.repeat(5_000) }));
  await expect(fillWord(file, { viec }, { withinMs: 400 })).rejects.toMatchObject({
    reasons: [{ code: 'paper.too-heavy' }],
  });
});
