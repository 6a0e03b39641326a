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
  expect(kindReasons('a.PDF', pdf)).toEqual([]);
  expect(kindReasons('a.doc', { mime: 'application/x-cfb', ext: 'cfb' })).toEqual([]);
  expect(kindReasons('a.docx', pdf)[0]).toMatchObject({ code: 'file.name-against-content', facts: { found: 'pdf' } });
  expect(kindReasons('a.exe', { mime: 'application/x-msdownload', ext: 'exe' })[0]?.code).toBe('file.kind-not-allowed');
  expect(kindReasons('a.txt', undefined)[0]?.code).toBe('file.kind-not-allowed');
  expect(kindReasons('a.pdf', { mime: 'constructor', ext: '' })[0]?.code).toBe('file.kind-not-allowed');
});

test('documents of a sent nomination or report stay as they are; a decision takes its signed scan', () => {
  expect(subjectReasons('nomination', 'draft')).toEqual([]);
  expect(subjectReasons('nomination', 'submitted')).toHaveLength(1);
  expect(subjectReasons('report', 'supplement')).toEqual([]);
  expect(subjectReasons('report', 'received')).toHaveLength(1);
  expect(subjectReasons('decision', 'issued')).toEqual([]);
});
