import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { LONGEST_SENTENCE } from '#shared/decisions/decisions.rules.ts';
import type { DecisionId } from '#shared/decisions/decisions.schema.ts';
import type { NominationId } from '#shared/nominations/nominations.schema.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const { chair, caobang } = DEMO_ACTORS;
const OWN = 'Đã dũng cảm cứu người trong trận lũ quét tháng 8 năm 2023';

let as: (actor: Actor) => ReturnType<typeof createCaller>['decisions'];
let id: DecisionId;
let nominationId: NominationId;

let db: Awaited<ReturnType<typeof testDb>>;

beforeEach(async () => {
  db = await testDb();
  const { contextOf } = await givenDemo(db);
  as = (actor) => createCaller(contextOf(actor)).decisions;
  id = (await as(chair).list({ status: 'draft' }))[0]!.id as DecisionId;
  nominationId = (await as(chair).byId({ id })).items[0]!.nominationId as NominationId;
});

const set = (sentence: string, seenVersion = 1, actor = chair) =>
  as(actor).setSentence({ id, seenVersion, nominationId, sentence });
const first = async () => (await as(chair).byId({ id })).items[0]!;
const reasonsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error) => error.cause?.reasons ?? error.cause ?? error,
  );

test('one name gets a sentence of its own, which its award then bears; the others keep the common one', async () => {
  expect(await first()).toMatchObject({ isOwnSentence: false });
  await set(OWN);
  expect(await first()).toMatchObject({ sentence: OWN, isOwnSentence: true });
  await as(chair).submit({ id, seenVersion: 2 });
  await as(chair).recordSigned({ id, seenVersion: 3, signedOn: '2024-02-27' });
  const idempotencyKey = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
  await as(chair).issue({ id, seenVersion: 4, number: '372', decidedOn: '2024-02-27', idempotencyKey });
  const awards = await db.reads.selectFrom('award').select('sentence').where('decisionId', '=', id).execute();
  expect(awards.filter(({ sentence }) => sentence === OWN)).toHaveLength(1);
  expect(new Set(awards.map(({ sentence }) => sentence)).size).toBe(2);
  const { items } = await as(chair).byId({ id });
  expect(items.filter(({ isOwnSentence }) => isOwnSentence)).toHaveLength(1);
});

test('emptied, or the same as the common one, it follows the common one again', async () => {
  await set(OWN);
  await set('', 2);
  expect(await first()).toMatchObject({ isOwnSentence: false });
  const { draft } = await as(chair).byId({ id });
  await set(draft.commonSentence, 3);
  expect(await first()).toMatchObject({ isOwnSentence: false });
});

test('too long for the paper or not printable: refused with what was found and what is expected', async () => {
  const long = 'á'.repeat(LONGEST_SENTENCE + 1);
  expect(await reasonsOf(set(long))).toEqual([
    { code: 'decision.sentence-long', field: 'sentence', facts: { letterCount: 301, mostCount: 300 } },
  ]);
  expect(await reasonsOf(set('Đã có thành tích 🏅'))).toMatchObject([{ code: 'decision.sign-unprintable' }]);
  expect(await first()).toMatchObject({ isOwnSentence: false });
});

test('only while it is a draft, at the version seen, by the office, for a name on the list', async () => {
  expect(await reasonsOf(set(OWN, 7))).toMatchObject([{ code: 'decision.changed-meanwhile' }]);
  expect(await reasonsOf(set(OWN, 1, caobang))).toEqual([{ code: 'account.lacks-role' }]);
  const other = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42' as NominationId;
  expect(await reasonsOf(as(chair).setSentence({ id, seenVersion: 1, nominationId: other, sentence: OWN }))).toEqual([
    { code: 'decision.item-not-listed' },
  ]);
  await inTransaction(db, (tx) => tx.updateTable('decision').set({ status: 'signed' }).where('id', '=', id).execute());
  expect(await reasonsOf(set(OWN))).toEqual([{ code: 'decision.already-signed' }]);
});
