import { expect, test } from 'vitest';
import { closedLoop, percentile, summarize } from '#bench/measure.ts';
import { readOptions } from '#bench/options.ts';

test('percentiles are values that were measured', () => {
  const sorted = Array.from({ length: 200 }, (_, index) => index + 1);
  expect([percentile(sorted, 0.5), percentile(sorted, 0.99), percentile([7], 0.99)]).toEqual([100, 198, 7]);
});

test('a summary does not need sorted latencies', () => {
  const summary = summarize({ latencies: Float64Array.of(3, 1, 2), seconds: 2 });
  expect(summary).toEqual({ p50Ms: 2, p99Ms: 3, perSecond: 1.5, count: 3 });
});

test('a run in which nothing was answered is an error, not a fast one', () => {
  expect(() => summarize({ latencies: new Float64Array(), seconds: 1 })).toThrow('not one call');
});

test('one failing call ends the run with its error', async () => {
  const call = async (index: number) => {
    if (index === 3) throw new Error('no');
  };
  const loop = { connections: 2, warmupSeconds: 0.001, seconds: 60, firstIndex: 0 };
  await expect(closedLoop(call, loop)).rejects.toThrow('no');
});

test('the options of the command say what they cannot read', () => {
  expect(readOptions([])).toMatchObject({ rows: 1_000_000, engine: 'sqlite', warmupSeconds: 5, seconds: 10 });
  expect(() => readOptions(['--rows', 'many'])).toThrow('--rows many');
  expect(() => readOptions(['--engine', 'oracle'])).toThrow('sqlite, postgres');
});
