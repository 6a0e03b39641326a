import { beforeEach, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { givenReport } from '#test/builders/reports.builder.ts';
import { aContext, type WorldActors } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { givenPledgeWorld, refused } from '#test/server/pledges/pledge-world.ts';

const db = await testDb();
const { world, indicators, as, aPledge, reset } = await givenPledgeWorld(db);
beforeEach(reset);

const SOURCE = 'Quy chế hoạt động Cụm A, Điều 9';
const REASON = 'Theo Quy chế sửa đổi, bổ sung.';
const save = (who: keyof WorldActors, about: object = {}) =>
  as(who).saveRule({
    clusterYearId: world.yearA,
    seenVersion: 0,
    keptFrom: 950,
    exceededFrom: 1050,
    source: SOURCE,
    reason: '',
    ...about,
  });
const ruleFor = (who: keyof WorldActors) => as(who).rule({ clusterYearId: world.yearA });
const outcome = async () => {
  const { ledger } = await as('reporterSL').ledger({ clusterYearId: world.yearA });
  return ledger!.indicators.find(({ id }) => id === indicators.budget)!.cells.find(({ unitId }) => unitId === 'SL')!;
};
/** 96 % of what was promised. */
const reportOfSonLa = (status: 'received' | 'consolidated' = 'received') =>
  givenReport(
    db,
    {
      clusterYearId: world.yearA,
      unitId: 'SL',
      status,
      sentAt: '2024-01-10T03:00:00.000Z',
      receivedAt: '2024-01-12T03:00:00.000Z',
    },
    { [indicators.budget]: 67_200 },
  );

test('without a rule results are compared exactly; the office that leads sets one, with its source', async () => {
  await aPledge('draft');
  await reportOfSonLa();
  expect(await outcome()).toMatchObject({ outcome: 'missed' });
  expect(await ruleFor('specialistLS')).toMatchObject({ isExact: true, takesReason: false, mayPrepare: true });
  expect(await refused(save('specialistLS', { source: '' }))).toEqual(['pledge-rule.source-missing']);
  expect(await save('specialistLS')).toMatchObject({ version: 1 });
  const { rule } = await ruleFor('reporterSL');
  expect(rule).toMatchObject({ keptFrom: 950, exceededFrom: 1050, source: SOURCE, version: 1 });
  expect(rule.words.vi).toContain(`theo ${SOURCE}; `);
  const cell = await outcome();
  expect(cell).toMatchObject({ outcome: 'met', share: { scaled: 960, decimals: 1 } });
  expect(cell.why).toContain('Đạt từ 95%, Vượt từ 105%');
});

test('the summary and the pledge itself judge by the same rule; half of a year is not judged', async () => {
  await aPledge('published');
  await reportOfSonLa();
  await save('specialistLS', { reason: REASON });
  const summaryOf = async (period: 'mid-year' | 'year-end') => {
    const caller = createCaller(aContext(db, world.actors.reporterSL)).reports;
    const { indicators: lines } = await caller.summary({ clusterYearId: world.yearA, period });
    return lines.find(({ id }) => id === indicators.budget)!;
  };
  expect((await summaryOf('year-end')).outcomes).toEqual({ exceeded: 0, met: 1, missed: 0 });
  expect((await summaryOf('mid-year')).members.map((line) => line.outcome)).toEqual([null, null]);
  const { pledge } = await as('reporterSL').ofYear({ clusterYearId: world.yearA });
  const cells = pledge!.indicators.find(({ id }) => id === indicators.budget)!.cells;
  expect(cells.find(({ unitId }) => unitId === 'SL')).toMatchObject({ outcome: 'met' });
});

test('only whoever prepares the year sets it; others are told who does, another cluster finds nothing', async () => {
  await aPledge('draft');
  expect(await refused(save('reporterSL'))).toEqual(['account.lacks-role']);
  expect((await ruleFor('reporterSL')).reasons.map(({ code }) => code)).toEqual(['pledge-rule.not-preparer']);
  const other = as('reporterQT').rule({ clusterYearId: world.yearA });
  expect(await refused(other)).toEqual(['cluster-year.not-found']);
});

test('once the pledge is agreed a change takes a reason, is told to the members and stands in its history', async () => {
  const { id } = await aPledge('signing', ['SL']);
  expect(await refused(save('specialistLS'))).toEqual(['pledge-rule.reason-missing']);
  await save('specialistLS', { reason: REASON });
  const [entry] = await db.reads
    .selectFrom('auditEntry')
    .selectAll()
    .where('action', '=', 'pledge.rule-saved')
    .execute();
  expect(entry).toMatchObject({ subjectKind: 'pledge', subjectId: id, reason: REASON });
  const changes = await db.reads.selectFrom('auditChange').selectAll().orderBy('position').execute();
  expect(changes.map(({ field, oldValue, newValue }) => [field, oldValue, newValue])).toEqual([
    ['keptFrom', '100%', '95%'],
    ['exceededFrom', '100%', '105%'],
    ['ruleSource', null, SOURCE],
  ]);
  const { pledge } = await as('reporterSL').ofYear({ clusterYearId: world.yearA });
  expect(pledge!.signedCount).toBe(1);
});

test('the second of two editors is told, a repeat is no change, and summed up the rule stands', async () => {
  await aPledge('published');
  const first = { reason: REASON };
  expect(await save('specialistLS', first)).toMatchObject({ version: 1 });
  expect(await save('specialistLS', first)).toMatchObject({ version: 1, toldCount: 0 });
  expect(await refused(save('specialistLS', { ...first, keptFrom: 900 }))).toEqual(['pledge-rule.changed-meanwhile']);
  await reportOfSonLa('consolidated');
  const late = save('specialistLS', { ...first, keptFrom: 900, seenVersion: 1 });
  expect(await refused(late)).toEqual(['pledge-rule.summed-up']);
  expect((await ruleFor('specialistLS')).reasons.map(({ code }) => code)).toEqual(['pledge-rule.summed-up']);
});

test('accounts of the members get a notice that leads to the ledger, with the rule and the reason', async () => {
  await aPledge('published');
  await givenAccount(db, world.actors.reporterSL);
  expect(await save('specialistLS', { reason: REASON })).toMatchObject({ toldCount: 1 });
  const [notice] = await db.reads.selectFrom('notice').selectAll().execute();
  expect(notice).toMatchObject({
    accountId: world.actors.reporterSL.accountId,
    link: `/cum/${world.yearA}/giao-uoc/theo-doi`,
  });
  expect(JSON.parse(notice!.facts as unknown as string)).toMatchObject({ reason: REASON });
});
