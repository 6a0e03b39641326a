import { TRPCError } from '@trpc/server';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { APP_PROCEDURES } from '#server/app-router.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';
import { SAMPLES } from '#test/server/matrix-samples.ts';
import { anybody, callProcedure, givenAccounts, givenMatrixWorld, isMutation } from '#test/server/matrix-world.ts';

/*
 * Every procedure gets its own valid input with some of its values replaced by what people paste, old pages send and
 * attackers try. Whatever comes, the answer is an answer or a refusal: never a defect, and never a changed prototype.
 */

const RUNS = 30;

let world: MatrixWorld;
let place: Place;

beforeAll(async () => {
  const given = await givenMatrixWorld(await testDb());
  world = given.world;
  place = given.places.chairA;
  await givenAccounts(world.db, [anybody(world)]);
});

/** Texts that broke something somewhere once. */
const NASTY_TEXTS = [
  '',
  '   ',
  '\u0000',
  'Lò Thị\u0000 Mẫu và các đồng chí',
  '\u0007\u001b[31m đỏ',
  '\ud800 nửa chữ',
  '\u202egnahk\u202c',
  '\u200b\u2060\ufeff',
  'Lo\u0300 Thị Mẫu (tách dấu)',
  'ﬁ ① ٣ ३ ０１２',
  "'; drop table report; --",
  '%_\\',
  '"><script>alert(1)</script>',
  '../../etc/passwd',
  'Set-Cookie: a=b\r\nX: y',
  '=cmd|calc!A1',
  '__proto__',
  'constructor',
  '2024-02-31',
  '0000-00-00',
  '1900-01-01',
  '2199-12-31',
  '9999-12-31',
  '2024-02-27',
  '🎖️ huân chương',
  'ế'.repeat(3_000),
  'a'.repeat(1_000_000),
  'BKT',
  'SL',
  'LS',
  'draft',
  'year-end',
  'eyJub3QiOiJhIGN1cnNvciJ9',
  'WyJcdTAwMDAiXQ', // a cursor that holds a NUL
  '0193b1c0-0000-7000-8000-000000000000',
  '00000000-0000-0000-0000-000000000000',
];
const NASTY_NUMBERS = [0, -0, -1, 1, 2, 1.5, 1e-9, 99, 2_147_483_647, 2_147_483_648, 4_294_967_296, 1e15, -1e15];
const LARGEST_NUMBERS = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 53, 1e300, -1e300, 5e-324];
const NASTY_OBJECTS = ['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '{}'];

const nasty: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom(...NASTY_NUMBERS, ...LARGEST_NUMBERS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], [null], ['a', 'a']) },
  { weight: 1, arbitrary: fc.constantFrom(...NASTY_OBJECTS).map((text): unknown => JSON.parse(text)) },
);

type Change = { at: number; value: unknown; how: 'replace' | 'remove' | 'add' | 'repeat' };
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(60),
  value: nasty,
  how: fc.constantFrom('replace', 'replace', 'replace', 'replace', 'replace', 'remove', 'add', 'repeat'),
});

type Path = (string | number)[];

/** Every place in the input that can be changed. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => pathsOf((value as Record<string | number, unknown>)[key], [...path, key]))];
}

function changed(input: unknown, { at, value, how }: Change): unknown {
  const paths = pathsOf(input);
  const path = paths[at % paths.length]!;
  const key = path.at(-1);
  if (key === undefined) return how === 'replace' ? value : input;
  const copy = structuredClone(input) as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce<unknown>((one, step) => (one as Record<string, unknown>)[step], copy);
  const target = parent as Record<string | number, unknown>;
  if (how === 'replace') target[key] = value;
  else if (how === 'remove') delete target[key];
  else if (how === 'add') target.khongCo = value;
  else if (Array.isArray(target)) target.push(...target);
  return copy;
}

/** Whether the call was answered or refused, or what else happened. */
async function outcomeOf(procedure: string, input: unknown): Promise<string> {
  const ctx = aContext(world.db, anybody(world));
  try {
    await callProcedure(ctx, procedure, input);
    return 'answered';
  } catch (error) {
    if (!(error instanceof TRPCError)) return `not refused but thrown: ${String(error)}`;
    return error.code === 'INTERNAL_SERVER_ERROR' ? `${error.cause?.message ?? error.message}` : 'refused';
  }
}

test.each([...APP_PROCEDURES])('%s bears whatever comes', async (procedure) => {
  const makeSample = SAMPLES[procedure]!;
  let sample = await makeSample(world, place);
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      // Over the wire everything is JSON.
      const wire = JSON.stringify(changes.reduce(changed, sample.input));
      const outcome = await outcomeOf(procedure, wire === undefined ? undefined : JSON.parse(wire));
      if (outcome === 'answered' && isMutation(procedure)) sample = await makeSample(world, place);
      expect(outcome).toMatch(/^(answered|refused)$/);
    }),
    { numRuns: RUNS, seed: 20_240_301, endOnFailure: true },
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
