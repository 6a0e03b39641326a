import { beforeAll, expect, test } from 'vitest';
import { invariants as certificateInvariants } from '#db/certificates/certificates.invariants.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants as decisionInvariants } from '#db/decisions/decisions.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import { verifyFacts } from '#server/certificates/certificate.signature.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import {
  fourteen,
  givenDecision,
  givenNominations,
  givenPrizeRules,
  paperOf,
} from '#test/builders/decision.builder.ts';
import { aContext, givenWorld, testKeys, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  await givenPrizeRules(world);
});

const asSpecialist = () => createCaller(aContext(world.db, world.actors.specialistLS));
const reasonsOf = (error: unknown) => ((error as Error).cause as Refusal).reasons;
const certificatesOf = (decisionId: string) =>
  world.db.reads
    .selectFrom('certificate')
    .selectAll()
    .where('decisionId', '=', decisionId)
    .orderBy('goldenBookNumber')
    .execute();
const awardsOf = (decisionId: string) =>
  world.db.reads.selectFrom('award').selectAll().where('decisionId', '=', decisionId).orderBy('id').execute();

async function expectInvariants(): Promise<void> {
  for (const { name, find } of [...decisionInvariants, ...certificateInvariants])
    expect(await find(world.db.reads), name).toEqual([]);
}

test('issuing gives fourteen awards and certificates with money, numbers and signatures, within a second', async () => {
  await inTransaction(world.db, (tx) =>
    tx.insertInto('goldenBook').values({ unitId: world.units.LS, year: 2024, nextNumber: 386 }).execute(),
  );
  const decision = await givenDecision(world, fourteen(world));

  const startedAt = performance.now();
  const issued = await asSpecialist().decisions.issue(paperOf(decision));
  const tookMs = performance.now() - startedAt;

  expect(issued).toMatchObject({
    certificateCount: 14,
    goldenBookFrom: 386,
    goldenBookTo: 399,
    totalPrizeVnd: 56_700_000,
  });
  expect(tookMs).toBeLessThan(1_000);
  const certificates = await certificatesOf(decision.id);
  expect(certificates.map(({ goldenBookNumber }) => goldenBookNumber)).toEqual(
    Array.from({ length: 14 }, (_, index) => 386 + index),
  );
  expect(new Set(certificates.map(({ verifyCode }) => verifyCode)).size).toBe(14);
  const awards = await awardsOf(decision.id);
  const collective = awards.find(({ recipientKind }) => recipientKind === 'collective')!;
  expect(collective).toMatchObject({
    coefficientHundredths: 300,
    baseSalaryVnd: 1_800_000,
    prizeRawVnd: 5_400_000,
    prizeVnd: 5_400_000,
    prizeCertainty: 'memory',
    awardVersionId: 'BKT-2024',
    decisionNumber: '372/QĐ-UBND',
    year: 2023,
    issuingUnitId: world.units.LS,
  });
  const person = awards.find(({ recipientKind }) => recipientKind === 'individual')!;
  expect(person).toMatchObject({
    prizeVnd: 2_700_000,
    prizeCertainty: 'probable',
    sex: 'male',
    personClass: 'frontline-worker',
  });
  expect(person.printedName).toMatch(/^Ông Lò Văn Mẫu/);

  const [first] = certificates;
  const award = awards.find(({ id }) => id === first!.awardId)!;
  const facts = {
    code: first!.verifyCode,
    printedName: award.printedName,
    awardName: 'Bằng khen',
    decisionNumber: '372/QĐ-UBND',
    decisionOn: '2024-02-27',
    issuer: 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
    goldenBookNumber: 386,
  };
  expect(verifyFacts(testKeys(), facts, first!.signature)).toBe(true);
  expect(verifyFacts(testKeys(), { ...facts, printedName: 'Ông Khác' }, first!.signature)).toBe(false);

  const nominations = await world.db.reads
    .selectFrom('nomination')
    .select(['status', 'recipientId'])
    .where('id', 'in', decision.nominationIds)
    .execute();
  expect(nominations.every(({ status, recipientId }) => status === 'decided' && recipientId !== null)).toBe(true);
  const history = await asSpecialist().audit.ofRecord({ subjectKind: 'certificate', subjectId: first!.id });
  expect(history.map(({ action }) => action)).toEqual(['certificate.made']);
  await expectInvariants();
});

test('a double click gives one set of certificates and the same answer twice', async () => {
  const decision = await givenDecision(world, [{ name: 'Bàn Thị Đôi' }, { kind: 'collective', name: 'Tổ Đôi' }]);
  const paper = paperOf(decision, '373');
  const caller = asSpecialist();

  const [first, second] = await Promise.all([caller.decisions.issue(paper), caller.decisions.issue(paper)]);

  expect(second).toEqual(first);
  expect(await certificatesOf(decision.id)).toHaveLength(2);
  await expectInvariants();
});

test('of two people issuing at once one is told that the other was quicker', async () => {
  const decision = await givenDecision(world, [{ name: 'Bàn Thị Song' }]);
  const other = createCaller(aContext(world.db, world.actors.approverLS));

  const results = await Promise.allSettled([
    asSpecialist().decisions.issue(paperOf(decision, '374')),
    other.decisions.issue(paperOf(decision, '375')),
  ]);

  const failures = results.filter((result) => result.status === 'rejected');
  expect(failures).toHaveLength(1);
  expect(failures[0]!.reason).toMatchObject({ code: 'CONFLICT' });
  const [reason] = reasonsOf(failures[0]!.reason);
  expect(reason).toMatchObject({ code: 'decision.changed-meanwhile' });
  expect(String(reason!.facts?.who)).toMatch(/Lạng Sơn/);
  expect(await certificatesOf(decision.id)).toHaveLength(1);
  await expectInvariants();
});

test('a number already used is refused with the decision that has it; another spelling of it too', async () => {
  const first = await givenDecision(world, [{ name: 'Lý Văn Số' }]);
  await asSpecialist().decisions.issue(paperOf(first, '12a'));
  const second = await givenDecision(world, [{ name: 'Lý Thị Số' }]);

  for (const number of ['12A', '012a', '12a/QĐ-UBND'])
    await expect(asSpecialist().decisions.issue(paperOf(second, number))).rejects.toSatisfy((error) => {
      const [reason] = reasonsOf(error);
      return (
        reason?.code === 'decision.number-taken' && reason.facts?.decisionId === first.id && reason.field === 'number'
      );
    });

  expect(await certificatesOf(second.id)).toHaveLength(0);
  await expect(asSpecialist().decisions.issue(paperOf(second, '12b'))).resolves.toMatchObject({ certificateCount: 1 });
});

test('two decisions taking one free number at once: one gets it, the other is told who has it', async () => {
  const first = await givenDecision(world, [{ name: 'Nông Văn Một' }]);
  const second = await givenDecision(world, [{ name: 'Nông Văn Hai' }]);

  const results = await Promise.allSettled([
    asSpecialist().decisions.issue(paperOf(first, '500')),
    asSpecialist().decisions.issue(paperOf(second, '500')),
  ]);

  const failures = results.filter((result) => result.status === 'rejected');
  expect(failures).toHaveLength(1);
  expect(reasonsOf(failures[0]!.reason)[0]!.code).toBe('decision.number-taken');
  await expectInvariants();
});

test.each([
  { number: '600', decidedOn: '2024-03-02', code: 'decision.date-in-future' },
  { number: '600', decidedOn: '2024-02-25', code: 'decision.date-before-signing' },
  { number: 'sáu trăm', decidedOn: '2024-02-27', code: 'decision.number-format' },
  { number: '600/QĐ-SNV', decidedOn: '2024-02-27', code: 'decision.number-symbol' },
  { number: '', decidedOn: '2024-02-27', code: 'decision.number-missing' },
])('refuses "$number" of $decidedOn: $code', async ({ number, decidedOn, code }) => {
  const decision = await givenDecision(world, [{}]);

  await expect(asSpecialist().decisions.issue(paperOf(decision, number, decidedOn))).rejects.toSatisfy((error) =>
    reasonsOf(error).some((reason) => reason.code === code),
  );
  expect(await certificatesOf(decision.id)).toHaveLength(0);
});

test('today in Việt Nam counts: at 17:30 UTC it is tomorrow there', async () => {
  const decision = await givenDecision(world, [{ name: 'Hoàng Thị Khuya' }]);
  const late = createCaller(aContext(world.db, world.actors.specialistLS, { now: '2024-03-01T17:30:00.000Z' }));

  await expect(late.decisions.issue(paperOf(decision, '601', '2024-03-02'))).resolves.toMatchObject({
    certificateCount: 1,
  });
});

test('without a rule of that day nothing is issued, and the refusal says what to do', async () => {
  const decision = await givenDecision(world, [{}]);
  await inTransaction(world.db, (tx) => tx.updateTable('awardFormVersion').set({ validTo: '2024-02-01' }).execute());
  try {
    await expect(asSpecialist().decisions.issue(paperOf(decision, '602'))).rejects.toSatisfy(
      (error) => reasonsOf(error)[0]?.code === 'decision.rule-version-missing',
    );
    expect(await asSpecialist().decisions.byId({ id: decision.id })).toMatchObject({
      status: 'signed',
      fullNumber: '',
    });
  } finally {
    await inTransaction(world.db, (tx) => tx.updateTable('awardFormVersion').set({ validTo: null }).execute());
  }
});

test('the same person in the next decision is the same recipient; a namesake of another province is not', async () => {
  const nameless = { kind: 'individual' as const, name: 'Vàng A Chung' };
  const first = await givenDecision(world, [nameless]);
  await asSpecialist().decisions.issue(paperOf(first, '700'));
  const again = await givenDecision(world, [nameless, { ...nameless, unitId: world.units.LS }]);

  expect((await asSpecialist().decisions.byId({ id: again.id })).warnings.map(({ code }) => code)).toEqual([
    'decision.warn-duplicate',
  ]);
  await asSpecialist().decisions.issue(paperOf(again, '701'));

  const [before] = await awardsOf(first.id);
  const after = await awardsOf(again.id);
  expect(after.find(({ unitId }) => unitId === world.units.SL)!.recipientId).toBe(before!.recipientId);
  expect(after.find(({ unitId }) => unitId === world.units.LS)!.recipientId).not.toBe(before!.recipientId);
});

test('a nomination that fell back after signing stops the issue, with its name', async () => {
  const decision = await givenDecision(world, [{ name: 'Sùng A Rút' }, { name: 'Sùng A Còn' }]);
  await inTransaction(world.db, (tx) =>
    tx.updateTable('nomination').set({ status: 'submitted' }).where('id', '=', decision.nominationIds[0]!).execute(),
  );

  await expect(asSpecialist().decisions.issue(paperOf(decision, '702'))).rejects.toSatisfy((error) => {
    const [reason] = reasonsOf(error);
    return reason?.code === 'decision.item-changed' && reason.facts?.name === 'Sùng A Rút';
  });
  expect(await awardsOf(decision.id)).toEqual([]);
  expect(await certificatesOf(decision.id)).toEqual([]);
});

test('a nomination not checked cannot be put on a decision', async () => {
  const [waiting] = await givenNominations(world, [{ status: 'submitted' }]);
  const decision = await givenDecision(world, [{}], 'draft');

  await expect(
    asSpecialist().decisions.setItems({ id: decision.id, seenVersion: 3, nominationIds: [waiting!] }),
  ).rejects.toSatisfy((error) => reasonsOf(error)[0]?.code === 'decision.item-not-available');
});
