import { expect, test } from 'vitest';
import { arrangeColumns, moveColumn, readLayout, sameLayout, widthWithin } from '#shared/core/list-layout.rules.ts';

const COLUMNS = [{ id: 'name', fixed: true }, { id: 'place' }, { id: 'way', optional: true }, { id: 'date' }];
const ids = (columns: readonly { id: string; hidden?: boolean | undefined }[]) =>
  columns.map(({ id, hidden }) => (hidden ? `(${id})` : id));

test('without a layout the list is as it was made', () => {
  expect(ids(arrangeColumns(COLUMNS, null))).toEqual(['name', 'place', '(way)', 'date']);
});

test('a layout keeps its order; columns made later stand behind their neighbour, those gone fall away', () => {
  const layout = { columns: [{ id: 'date', width: 90 }, { id: 'gone' }, { id: 'name' }], density: 'dense' as const };
  const arranged = arrangeColumns(COLUMNS, layout);
  expect(ids(arranged)).toEqual(['date', 'name', 'place', '(way)']);
  expect(arranged[0]).toEqual({ id: 'date', hidden: false, width: 90 });
});

test('the first column made later comes first, and the naming column is never hidden', () => {
  const layout = { columns: [{ id: 'date' }, { id: 'place', hidden: true }], density: 'dense' as const };
  expect(ids(arrangeColumns(COLUMNS, layout))).toEqual(['name', 'date', '(place)', '(way)']);
  const hiding = { columns: [{ id: 'name', hidden: true }], density: 'dense' as const };
  expect(ids(arrangeColumns(COLUMNS, hiding))[0]).toBe('name');
});

test('a column moves step by step and stays at the edge', () => {
  const columns = arrangeColumns(COLUMNS, null);
  expect(ids(moveColumn(columns, 'date', -2))).toEqual(['name', 'date', 'place', '(way)']);
  expect(ids(moveColumn(columns, 'name', -1))).toEqual(['name', 'place', '(way)', 'date']);
  expect(ids(moveColumn(columns, 'nothing', 1))).toEqual(['name', 'place', '(way)', 'date']);
});

test('two layouts that show the same are the same, whatever they leave unsaid', () => {
  const said = { columns: arrangeColumns(COLUMNS, null), density: 'dense' as const };
  expect(sameLayout(COLUMNS, null, said)).toBe(true);
  expect(sameLayout(COLUMNS, null, { ...said, density: 'normal' })).toBe(false);
  expect(sameLayout(COLUMNS, said, { ...said, columns: moveColumn(said.columns, 'date', -1) })).toBe(false);
});

test('widths stay within the screen; a broken layout is none', () => {
  expect([widthWithin(3), widthWithin(120.4), widthWithin(9_999)]).toEqual([48, 120, 900]);
  expect(readLayout('{"columns":[{"id":"name"}],"density":"dense"}')).toEqual({
    columns: [{ id: 'name' }],
    density: 'dense',
  });
  expect([readLayout('{'), readLayout('{"columns":1}')]).toEqual([null, null]);
});
