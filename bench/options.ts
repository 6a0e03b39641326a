import { parseArgs } from 'node:util';
import { LEVELS, type LevelName } from '#bench/levels/level.ts';
import { OPERATIONS, type Operation } from '#bench/operations.ts';

export const EXTRAS = ['issue14', 'pdf14', 'pdf1000', 'export100k', 'clusterYear', 'start'] as const;
export type Extra = (typeof EXTRAS)[number];

export type Options = {
  rows: number;
  engine: 'postgres' | 'sqlite';
  warmupSeconds: number;
  seconds: number;
  operations: readonly (Extra | Operation)[];
  levels: readonly LevelName[];
  /** Folder for CPU profiles of the measured processes. */
  profile: string | undefined;
};

export const USAGE = `npm run bench -- [--rows 1000000] [--engine sqlite|postgres] [--warmup 5] [--seconds 10]
  [--ops list,deep,byId,aggregate,create,searchRare,searchCommon,searchLetter,searchNone,searchUnit,issue14,pdf14,pdf1000,export100k,clusterYear,start] [--levels floor,process,http] [--profile <folder>]`;

/** @throws Error that says what is wrong with the arguments */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '1000000' },
      engine: { type: 'string', default: 'sqlite' },
      warmup: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '10' },
      ops: { type: 'string', default: [...OPERATIONS, ...EXTRAS].join(',') },
      levels: { type: 'string', default: LEVELS.join(',') },
      profile: { type: 'string' },
    },
  });
  const rows = positive('rows', values.rows);
  if (!Number.isInteger(rows)) throw new Error('--rows takes a whole number');
  return {
    rows,
    engine: among('engine', values.engine, ['sqlite', 'postgres'] as const),
    warmupSeconds: positive('warmup', values.warmup),
    seconds: positive('seconds', values.seconds),
    operations: values.ops.split(',').map((one) => among('ops', one, [...OPERATIONS, ...EXTRAS])),
    levels: values.levels.split(',').map((one) => among('levels', one, LEVELS)),
    profile: values.profile,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} ${text}: a number above 0 is needed`);
  return value;
}

function among<Value extends string>(name: string, text: string, known: readonly Value[]): Value {
  const found = known.find((value) => value === text);
  if (!found) throw new Error(`--${name} ${text}: known are ${known.join(', ')}`);
  return found;
}
