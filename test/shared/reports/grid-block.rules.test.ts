import { expect, test } from 'vitest';
import { type GridRow, pasteBlock, statusOf } from '#shared/reports/grid-block.rules.ts';

const rows: GridRow[] = [
  { id: 'a', decimals: 1, unitOfMeasure: 'tỷ đồng' },
  { id: 'b', decimals: 0, unitOfMeasure: 'xã' },
  { id: 'c', decimals: 0, unitOfMeasure: 'người' },
];
const at = (row: number, column: number) => ({ row, column });

test('a block of figures, states, offices and notes lies over the form', () => {
  const { changes, refused, unclear } = pasteBlock(
    [
      ['8.905,2', 'Số sơ bộ', 'Sở Tài chính', "'=theo kho bạc"],
      ['22', 'chính thức', '', 'hai\ndòng'],
    ],
    rows,
    at(0, 0),
  );
  expect(changes).toEqual([
    { id: 'a', part: 'value', to: 89_052 },
    { id: 'a', part: 'valueStatus', to: 'preliminary' },
    { id: 'a', part: 'sourceOffice', to: 'Sở Tài chính' },
    { id: 'a', part: 'note', to: '=theo kho bạc' },
    { id: 'b', part: 'value', to: 22 },
    { id: 'b', part: 'valueStatus', to: 'official' },
    { id: 'b', part: 'sourceOffice', to: '' },
    { id: 'b', part: 'note', to: 'hai dòng' },
  ]);
  expect([refused, unclear]).toEqual([[], 0]);
});

test('how final a figure is, in the words that offices write', () => {
  expect(['Ước TH', 'ƯỚC', 'Số ước', 'sơ bộ', 'Official', 'constructor'].map(statusOf)).toEqual([
    'estimate',
    'estimate',
    'estimate',
    'preliminary',
    'official',
    undefined,
  ]);
});

test('what is not clear stays a text; what a cell cannot hold leaves it as it was', () => {
  const answer = pasteBlock([['29,000', 'rất chắc', 'x'.repeat(201)]], rows, at(1, 0));
  expect(answer.changes).toEqual([{ id: 'b', part: 'value', to: '29,000' }]);
  expect(answer.unclear).toBe(1);
  expect(answer.refused.map(({ part }) => part)).toEqual(['valueStatus', 'sourceOffice']);
});

test('what lies beyond the form is counted and said, not dropped in silence', () => {
  const answer = pasteBlock(Array(5).fill(['1', '', '']), rows, at(1, 2));
  expect(answer).toMatchObject({ rowsCut: 3, columnsCut: 1 });
  expect(answer.changes).toHaveLength(4);
});

test('one text fills the whole selection; rows of different length keep their places', () => {
  expect(pasteBlock([['5']], rows, at(0, 0), { rows: 3, columns: 1 }).changes.map(({ to }) => to)).toEqual([50, 5, 5]);
  expect(pasteBlock([['1', 'Ước thực hiện'], ['2']], rows, at(0, 0)).changes).toHaveLength(3);
});
