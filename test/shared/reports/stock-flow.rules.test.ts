import { expect, test } from 'vitest';
import { checkStockFlow, isApart } from '#shared/reports/stock-flow.rules.ts';

const COMMUNES = { unitOfMeasure: 'xã', decimals: 0 };

test('what a stock changed by is held against the flow of the year, member by member', () => {
  const check = checkStockFlow(
    {
      ...COMMUNES,
      members: [
        { unitId: 'A', value: 120, prior: 100 },
        { unitId: 'B', value: 55, prior: 50 },
      ],
    },
    {
      ...COMMUNES,
      members: [
        { unitId: 'A', value: 20 },
        { unitId: 'B', value: 3 },
      ],
    },
  );
  expect(check).toMatchObject({ change: 25, flow: 23, difference: 2, counted: 2, members: 2, why: null });
  expect(isApart(check)).toBe(true);
});

test('two differences that cancel out are still apart', () => {
  const check = checkStockFlow(
    {
      ...COMMUNES,
      members: [
        { unitId: 'A', value: 12, prior: 10 },
        { unitId: 'B', value: 12, prior: 10 },
      ],
    },
    {
      ...COMMUNES,
      members: [
        { unitId: 'A', value: 1 },
        { unitId: 'B', value: 3 },
      ],
    },
  );
  expect(check.difference).toBe(0);
  expect(isApart(check)).toBe(true);
});

test('a member with a missing figure is left out, never taken as 0', () => {
  const check = checkStockFlow(
    {
      ...COMMUNES,
      members: [
        { unitId: 'A', value: 12, prior: 10 },
        { unitId: 'B', value: 12, prior: null },
      ],
    },
    {
      ...COMMUNES,
      members: [
        { unitId: 'A', value: 2 },
        { unitId: 'B', value: 3 },
      ],
    },
  );
  expect(check).toMatchObject({ change: 2, flow: 2, difference: 0, counted: 1, members: 2 });
  expect(isApart(check)).toBe(false);
});

test('other units of measure are converted where that is known, else it is said that they cannot be compared', () => {
  const stock = { unitOfMeasure: 'tỷ đồng', decimals: 1, members: [{ unitId: 'A', value: 1_105, prior: 1_000 }] };
  const flow = { unitOfMeasure: 'triệu đồng', decimals: 0, members: [{ unitId: 'A', value: 10_500 }] };
  expect(checkStockFlow(stock, flow)).toMatchObject({ change: 105, flow: 105, difference: 0 });
  expect(checkStockFlow(stock, { ...flow, unitOfMeasure: 'hộ' })).toMatchObject({ why: 'units-differ', counted: 0 });
});
