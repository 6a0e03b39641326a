import type { Copy } from '#bench/data/copy.ts';
import type { LoopOptions, Summary } from '#bench/measure.ts';
import type { Operation } from '#bench/operations.ts';

export const LEVELS = ['floor', 'process', 'http'] as const;
export type LevelName = (typeof LEVELS)[number];

/** One way to reach the same data, running. */
export type Level = {
  measure(operation: Operation, loop: LoopOptions): Promise<Summary>;
  stop(): Promise<void>;
};

export type LevelOptions = { copy: Copy; rows: number; provinces: readonly string[]; execArgv: readonly string[] };
