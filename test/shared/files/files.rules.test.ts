import { describe, expect, test } from 'vitest';
import { kindReasons, subjectReasons } from '#shared/files/files.rules.ts';
import { cleanFileName } from '#shared/files/files.schema.ts';

describe('the name a document keeps', () => {
  test.each([
    ['Báo cáo thành tích.pdf', 'Báo cáo thành tích.pdf'],
    ['C:\\Users\\an\\ho so.pdf', 'ho so.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['anh\u202Egpj.exe', 'anhgpj.exe'],
    ['Ho\u0302\u0300 so\u031b.pdf', 'Hồ sơ.pdf'],
    ['..', ''],
    ['a/', ''],
  ])('%j → %j', (given, kept) => expect(cleanFileName(given)).toBe(kept));

  test('a long one is cut before its ending', () => {
    const kept = cleanFileName(`${'Tờ trình '.repeat(50)}.docx`);
    expect(kept).toHaveLength(150);
    expect(kept.endsWith('.docx')).toBe(true);
  });
});

test('kind by content and name together', () => {
  const pdf = { mime: 'application/pdf', ext: 'pdf' };
  expect(kindReasons('a.PDF', pdf, 'nomination')).toEqual([]);
  expect(kindReasons('a.doc', { mime: 'application/x-cfb', ext: 'cfb' }, 'nomination')).toEqual([]);
  expect(kindReasons('a.docx', pdf, 'nomination')[0]).toMatchObject({
    code: 'file.name-against-content',
    facts: { found: 'pdf' },
  });
  expect(kindReasons('a.exe', { mime: 'application/x-msdownload', ext: 'exe' }, 'nomination')[0]?.code).toBe(
    'file.kind-not-allowed',
  );
  expect(kindReasons('a.txt', undefined, 'nomination')[0]?.code).toBe('file.kind-not-allowed');
  expect(kindReasons('a.pdf', { mime: 'constructor', ext: '' }, 'nomination')[0]?.code).toBe('file.kind-not-allowed');
});

test('a signed page is a scan: no text one can go on writing in, nothing renamed', () => {
  const pdf = { mime: 'application/pdf', ext: 'pdf' };
  const docx = { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ext: 'docx' };
  expect(kindReasons('trang ky.pdf', pdf, 'pledge-signature')).toEqual([]);
  expect(kindReasons('trang ky.jpeg', { mime: 'image/jpeg', ext: 'jpg' }, 'pledge-signature')).toEqual([]);
  expect(kindReasons('giao uoc.docx', docx, 'pledge-signature')[0]?.code).toBe('file.not-a-scan');
  expect(kindReasons('scan.pdf', docx, 'pledge-signature')[0]?.code).toBe('file.not-a-scan');
  expect(kindReasons('scan.pdf', { mime: 'application/x-msdownload', ext: 'exe' }, 'pledge-signature')[0]?.code).toBe(
    'file.not-a-scan',
  );
  expect(kindReasons('scan.png', pdf, 'pledge-signature')[0]?.code).toBe('file.name-against-content');
});

test('documents of a sent nomination or report stay as they are; a decision takes its signed scan', () => {
  expect(subjectReasons('nomination', 'draft')).toEqual([]);
  expect(subjectReasons('nomination', 'submitted')).toHaveLength(1);
  expect(subjectReasons('report', 'supplement')).toEqual([]);
  expect(subjectReasons('report', 'received')).toHaveLength(1);
  expect(subjectReasons('decision', 'issued')).toEqual([]);
});
