import { expect, test } from 'vitest';
import { wordReason } from '#shared/core/wording.ts';
import { importFileReasons } from '#shared/imports/import-file.rules.ts';
import { READING_REASONS } from '#shared/imports/reading.reasons.ts';

const told = (ext: string) =>
  importFileReasons('Danh sách.xlsx', { ext })
    .map((reason) => wordReason(reason, READING_REASONS))
    .join();

test.each([
  ['pdf', 'tài liệu PDF', 'Hãy xin tệp Excel gốc'],
  ['jpg', 'ảnh JPEG', 'Hãy xin tệp Excel gốc'],
  ['docx', 'văn bản Word', 'dán sang Excel'],
  ['rar', 'tệp nén RAR', 'Hãy giải nén'],
  ['mp3', 'tệp .mp3', 'Hãy chọn tệp Excel'],
])('%s under the name of a workbook is called what it is', (ext, name, advice) => {
  expect(told(ext)).toContain(name);
  expect(told(ext)).toContain(advice);
});

test('a table under the ending of another table is one, and no content is no reason', () => {
  expect(importFileReasons('Danh sách.csv', { ext: 'xlsx' })).toEqual([]);
  expect(importFileReasons('Danh sách.xls', { ext: 'cfb' })).toEqual([]);
  expect(importFileReasons('Danh sách.csv', undefined)).toEqual([]);
  expect(importFileReasons('Danh sách.pdf', undefined)).toMatchObject([{ code: 'import.file-kind' }]);
});
