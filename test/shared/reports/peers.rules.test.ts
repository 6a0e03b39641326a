import { expect, test } from 'vitest';
import { wordReason } from '#shared/core/wording.ts';
import { measureOf, peerSpread, spreadsOfOthers, unlikePeers } from '#shared/reports/peers.rules.ts';
import { openReportDoubts, type ReportFigure, reportDoubts } from '#shared/reports/plausibility.rules.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';

const flow = { kind: 'flow' as const, decimals: 1, prior: 1_000, value: 1_050 };
const figure = (about: Partial<ReportFigure> = {}): ReportFigure => ({
  ...flow,
  target: null,
  unitOfMeasure: 'tỷ đồng',
  period: 'year-end',
  peers: null,
  ...about,
});
const codes = (about: Partial<ReportFigure>) => reportDoubts(figure(about)).map(({ code }) => code);

test('the change against last year in thousandths, the share itself; nothing where nothing can be compared', () => {
  expect(measureOf(flow)).toBe(50);
  expect(measureOf({ ...flow, kind: 'share', value: 441, prior: null })).toBe(441);
  for (const prior of [null, 0, -5]) expect(measureOf({ ...flow, prior })).toBeUndefined();
  expect(measureOf({ ...flow, decimals: 0, prior: 3 })).toBeUndefined();
  expect(measureOf({ ...flow, value: 900_000_000_000_000, prior: 1 })).toBe(899_999_999_999_999_000);
});

test('how the others lie is the same for all at once as one by one', () => {
  const lists = [
    [5, 1, 3, 2, 4, 9],
    [7, 7, 7, 7, 7, 7, 7],
    [-40, 12, undefined, 3, 3, 880, 15, -2, undefined, 12],
    Array.from({ length: 40 }, (_, at) => (at * 7919) % 101),
    [1, 2, 3, 4, 5],
    [],
  ];
  for (const list of lists)
    expect(spreadsOfOthers(list)).toEqual(
      list.map((one, at) =>
        one === undefined ? null : peerSpread(list.filter((other, i) => i !== at && other !== undefined) as number[]),
      ),
    );
});

test('below five peers nothing is said', () => {
  expect(peerSpread([1, 2, 3, 4])).toBeNull();
  expect(peerSpread([5, 1, 3, 2, 4])).toEqual({ count: 5, median: 3, mad: 1 });
  expect(peerSpread([1, 2, 3, 4, 5, 6])).toEqual({ count: 6, median: 4, mad: 2 });
});

test('one far from all others is an outlier; peers that agree to the digit make none of everybody', () => {
  const peers = { count: 6, median: 50, mad: 0 };
  expect(unlikePeers({ ...flow, value: 1_300 }, peers)).toBe(false);
  expect(unlikePeers({ ...flow, value: 1_400 }, peers)).toBe(true);
  expect(unlikePeers({ ...flow, value: 700 }, peers)).toBe(true);
  expect(unlikePeers({ ...flow, value: null }, peers)).toBe(false);
  expect(unlikePeers({ ...flow, value: 1_400 }, { ...peers, mad: 100 })).toBe(false);
});

test('the words name how many peers and what is typical, no peer', () => {
  const peers = { count: 6, median: 50, mad: 10 };
  const [doubt] = reportDoubts(figure({ value: 1_400, peers }));
  expect(wordReason(doubt!, REPORT_REASONS)).toBe(
    'Khác xa các đơn vị cùng cụm: +40,0% so với năm trước, 6 đơn vị đã gửi phổ biến +5,0%.',
  );
});

test('a target: far above, far below; a target of zero is no percentage', () => {
  expect(codes({ prior: null, target: 500 })).toEqual(['report.far-above-target']);
  expect(codes({ prior: null, target: 3_000 })).toEqual(['report.far-below-target']);
  expect(codes({ prior: null, target: 0 })).toEqual([]);
  expect(codes({ prior: null, target: 1_000 })).toEqual([]);
});

test('half a year of a flow is not held against a whole one, a stock is', () => {
  expect(codes({ value: 450, period: 'mid-year' })).toEqual([]);
  expect(codes({ value: 450 })).toEqual(['report.large-fall']);
  expect(codes({ value: 450, period: 'mid-year', kind: 'stock' })).toEqual(['report.large-fall']);
  expect(codes({ value: 450, prior: null, target: 1_500, period: 'mid-year' })).toEqual([]);
});

test('a negative count offers the figure without the minus; a share may fall below zero', () => {
  expect(reportDoubts(figure({ value: -1_050 }))[0]).toMatchObject({ code: 'report.negative', suggested: 1_050 });
  expect(codes({ value: -10, kind: 'share', unitOfMeasure: 'điểm %', prior: null })).toEqual([]);
});

test('an explanation answers every doubt', () => {
  expect(openReportDoubts(figure({ value: -1 }), '')).toHaveLength(1);
  expect(openReportDoubts(figure({ value: -1 }), 'Hoàn thuế')).toEqual([]);
});
