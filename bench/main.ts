/** `npm run bench`: one line of JSON for each operation and level on stdout, what it is about on stderr. */
import { type Copies, runDirectory } from '#bench/data/copy.ts';
import { provincesOf } from '#bench/data/provinces.ts';
import { sqliteCopies } from '#bench/data/sqlite-copies.ts';
import { measureClusterYear } from '#bench/extras/cluster-year.ts';
import { measureExport } from '#bench/extras/export.ts';
import { measureExtra } from '#bench/extras/extras.ts';
import { measureThousand } from '#bench/extras/thousand.ts';
import { floorLevel } from '#bench/levels/floor.level.ts';
import { httpLevel } from '#bench/levels/http.level.ts';
import type { Level, LevelName, LevelOptions } from '#bench/levels/level.ts';
import { processLevel } from '#bench/levels/process.level.ts';
import { describeMachine, measureFsync } from '#bench/machine.ts';
import { isFloorOperation, ONE_BY_ONE, OPERATIONS, type Operation } from '#bench/operations.ts';
import { EXTRAS, type Options, readOptions, USAGE } from '#bench/options.ts';

const MANY = 32;
const LEVEL: Readonly<Record<LevelName, (options: LevelOptions) => Promise<Level>>> = {
  floor: floorLevel,
  process: processLevel,
  http: httpLevel,
};

type Line = {
  op: string;
  level: LevelName | 'disk';
  p50Ms: number;
  p99Ms: number;
  perSecond: number | null;
  /** What else was seen, e.g. processor seconds of a print. */
  also?: Readonly<Record<string, number>>;
};

async function bench(options: Options): Promise<void> {
  const directory = runDirectory();
  const print = (line: Line) => console.log(JSON.stringify(shown(line, options)));
  console.error(`${new Date().toISOString()} ${describeMachine()}`);
  print({ op: 'fsync', level: 'disk', ...measureFsync(directory), perSecond: null });

  const started = performance.now();
  const copies = await copiesOf(options, directory);
  console.error(`${options.rows} awards ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  try {
    const operations = OPERATIONS.filter((operation) => options.operations.includes(operation));
    if (operations.length > 0) await measureLevels(options, operations, copies, print);
    for (const extra of EXTRAS.filter((one) => options.operations.includes(one))) {
      if (extra === 'clusterYear') {
        for (const line of await measureClusterYear(options, copies)) print({ ...line, level: 'http' });
        continue;
      }
      if (extra !== 'pdf1000' && extra !== 'export100k') {
        print({ op: extra, level: 'process', ...(await measureExtra(extra, copies)), perSecond: null });
        continue;
      }
      const measure = extra === 'pdf1000' ? measureThousand : measureExport;
      for (const line of await measure(options, copies)) print({ ...line, level: 'http', perSecond: null });
    }
  } finally {
    await copies.close();
  }
  console.error(`${new Date().toISOString()} ${describeMachine()}`);
}

async function copiesOf({ engine, rows }: Options, directory: string): Promise<Copies> {
  if (engine === 'sqlite') return sqliteCopies(rows, directory);
  const { postgresCopies } = await import('#bench/data/postgres-copies.ts'); // needs a development dependency
  return postgresCopies(rows, directory);
}

/** The levels of one operation are measured one right after the other, so that they see the same machine. */
async function measureLevels(
  options: Options,
  operations: readonly Operation[],
  copies: Copies,
  print: (line: Line) => void,
): Promise<void> {
  const { rows, warmupSeconds, seconds, profile } = options;
  const execArgv = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const levels: [LevelName, Level][] = [];
  try {
    for (const name of options.levels) {
      const copy = await copies.make();
      levels.push([name, await LEVEL[name]({ copy, rows, provinces: await provincesOf(copy), execArgv })]);
    }
    for (const op of operations)
      for (const [level, running] of levels) {
        if (level === 'floor' && !isFloorOperation(op)) continue;
        const isAlone = level === 'floor' && ONE_BY_ONE.includes(op);
        // Seconds for one answer: three runs' time gives a handful.
        const loop = isAlone ? { warmupSeconds: 0.1, seconds: 3 * seconds } : { warmupSeconds, seconds };
        const one = await running.measure(op, { ...loop, connections: 1, firstIndex: 0 });
        const many = isAlone ? undefined : await running.measure(op, { ...loop, connections: MANY, firstIndex: FAR });
        print({ op, level, p50Ms: one.p50Ms, p99Ms: one.p99Ms, perSecond: many?.perSecond ?? null });
      }
  } finally {
    await Promise.all(levels.map(([, running]) => running.stop()));
  }
}

/** No run has that many calls: the second does not repeat the inputs of the first. */
const FAR = 10_000_000;

function shown({ op, level, p50Ms, p99Ms, perSecond, also }: Line, { engine, rows }: Options) {
  return {
    op,
    level,
    engine,
    rows,
    p50_ms: rounded(p50Ms, 3),
    p99_ms: rounded(p99Ms, 3),
    rps_32: perSecond === null ? null : rounded(perSecond, 0),
    ...also,
  };
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error, `\n${USAGE}`);
  process.exitCode = 1;
}
process.exit();
