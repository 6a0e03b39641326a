import { expect, test } from 'vitest';
import { invariants } from '#db/reports/reports.invariants.ts';
import { demoData } from '#db/seed/demo-data.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { ReportCell, ReportId } from '#shared/reports/reports.schema.ts';
import { DEMO_ACTORS, DEMO_UNITS, givenDemo } from '#test/builders/demo.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { contextOf } = await givenDemo(db);
const as = (actor: Actor) => createCaller(contextOf(actor)).reports;
const { id } = await db.reads.selectFrom('clusterYear').select('id').where('year', '=', 2023).executeTakeFirstOrThrow();
const year = { clusterYearId: id as ClusterYearId, period: 'year-end' as const };

async function reportOf(actor: Actor) {
  const { members } = await as(actor).inbox(year);
  const { reportId } = members.find(({ unitId }) => unitId === actor.unitId)!;
  return as(actor).byId({ id: reportId as ReportId });
}
type Report = Awaited<ReturnType<typeof reportOf>>;
const idOf = (report: Report) => report.id as ReportId;

/** Types in every figure that is missing or wrong, as the data of the demo has it. */
async function correct(actor: Actor, report: Report) {
  const actual = new Map(demoData().indicators.map((indicator) => [indicator.name, indicator.actual[actor.unitId!]!]));
  const cells = report.cells
    .filter(({ name, value }) => value !== actual.get(name))
    .map(({ indicatorVersionId, name, sourceOffice, note, version }) => ({
      indicatorVersionId: indicatorVersionId as ReportCell['indicatorVersionId'],
      value: actual.get(name)!,
      valueStatus: 'official' as const,
      sourceOffice,
      note,
      seenVersion: version,
    }));
  await as(actor).saveCells({ id: idOf(report), cells });
}

const headlines = async () =>
  (await as(DEMO_ACTORS.leader).summary(year)).indicators.filter(({ isHeadline }) => isHeadline);

test('the demo is paused: one report is a draft, one waits with a figure in doubt, and nothing is broken', async () => {
  const { members } = await as(DEMO_ACTORS.chair).inbox(year);
  expect(members.map(({ status }) => status).sort()).toEqual(['draft', ...Array(5).fill('received'), 'sent']);
  const doubted = members.filter(({ doubts }) => doubts.length > 0);
  expect(doubted.map(({ name, doubts }) => [name, doubts.map(({ code }) => code)])).toEqual([
    ['Hà Giang', ['report.large-rise', 'report.unlike-peers']],
  ]);
  expect(members.find(({ name }) => name === 'Cao Bằng')?.lateDays).toBe(1);
  for (const { name, find } of invariants) expect([name, await find(db.reads)]).toEqual([name, []]);
});

test('once Sơn La has sent and Hà Giang completed, the cluster has its five figures', async () => {
  expect((await headlines()).map(({ total, paper }) => [total.counted, paper])).toEqual(Array(5).fill([6, null]));

  const { chair, sonla, hagiang } = DEMO_ACTORS;
  const draft = await reportOf(sonla);
  await correct(sonla, draft);
  await as(sonla).send({ id: idOf(draft), seenVersion: draft.version });

  const sent = await reportOf(hagiang);
  const reason = 'Ô mức giảm tỷ lệ hộ nghèo đang ghi tỷ lệ cuối năm.';
  await as(chair).askSupplement({ id: idOf(sent), seenVersion: sent.version, reason, dueOn: '2024-03-04' });
  const opened = await reportOf(hagiang);
  await correct(hagiang, opened);
  await as(hagiang).send({ id: idOf(opened), seenVersion: opened.version });

  const figures = await headlines();
  expect(figures.map(({ total, decimals }) => formatScaled(total.value!, decimals))).toEqual([
    '29.068,5',
    '100.710',
    '120',
    '22',
    '4,41',
  ]);
  expect(figures.map(({ paper }) => paper)).toEqual([
    'trên 29.000 tỷ đồng',
    'trên 100.000 lao động',
    '120 trường',
    'có thêm 22 xã so với năm 2022',
    'bình quân giảm 4,41%',
  ]);
  expect(figures[0]?.outcomes).toEqual({ exceeded: 5, met: 0, missed: 2 });
  expect(figures[0]?.members.find(({ unitId }) => unitId === DEMO_UNITS['Sơn La'])?.value).toBe(44_863);
});

test('the half-year has figures of its own, and says which one nobody has by June', async () => {
  const midYear = { ...year, period: 'mid-year' as const };
  const { members } = await as(DEMO_ACTORS.chair).inbox(midYear);
  expect(members.map(({ status, doubts }) => [status, doubts.length])).toEqual(Array(7).fill(['received', 0]));
  const { indicators } = await as(DEMO_ACTORS.leader).summary(midYear);
  const missing = indicators.filter(({ total, aggregation }) => total.value === null && aggregation !== 'none');
  expect(missing.map(({ name }) => name)).toEqual(['Mức giảm tỷ lệ hộ nghèo (chuẩn nghèo đa chiều 2022 - 2025)']);
});
