import { beforeEach, expect, test } from 'vitest';
import { findNamesakes } from '#db/decisions/issue.queries.ts';
import { findSameRecipient } from '#db/recipients/recipients.queries.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { aMerge, givenPair, givenRecipient } from '#test/builders/duplicates.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { broken, givenTwo, MIXED, refusalOf } from '#test/server/duplicates/two-records.ts';
import { together } from '#test/server/together.ts';

let world: World;

beforeEach(async () => {
  world = await givenWorld(await testDb());
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).duplicates;

const recipient = (id: string) =>
  world.db.reads.selectFrom('recipient').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('a merge gives everything to the one that stays, with the chosen values', async () => {
  const { keptId, mergedId, gone, id } = await givenTwo(world);
  await as(world.actors.specialistSL).merge(aMerge(id, keptId, { choices: MIXED }));
  expect(await recipient(keptId)).toMatchObject({
    name: 'Lò Văn Mẫu',
    birthYear: 1970,
    birthOn: '1970-05-02',
    positionHeld: 'Trưởng bản',
    cccdCipher: 'cipher-merged',
    sex: 'male',
    mergedInto: null,
    version: 2,
  });
  expect((await recipient(keptId)).searchText.split(' ')).toEqual(
    expect.arrayContaining(['lo', 'mau', 'ban', 'huyen']),
  );
  expect(await recipient(mergedId)).toMatchObject({ mergedInto: keptId, name: 'Lò Mẫu', version: 2 });
  expect((await recipient(gone)).mergedInto).toBe(keptId);
  const count = async (table: 'award' | 'recipientHold' | 'recipientName') =>
    (
      await world.db.reads
        .selectFrom(table as 'award')
        .select('id')
        .where('recipientId', '=', keptId)
        .execute()
    ).length;
  expect([await count('award'), await count('recipientHold'), await count('recipientName')]).toEqual([5, 1, 2]);
  const awards = await world.db.reads.selectFrom('award').select('printedName').execute();
  expect(new Set(awards.map(({ printedName }) => printedName))).toEqual(new Set(['Lò Văn Mẫu', 'Lò Mẫu']));
  expect(await world.db.reads.selectFrom('recipientSensitive').selectAll().execute()).toEqual([
    { recipientId: keptId, ethnicityCode: '03' },
  ]);
  expect((await as(world.actors.specialistSL).byId({ id })).status).toBe('merged');
  expect(await broken(world)).toEqual([]);
});

test('both histories tell it, and neither tells a citizen number or a people', async () => {
  const { keptId, mergedId, id } = await givenTwo(world);
  await as(world.actors.specialistSL).merge(aMerge(id, keptId, { choices: MIXED }));
  const entries = await world.db.reads
    .selectFrom('auditEntry')
    .leftJoin('auditChange', 'auditChange.entryId', 'auditEntry.id')
    .select(['subjectId', 'action', 'reason', 'field', 'oldValue', 'newValue'])
    .where('subjectId', 'in', [keptId, mergedId])
    .execute();
  expect(entries).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        subjectId: keptId,
        action: 'recipient.merged',
        field: 'mergedFrom',
        newValue: 'Lò Mẫu',
      }),
      expect.objectContaining({ subjectId: keptId, field: 'birth', oldValue: null, newValue: '02/05/1970' }),
      expect.objectContaining({ subjectId: keptId, field: 'movedAwards', newValue: '3' }),
      expect.objectContaining({ subjectId: keptId, field: 'formerName', newValue: 'Lò Mẫu' }),
      expect.objectContaining({ subjectId: mergedId, field: 'mergedInto', newValue: 'Lò Văn Mẫu' }),
    ]),
  );
  expect(entries.every(({ reason }) => reason === 'Cùng một người, ghi hai lần.')).toBe(true);
  expect(JSON.stringify(entries)).not.toMatch(/cipher-|"03"|Thái/);
  // What the merge keeps for its undoing leaves the database by no answer.
  const staff = as(world.actors.specialistSL);
  const [merged] = (await staff.merges({})).rows;
  const answers = [merged, await staff.byId({ id }), await staff.overview({})];
  const undone = await staff.undo({
    id: merged!.id as never,
    seenVersion: 1,
    reason: 'Hai người khác.',
    remember: 'open',
  });
  expect(JSON.stringify([...answers, undone, await staff.byId({ id })])).not.toMatch(
    /snapshot|ethnicityCode|cipher-|"03"|Thái/,
  );
});

test('two people merge at once: one wins, the other is told', async () => {
  const { keptId, mergedId, id } = await givenTwo(world);
  const outcome = await together(
    as(world.actors.specialistSL).merge(aMerge(id, keptId)),
    as(world.actors.approverSL).merge(aMerge(id, mergedId)),
  );
  expect(outcome.sort()).toEqual(['CONFLICT', 'done']);
  expect(await broken(world)).toEqual([]);
});

test('two merges that meet in one record: one wins, nothing points to a merged one', async () => {
  const { keptId, mergedId, third, id } = await givenTwo(world);
  const other = await givenPair(world.db, mergedId, third);
  const outcome = await together(
    as(world.actors.specialistSL).merge(aMerge(id, keptId)),
    as(world.actors.approverSL).merge(aMerge(other, mergedId)),
  );
  expect(outcome.filter((one) => one === 'done')).toHaveLength(1);
  expect(await broken(world)).toEqual([]);
});

test('the same intent twice merges once', async () => {
  const { keptId, id } = await givenTwo(world);
  const input = aMerge(id, keptId);
  const first = await as(world.actors.specialistSL).merge(input);
  expect(await as(world.actors.specialistSL).merge(input)).toEqual(first);
  expect(await world.db.reads.selectFrom('recipientMerge').select('id').execute()).toHaveLength(1);
});

test('every no says why', async () => {
  const { keptId, mergedId, third, id } = await givenTwo(world);
  const { actors, units, db } = world;
  const staff = as(actors.specialistSL);
  expect(await refusalOf(staff.merge(aMerge(id, keptId, { reason: 'x' })))).toEqual(['duplicate.needs-reason @reason']);
  expect(await refusalOf(staff.merge(aMerge(id, third)))).toEqual(['duplicate.not-of-pair @keptId']);
  expect(await refusalOf(staff.merge(aMerge(id, keptId, { keptSeenVersion: 2 })))).toEqual([
    'duplicate.changed-meanwhile',
  ]);
  expect(await refusalOf(staff.merge(aMerge(id, keptId, { seenVersion: 2 })))).toEqual(['duplicate.decided-meanwhile']);
  expect(await refusalOf(as(actors.specialistLS).merge(aMerge(id, keptId)))).toEqual(['recipient-pair.not-found']);
  expect(await refusalOf(as(actors.reporterSL).byId({ id }))).toEqual(['account.lacks-role']);

  const foreign = await givenRecipient(db, units.LS, 'Lò Văn Mẫu', {
    birthYear: 1970,
    birthOn: '1970-05-02',
    awards: 1,
    ethnicityCode: '05',
  });
  const across = await givenPair(db, keptId, foreign);
  expect(await refusalOf(staff.merge(aMerge(across, keptId)))).toEqual(['duplicate.other-unit']);
  const shown = await staff.byId({ id: across });
  expect(shown.actions.merge).toMatchObject({ allowed: false });
  expect(shown.actions.merge.reasons[0]!.text).toMatch(/Lạng Sơn.*Quản trị hệ thống/);
  expect(shown.sides.find((side) => side.id === foreign)).toMatchObject({
    birthOn: null,
    awards: [],
    isInReach: false,
    hasEthnicity: false,
  });
  expect(shown.differs).not.toContain('ethnicity');
  const nobodys = await givenRecipient(db, null, 'Lò Văn Mẫu');
  expect(await refusalOf(staff.merge(aMerge(await givenPair(db, keptId, nobodys), keptId)))).toEqual([
    'duplicate.without-unit',
  ]);
  const household = await givenRecipient(db, units.SL, 'Lò Văn Mẫu', { kind: 'household' });
  expect(await refusalOf(staff.merge(aMerge(await givenPair(db, keptId, household), keptId)))).toEqual([
    'duplicate.other-kind',
  ]);
  await staff.merge(aMerge(id, keptId));
  const late = await givenPair(db, mergedId, third);
  expect(await refusalOf(staff.merge(aMerge(late, third, { mergedSeenVersion: 2 })))).toEqual([
    'duplicate.merged-already',
  ]);
});

test('a name that was merged leads to the record it went into', async () => {
  const { db, units } = world;
  const keptId = await givenRecipient(db, units.SL, 'Lò Văn Mẫu', { birthYear: 1970 });
  const goneId = await givenRecipient(db, units.SL, 'Lò Văn Mẫu', { birthYear: 1970 });
  const who = { kind: 'individual' as const, nameFold: 'lo van mau', unitId: units.SL, birthYear: 1970 };
  expect(await findSameRecipient(db.reads, who)).toBeUndefined();
  await as(world.actors.admin).merge(aMerge(await givenPair(db, keptId, goneId), keptId));
  expect(await findSameRecipient(db.reads, who)).toBe(keptId);
  expect((await findNamesakes(db.reads, [who])).map(({ id }) => id)).toEqual([keptId, keptId]);
});
