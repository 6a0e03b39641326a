import { startChild } from '#bench/child.ts';
import type { Copies, Copy } from '#bench/data/copy.ts';
import { startServer } from '#bench/levels/server.ts';
import { percentile } from '#bench/measure.ts';
import type { Extra } from '#bench/options.ts';

const STARTS = 5;
const FOURTEENS = 10;

export type Times = { p50Ms: number; p99Ms: number };
/** What the child that issues and prints is asked for. */
export type FourteenJob = { what: 'issue14' | 'issue1000' | 'pdf14'; times: number; copy: Copy };
/** `decisionId`: the decision of a thousand. */
export type FourteenAnswer = { times: number[]; decisionId?: string };

/** Things that are done once and waited for: each measured a few times. The "p99" of so few is their longest. */
export async function measureExtra(
  extra: Exclude<Extra, 'clusterYear' | 'pdf1000' | 'export100k'>,
  copies: Copies,
): Promise<Times> {
  const copy = await copies.make();
  if (extra === 'start') {
    await timeOfStart(copy); // builds the client if that has to be done
    const times: number[] = [];
    for (let at = 0; at < STARTS; at += 1) times.push(await timeOfStart(copy));
    return summary(times);
  }
  const child = startChild('extras/fourteen.child.ts');
  try {
    const job: FourteenJob = { what: extra, times: FOURTEENS, copy };
    return summary((await child.ask<FourteenAnswer>(job)).times);
  } finally {
    await child.stop();
  }
}

async function timeOfStart(copy: Copy): Promise<number> {
  const server = await startServer(copy);
  await server.stop();
  return server.readyMs;
}

function summary(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50Ms: percentile(sorted, 0.5), p99Ms: percentile(sorted, 0.99) };
}
