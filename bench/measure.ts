/** Latencies of one run, in milliseconds, and how long the run took. */
export type Run = { latencies: Float64Array; seconds: number };
export type Summary = { p50Ms: number; p99Ms: number; perSecond: number; count: number };

export type LoopOptions = {
  /** Calls that are under way at any time. */
  connections: number;
  warmupSeconds: number;
  seconds: number;
  /** Index of the first call: no run repeats the inputs of the one before. */
  firstIndex: number;
};

/** Closed loop: every connection sends its next call when the answer to the last one has come. Errors end the run. */
export async function closedLoop(call: (index: number) => Promise<void>, options: LoopOptions): Promise<Run> {
  const { connections, warmupSeconds, seconds } = options;
  const start = performance.now();
  const from = start + warmupSeconds * 1000;
  const until = from + seconds * 1000;
  const latencies: number[] = [];
  let index = options.firstIndex;
  let lastDone = from;
  const connection = async () => {
    for (let sent = performance.now(); sent < until; ) {
      await call(index++);
      const done = performance.now();
      if (sent >= from && done <= until) {
        latencies.push(done - sent);
        lastDone = done;
      }
      sent = done;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return { latencies: Float64Array.from(latencies), seconds: Math.max(lastDone - from, 1) / 1000 };
}

export function summarize({ latencies, seconds }: Run): Summary {
  if (latencies.length === 0) throw new Error('not one call was answered within the time of the run');
  const sorted = latencies.toSorted();
  return {
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    perSecond: sorted.length / seconds,
    count: sorted.length,
  };
}

/** Nearest rank: a value that was really measured. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;
}
