import { describe, expect, test } from 'vitest';
import { findHeadings, foldHeading, guessColumns } from '#shared/imports/columns.rules.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import { importKind } from '#shared/imports/imports.schema.ts';

const rows = (...cells: string[][]) => cells.map((each, i) => ({ rowNumber: i + 1, cells: each }));
const guess = (kind: keyof typeof FIELDS_OF_KIND, headings: string[]) =>
  guessColumns(
    headings.map((heading, index) => ({ index, heading })),
    FIELDS_OF_KIND[kind],
  ).map(({ field }) => field);

describe('which field a heading means', () => {
  test('a list of awards as an office keeps it', () => {
    const headings = [
      'STT',
      'Họ và tên',
      'Năm sinh',
      'Chức vụ',
      'Đơn vị công tác',
      'Hình thức khen',
      'Số QĐ',
      'Ngày QĐ',
      'Ghi chú',
    ];
    expect(guess('awards', headings)).toEqual([
      null,
      'name',
      'birthOn',
      'positionHeld',
      'place',
      'award',
      'decisionNumber',
      'decidedOn',
      null,
    ]);
  });

  test('in capitals, without marks, with stars, brackets and line breaks', () => {
    expect(guess('recipients', ['HO VA TEN (*)', 'Giới\ntính', 'Số CMND/CCCD', 'Ngày, tháng, năm sinh'])).toEqual([
      'name',
      'sex',
      'cccd',
      'birthOn',
    ]);
    expect(foldHeading('Họ & tên (viết hoa) *')).toBe('ho va ten');
  });

  test('each field once: the surer heading wins', () => {
    expect(guess('awards', ['Quyết định', 'Số quyết định'])).toEqual([null, 'decisionNumber']);
    expect(guess('recipients', ['Tên', 'Họ và tên'])).toEqual([null, 'name']);
  });

  test('a longer heading that holds an alias', () => {
    expect(guess('awards', ['Họ và tên người được khen thưởng'])).toEqual(['name']);
    expect(guess('awards', ['Chuyện khác', '', 'X'])).toEqual([null, null, null]);
  });

  test.each(importKind.options)('%s: the own labels are found, and all fields of the template', (kind) => {
    const fields = FIELDS_OF_KIND[kind];
    const guessed = guessColumns(
      fields.map(({ label, required }, index) => ({ index, heading: required ? `${label.vi} *` : label.vi })),
      fields,
    );
    expect(guessed.map(({ field }) => field)).toEqual(fields.map(({ id }) => id));
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  });
});

describe('where the headings stand', () => {
  const headings = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị'];

  test('below the name of the office and of the list', () => {
    const found = findHeadings(
      rows(['UBND TỈNH MẪU', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], ['DANH SÁCH KHEN THƯỞNG NĂM 2023'], headings, [
        '1',
        'Nguyễn Văn Mẫu',
        'Giáo viên',
        'Trường Mẫu',
      ]),
    );
    expect(found).toEqual({ headerRow: 3, headings });
  });

  test('two rows of headings are joined', () => {
    const found = findHeadings(
      rows(
        ['STT', 'Họ và tên', 'Quyết định', '', 'Ghi chú'],
        ['', '', 'Số', 'Ngày', ''],
        ['1', 'Nguyễn Văn Mẫu', '12/QĐ-UBND', '05/03/2023', ''],
      ),
    );
    expect(found).toEqual({
      headerRow: 2,
      headings: ['STT', 'Họ và tên', 'Quyết định số', 'Quyết định ngày', 'Ghi chú'],
    });
    expect(guess('awards', found.headings)).toEqual([null, 'name', 'decisionNumber', 'decidedOn', null]);
  });

  test('a first record with gaps is no second row of headings', () => {
    expect(findHeadings(rows(headings, ['1', 'Nguyễn Văn Mẫu', '', 'Trường Mẫu'])).headerRow).toBe(1);
    expect(findHeadings(rows(['Họ và tên', 'Chức vụ', ''], ['Nguyễn Văn Mẫu', 'Giáo viên', 'có mặt'])).headerRow).toBe(
      1,
    );
  });

  test('headings nobody knows, over data', () => {
    expect(findHeadings(rows(['Alpha', 'Beta', 'Gamma'], ['1', '2', '3']))).toEqual({
      headerRow: 1,
      headings: ['Alpha', 'Beta', 'Gamma'],
    });
  });

  test('no headings at all', () => {
    expect(findHeadings(rows(['1', '2'], ['3', '4']))).toEqual({ headerRow: 0, headings: ['Cột 1', 'Cột 2'] });
    expect(findHeadings([])).toEqual({ headerRow: 0, headings: [] });
  });
});
