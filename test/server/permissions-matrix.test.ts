import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_PROCEDURES } from '#server/app-router.ts';
import type { Actor, Role } from '#shared/accounts/accounts.schema.ts';
import { aContext, anActor } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';
import { SAMPLES } from '#test/server/matrix-samples.ts';
import { callProcedure, givenAccounts, givenMatrixWorld, isMutation } from '#test/server/matrix-world.ts';

/*
 * Calls every procedure as every role on the records of a member, of the chair and of another cluster, and compares
 * what happens with the table in permissions-matrix.expected.txt. That table is read and agreed by people: after a
 * wanted change write it anew with MATRIX_WRITE=1 and look at every line of the difference.
 */

const EXPECTED = path.join(import.meta.dirname, 'permissions-matrix.expected.txt');
const UNIT_ROLES: readonly Role[] = ['specialist', 'approver', 'reporter', 'council', 'leader'];
const HEADING = `What each procedure answers to each person. Compared by permissions-matrix.test.ts.

  yes     done, or read
  hidden  answers without the record
  absent  "not found": the person must not learn that the record exists
  no      refused to this person
  state   refused by a rule of the feature
  login   asks to sign in

Persons: nobody signed in; SL0, somebody of Sơn La without a role; adm, admin; aud, auditor; and at each of
LS (Lạng Sơn, chairs cluster A), SL (Sơn La, member of cluster A) and QT (Quảng Trị, chairs cluster B):
spe(cialist), app(rover), rep(orter), cou(ncil), lea(der).
Records: A/SL belongs to Sơn La in cluster A; A/LS to Lạng Sơn; B/QT to Quảng Trị in cluster B. What is created
belongs to the person's own unit wherever the input only names the year. Read are: a draft report, nomination and
decision, the history of a draft nomination, and the certificates and awards of an issued decision. The demo's
levers are tried outside the demo.
`;

type Person = { column: string; actor: Actor | null };

let world: MatrixWorld;
let places: Place[];
let people: Person[];
const written: string[] = [];

beforeAll(async () => {
  const given = await givenMatrixWorld(await testDb());
  world = given.world;
  places = Object.values(given.places);
  const { SL, LS, QT } = world.units;
  people = [
    { column: 'nobody', actor: null },
    { column: 'SL0', actor: anActor('Chưa có vai trò', SL) },
    { column: 'adm', actor: anActor('Quản trị', null, 'admin') },
    { column: 'aud', actor: anActor('Giám sát', null, 'auditor') },
    ...[LS, SL, QT].flatMap((unit) =>
      UNIT_ROLES.map((role) => ({
        column: `${unit} ${role.slice(0, 3)}`,
        actor: anActor(`${role} ${unit}`, unit, role),
      })),
    ),
  ];
  await givenAccounts(
    world.db,
    people.flatMap(({ actor }) => actor ?? []),
  );
});

const outcomes = {
  UNAUTHORIZED: 'login',
  FORBIDDEN: 'no',
  NOT_FOUND: 'absent',
  UNPROCESSABLE_CONTENT: 'state',
} as const;
type Outcome = 'yes' | 'hidden' | (typeof outcomes)[keyof typeof outcomes];

/** Everybody's outcome on the record of one place. A record that a call has changed is made anew for the next one. */
async function rowOf(procedure: string, place: Place): Promise<Outcome[]> {
  const makeSample = SAMPLES[procedure]!;
  const changes = isMutation(procedure);
  let sample = await makeSample(world, place);
  const row: Outcome[] = [];
  for (const { actor } of people) {
    const outcome = await call(procedure, actor, sample);
    row.push(outcome);
    if (changes && outcome === 'yes') sample = await makeSample(world, place);
  }
  return row;
}

async function call(
  procedure: string,
  actor: Actor | null,
  sample: { input?: unknown; shows?: string },
): Promise<Outcome> {
  try {
    const answer = await callProcedure(aContext(world.db, actor), procedure, sample.input);
    return sample.shows === undefined || JSON.stringify(answer).includes(sample.shows) ? 'yes' : 'hidden';
  } catch (error) {
    const outcome = error instanceof TRPCError ? outcomes[error.code as keyof typeof outcomes] : undefined;
    // Anything else (a malformed sample, a conflict, a crash) would hide what the matrix is to show.
    if (!outcome) throw error;
    return outcome;
  }
}
const line = (procedure: string, place: string, cells: readonly string[]) =>
  [procedure.padEnd(26), place.padEnd(5), ...cells.map((cell) => cell.padEnd(7))].join(' ').trimEnd();

function expectedLines(): string[] {
  try {
    return readFileSync(EXPECTED, 'utf8').split('\n');
  } catch {
    return [];
  }
}

test.each([...APP_PROCEDURES])('%s', async (procedure) => {
  expect(SAMPLES, `test/server/matrix-samples.ts has no sample for ${procedure}`).toHaveProperty([procedure]);
  const lines: string[] = [];
  for (const place of places) lines.push(line(procedure, place.name, await rowOf(procedure, place)));
  written.push(...lines);
  if (process.env.MATRIX_WRITE) return;
  const title = line(
    '',
    '',
    people.map(({ column }) => column),
  );
  const expected = expectedLines().filter((text) => text.startsWith(`${procedure} `));
  expect([title, ...lines]).toEqual([title, ...expected]);
});

test('the expected table speaks of no procedure that is gone', () => {
  const named = expectedLines().flatMap((text) => /^[a-z]+\.[a-zA-Z]+(?= )/.exec(text) ?? []);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((procedure) => !APP_PROCEDURES.includes(procedure))).toEqual([]);
});

afterAll(() => {
  if (!process.env.MATRIX_WRITE) return;
  const title = line(
    '',
    '',
    people.map(({ column }) => column),
  );
  writeFileSync(EXPECTED, `${HEADING}\n${title}\n${written.join('\n')}\n`);
});
