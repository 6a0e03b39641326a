import PizZip from 'pizzip';
import { expect, test } from 'vitest';
import {
  ending,
  listTable,
  officeLine,
  officialHeading,
  paragraph,
  recipientLine,
  sectionTitle,
  TEXT_WIDTH,
  titleBlock,
} from '#server/papers/word-blocks.print.ts';
import { wordFile } from '#server/papers/word-file.print.ts';

const paragraphsOf = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
const withText = (xml: string, text: string) => paragraphsOf(xml).find((one) => one.includes(text))!;
/** Room that a drawn line leaves on both sides. */
const rules = (xml: string) =>
  [...xml.matchAll(/<w:pBdr><w:top .*?<w:ind w:left="(\d+)" w:right="(\d+)"\/>/gs)].map(([, left, right]) => [
    Number(left),
    Number(right),
  ]);

test.each([TEXT_WIDTH.upright, TEXT_WIDTH.lying])(
  'the motto has its whole column and its line is as long as it: %i',
  (width) => {
    const xml = officialHeading({ organ: 'CỤM THI ĐUA', placeAndDate: 'X, ngày 05' }, width);
    expect(withText(xml, 'Độc lập - Tự do - Hạnh phúc')).not.toContain('<w:ind');
    const [left = 0, right = 0] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, one]) => Number(one));
    expect(left + right).toBe(width);
    const [organ, motto] = rules(xml);
    // 26 letters and signs of 13 pt bold are 159 pt long.
    expect(Math.abs(right - motto![0]! - motto![1]! - 3180)).toBeLessThan(40);
    const share = (left - organ![0]! - organ![1]!) / left;
    expect(share).toBeGreaterThan(1 / 3);
    expect(share).toBeLessThan(1 / 2);
  },
);

test('number, place and date stand in one row below both', () => {
  const xml = officialHeading({ organ: 'CỤM', number: 'Số: …/BC', placeAndDate: 'Lạng Sơn, ngày 05' });
  const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs)!;
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatch(/Số: …\/BC.*Lạng Sơn, ngày 05/s);
});

test('no heading ends a page, and who signs stays with the last words', () => {
  for (const text of ['I. TÌNH HÌNH', 'BÁO CÁO', 'Tổng kết']) {
    const xml = sectionTitle('I. TÌNH HÌNH') + titleBlock('BÁO CÁO', ['Tổng kết']);
    expect(withText(xml, text), text).toContain('<w:pPr><w:keepNext/>');
  }
  const xml = ending({ to: ['- Lưu: VT.'].map(recipientLine), offices: ['TM. CỤM'].map(officeLine), name: 'Ng. Mẫu' });
  expect(xml).toContain('<w:cantSplit/>');
  const [, sender] = xml.match(/<w:tc>.*?<\/w:tc>/gs)!;
  expect(paragraphsOf(sender!).every((one) => one.includes('<w:jc w:val="center"/>'))).toBe(true);
  const [, room = '0'] = /w:before="(\d+)"/.exec(withText(sender!, 'Ng. Mẫu')) ?? [];
  expect(Number(room)).toBeGreaterThan(1000);
});

test('figures of a list stand on the right, its heads come again and its cells have room at their sides', () => {
  const xml = listTable('ds', [
    ['STT', 'stt', 700, 'center'],
    ['Số', 'so', 2000, 'right'],
  ]);
  expect(withText(xml, '{so}')).toContain('<w:jc w:val="right"/>');
  expect(withText(xml, '{#ds}{stt}')).toContain('<w:jc w:val="center"/>');
  expect(xml).toContain('<w:tblHeader/>');
  expect(xml).toMatch(/<w:tblCellMar>.*<w:left w:w="[1-9]\d*" w:type="dxa"\/>/);
});

test('an empty paragraph is no higher than it says; a body never ends in a table', () => {
  expect(paragraph('', { size: 12, indent: false })).toMatch(/<w:pPr>.*<w:rPr><w:sz w:val="12"\/>.*<\/w:pPr>/);
  const file = new PizZip(wordFile([listTable('ds', [['A', 'a', 700]])], { mark: 'BẢN MẪU', foot: 'mã' }));
  expect(file.file('word/document.xml')!.asText()).toMatch(/<\/w:tbl><w:p>.*<\/w:p><w:sectPr>/);
  expect(file.file('word/footer1.xml')!.asText()).toMatch(/BẢN MẪU.*mã/);
  for (const part of ['settings', 'footer1', 'header1', 'styles'])
    expect(file.file('[Content_Types].xml')!.asText(), part).toContain(`/word/${part}.xml`);
});
