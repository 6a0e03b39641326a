import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/decisions/decisions.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import type { DecisionId } from '#shared/decisions/decisions.schema.ts';
import { givenDecision, givenNominations, givenPrizeRules, paperOf } from '#test/builders/decision.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  await givenPrizeRules(world);
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).decisions;
const codesOf = (error: unknown) => ((error as Error).cause as Refusal).reasons.map(({ code }) => code);
const refusedWith = (code: string) => (error: unknown) => codesOf(error).includes(code);

test('a new draft is filled from the cluster-year, with the law in force and no number', async () => {
  const { specialistLS } = world.actors;
  const { id } = await as(specialistLS).create({ clusterYearId: world.yearA, idempotencyKey: uuidv7() });

  const view = await as(specialistLS).byId({ id: id as DecisionId });

  expect(view).toMatchObject({ status: 'draft', fullNumber: '', decidedOn: null, version: 1 });
  expect(view.draft).toMatchObject({
    issuerLine: 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
    headerOrg: 'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
    place: 'Lạng Sơn',
    commonSentence: 'Đã có thành tích xuất sắc, tiêu biểu trong thực hiện phong trào thi đua Cụm thi đua A năm 2023',
  });
  expect(view.draft.legalBases.join(' ')).toContain('98/2023/NĐ-CP');
  expect(view.draft.legalBases.join(' ')).not.toContain('152/2025');
});

test('the same key drafts one decision', async () => {
  const input = { clusterYearId: world.yearA, idempotencyKey: uuidv7() };

  const first = await as(world.actors.specialistLS).create(input);

  expect(await as(world.actors.specialistLS).create(input)).toEqual(first);
});

test('only the standing office of the chair drafts: a member is told so, another cluster sees nothing', async () => {
  const input = { clusterYearId: world.yearA, idempotencyKey: uuidv7() };

  await expect(as(world.actors.specialistSL).create(input)).rejects.toSatisfy(refusedWith('decision.not-chair'));
  await expect(as(world.actors.specialistQT).create(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the list stands collectives first, in the order of the members, and Điều 1 counts it', async () => {
  const [person, lateTeam, team] = await givenNominations(world, [
    { name: 'Lý Văn Người' },
    { kind: 'collective', name: 'Tổ Lạng Sơn', unitId: world.units.LS },
    { kind: 'collective', name: 'Tổ Sơn La', unitId: world.units.SL },
  ]);
  const { id } = await givenDecision(world, [], 'draft');

  await as(world.actors.specialistLS).setItems({ id, seenVersion: 3, nominationIds: [person!, lateTeam!, team!] });

  const { items, draft, money } = await as(world.actors.specialistLS).byId({ id });
  expect(items.map(({ printedName }) => printedName)).toEqual(['Tổ Sơn La', 'Tổ Lạng Sơn', 'Ông Lý Văn Người']);
  expect(draft.articles[0]).toContain('cho 02 tập thể và 01 cá nhân');
  expect(money).toMatchObject({ totalVnd: 13_500_000, unknownCount: 0, isFrozen: false });
  expect(money.coefficients).toContainEqual({ kind: 'collective', certainty: 'memory' });
});

test('an article written by hand is left alone when the list changes', async () => {
  const { id, nominationIds } = await givenDecision(world, [{ name: 'Lý Thị Tay' }], 'draft');
  const caller = as(world.actors.specialistLS);
  const { draft } = await caller.byId({ id });
  await caller.save({ id, seenVersion: 3, draft: { ...draft, articles: ['Tặng Bằng khen cho một người.'] } });

  await caller.setItems({ id, seenVersion: 4, nominationIds: [] });

  expect((await caller.byId({ id })).draft.articles).toEqual(['Tặng Bằng khen cho một người.']);
  expect(nominationIds).toHaveLength(1);
});

test('an article whose counts differ from the list is pointed at, and blocks nothing', async () => {
  const { id } = await givenDecision(world, [{ name: 'Lý Thị Đếm' }], 'draft');
  const caller = as(world.actors.specialistLS);
  const { draft } = await caller.byId({ id });
  await caller.save({
    id,
    seenVersion: 3,
    draft: { ...draft, articles: ['Tặng Bằng khen cho 07 tập thể và 07 cá nhân.'] },
  });

  const { warnings, actions } = await caller.byId({ id });

  expect(warnings.map(({ code }) => code)).toEqual(['decision.warn-counts']);
  expect(actions.submit.allowed).toBe(true);
});

test('a nomination stands on one decision only', async () => {
  const { nominationIds } = await givenDecision(world, [{ name: 'Lý Văn Riêng' }], 'draft');
  const other = await givenDecision(world, [], 'draft');

  await expect(
    as(world.actors.specialistLS).setItems({ id: other.id, seenVersion: 3, nominationIds }),
  ).rejects.toSatisfy(refusedWith('decision.item-not-available'));
});

test('an empty or unsigned decision is not submitted; every gap is named at once', async () => {
  const caller = as(world.actors.specialistLS);
  const { id } = await givenDecision(world, [], 'draft');
  const { draft } = await caller.byId({ id });
  await caller.save({ id, seenVersion: 3, draft: { ...draft, signatoryName: '', subject: ' ' } });

  await expect(caller.submit({ id, seenVersion: 4 })).rejects.toSatisfy((error) => {
    expect(codesOf(error)).toEqual([
      'decision.missing-subject',
      'decision.missing-signatory-name',
      'decision.no-items',
    ]);
    return true;
  });
});

test('the second of two editors is refused with who changed what, and nothing is overwritten', async () => {
  const { id } = await givenDecision(world, [], 'draft');
  const { draft } = await as(world.actors.specialistLS).byId({ id });
  await as(world.actors.approverLS).save({
    id,
    seenVersion: 3,
    draft: { ...draft, subject: 'Trích yếu của Trưởng phòng' },
  });

  const late = as(world.actors.specialistLS).save({ id, seenVersion: 3, draft: { ...draft, subject: 'Trích yếu cũ' } });

  await expect(late).rejects.toSatisfy((error) => {
    const [reason] = ((error as Error).cause as Refusal).reasons;
    expect(reason).toMatchObject({
      code: 'decision.changed-meanwhile',
      facts: { who: 'Trưởng phòng Lạng Sơn', what: 'Trích yếu' },
    });
    return true;
  });
  expect((await as(world.actors.specialistLS).byId({ id })).draft.subject).toBe('Trích yếu của Trưởng phòng');
});

test('what was sent to be signed is changed only after it came back, with a reason', async () => {
  const caller = as(world.actors.specialistLS);
  const { id, version } = await givenDecision(world, [{}], 'submitted');
  const { draft, actions } = await caller.byId({ id });
  expect(actions.save).toMatchObject({ allowed: false, reasons: [{ code: 'decision.being-signed' }] });
  await expect(caller.save({ id, seenVersion: version, draft })).rejects.toSatisfy(
    refusedWith('decision.being-signed'),
  );

  await caller.returnToDraft({ id, seenVersion: version, reason: 'Lãnh đạo yêu cầu sửa trích yếu' });

  await expect(caller.save({ id, seenVersion: version + 1, draft })).resolves.toMatchObject({ version: version + 2 });
});

test('a signing of tomorrow is refused', async () => {
  const { id, version } = await givenDecision(world, [{}], 'submitted');

  await expect(
    as(world.actors.specialistLS).recordSigned({ id, seenVersion: version, signedOn: '2024-03-02' }),
  ).rejects.toSatisfy(refusedWith('decision.signed-in-future'));
});

test('a draft is hidden from the other members; an issued decision is theirs to read and not to change', async () => {
  const decision = await givenDecision(world, [{ name: 'Lý Văn Ẩn' }]);
  const { id } = decision;
  await expect(as(world.actors.specialistSL).byId({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await as(world.actors.specialistSL).list({})).map((row) => row.id)).not.toContain(id);

  await as(world.actors.specialistLS).issue(paperOf(decision, '801'));

  const view = await as(world.actors.specialistSL).byId({ id });
  expect(view.fullNumber).toBe('801/QĐ-UBND');
  expect(Object.values(view.actions).every(({ allowed }) => !allowed)).toBe(true);
  await expect(as(world.actors.specialistQT).byId({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

const cancelling = {
  ground: 'b' as const,
  reason: 'Kết luận thanh tra: hồ sơ có giấy tờ giả',
  number: '45/QĐ-UBND',
  cancelledOn: '2024-03-01',
};

test('cancelling marks awards and certificates, keeps them, and lists who relied on them', async () => {
  const first = await givenDecision(world, [{ name: 'Lý Văn Gian' }]);
  await as(world.actors.specialistLS).issue(paperOf(first, '810', '2024-02-26'));
  const later = await givenDecision(world, [{ name: 'Lý Văn Gian' }]);
  await as(world.actors.specialistLS).issue(paperOf(later, '811'));

  const answer = await as(world.actors.approverLS).cancel({ id: first.id, seenVersion: 6, ...cancelling });

  expect(answer.cancelledCount).toBe(1);
  expect(answer.toReview).toMatchObject([{ printedName: 'Ông Lý Văn Gian', decisionNumber: '811/QĐ-UBND' }]);
  expect(await as(world.actors.specialistLS).byId({ id: first.id })).toMatchObject({
    status: 'cancelled',
    fullNumber: '810/QĐ-UBND',
    cancellation: { ground: 'b', number: '45/QĐ-UBND', cancelledOn: '2024-03-01' },
  });
  for (const { name, find } of invariants) expect(await find(world.db.reads), name).toEqual([]);
});

test('what was given stays as it was: a rule corrected later changes no sum of an issued decision', async () => {
  const decision = await givenDecision(world, [{ name: 'Lý Văn Giữ' }]);
  await as(world.actors.specialistLS).issue(paperOf(decision, '815'));
  await inTransaction(world.db, (tx) => tx.updateTable('baseSalary').set({ amountVnd: 2_340_000 }).execute());
  try {
    const { money, items } = await as(world.actors.specialistLS).byId({ id: decision.id });
    expect(money).toMatchObject({ isFrozen: true, totalVnd: 2_700_000 });
    expect(items).toMatchObject([{ printedName: 'Ông Lý Văn Giữ', prize: { baseSalaryVnd: 1_800_000 } }]);
  } finally {
    await inTransaction(world.db, (tx) => tx.updateTable('baseSalary').set({ amountVnd: 1_800_000 }).execute());
  }
});

test('cancelling is for the head of the desk, once, and not before the issue', async () => {
  const decision = await givenDecision(world, [{ name: 'Lý Văn Hủy' }]);
  const { id } = decision;
  await expect(as(world.actors.approverLS).cancel({ id, seenVersion: 5, ...cancelling })).rejects.toSatisfy(
    refusedWith('decision.not-issued'),
  );
  await as(world.actors.specialistLS).issue(paperOf(decision, '820'));

  await expect(as(world.actors.specialistLS).cancel({ id, seenVersion: 6, ...cancelling })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(
    as(world.actors.approverLS).cancel({ id, seenVersion: 6, ...cancelling, cancelledOn: '2024-02-01' }),
  ).rejects.toSatisfy(refusedWith('decision.cancel-before-issue'));
  await as(world.actors.approverLS).cancel({ id, seenVersion: 6, ...cancelling });
  await expect(as(world.actors.approverLS).cancel({ id, seenVersion: 7, ...cancelling })).rejects.toSatisfy(
    refusedWith('decision.already-cancelled'),
  );
});
