import { startChild } from '#bench/child.ts';
import type { Level, LevelOptions } from '#bench/levels/level.ts';
import type { ProcessJob } from '#bench/levels/process.child.ts';
import type { Summary } from '#bench/measure.ts';

/** Our services called where they are, in a process of their own. */
export async function processLevel({ copy, rows, provinces, execArgv }: LevelOptions): Promise<Level> {
  const child = startChild('levels/process.child.ts', execArgv);
  await child.ask({ kind: 'open', copy } satisfies ProcessJob);
  return {
    measure: (operation, loop) =>
      child.ask<Summary>({ kind: 'measure', operation, loop, subject: { rows, provinces } } satisfies ProcessJob),
    stop: () => child.stop(),
  };
}
