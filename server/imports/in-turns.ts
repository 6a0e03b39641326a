import { setImmediate as turn } from 'node:timers/promises';

/** Does a long reckoning step by step, so that whoever waits for an answer gets it in between. */
export async function inTurns<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turn();
  }
}
