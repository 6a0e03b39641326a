import { expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { commit } from '#server/core/commit.ts';
import { systemContext } from '#server/core/context.ts';
import { ACTION_LABELS, fieldLabel } from '#shared/audit/audit.labels.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { DEMO_ACTORS, DEMO_UNITS, givenDemo } from '#test/builders/demo.builder.ts';
import { anActor } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { clock, contextOf } = await givenDemo(db);
const as = (who: keyof typeof DEMO_ACTORS) => createCaller(contextOf(DEMO_ACTORS[who])).audit;
const outsider = createCaller(contextOf(anActor('Quảng Trị', 'VN63-25', 'specialist'))).audit;
const year = (await createCaller(contextOf(DEMO_ACTORS.admin)).clusters.list()).find((one) => one.year === 2023)!;
const report = await db.reads
  .selectFrom('report')
  .where('unitId', '=', DEMO_UNITS['Sơn La'])
  .where('period', '=', 'year-end')
  .select('id')
  .executeTakeFirstOrThrow();
const decision = await db.reads.selectFrom('decision').select('id').executeTakeFirstOrThrow();

/** Writes these events as done by somebody, at noon of a day. */
async function done(day: string, who: keyof typeof DEMO_ACTORS, ...events: [AuditEvent, ...AuditEvent[]]) {
  clock.demoToday = day;
  const ctx = { ...systemContext(contextOf(null), 'test'), actor: DEMO_ACTORS[who] };
  await commit(ctx, async () => ({ result: undefined, audit: events }));
}

const ofReport = (action: string, more: Partial<AuditEvent> = {}): AuditEvent => ({
  action,
  subjectKind: 'report',
  subjectId: report.id,
  clusterYearId: year.id,
  unitId: DEMO_UNITS['Sơn La'],
  ...more,
});

await done(
  '2024-02-20',
  'sonla',
  ofReport('report.cells-saved', { changes: [{ field: 'Thu ngân sách', from: null, to: '4.486,3 tỷ đồng' }] }),
);
await done(
  '2024-02-21',
  'chair',
  ofReport('report.supplement-asked', {
    reason: 'Kiểm tra lại đơn vị tính',
    changes: [
      { field: 'status', from: 'Đã gửi', to: 'Đề nghị bổ sung' },
      { field: 'supplementDueOn', from: null, to: '25/02/2024' },
    ],
  }),
);
await done('2024-02-22', 'chair', {
  action: 'decision.saved',
  subjectKind: 'decision',
  subjectId: decision.id,
  clusterYearId: year.id,
  unitId: DEMO_UNITS['Lạng Sơn'],
});

test('the history of a record: newest first, with who, why and the fields in their order', async () => {
  const history = await as('sonla').ofRecord({ subjectKind: 'report', subjectId: report.id });
  expect(history.map(({ action, actorName }) => [action, actorName])).toEqual([
    ['report.supplement-asked', 'Thường trực Cụm'],
    ['report.cells-saved', 'Tổng hợp Sơn La'],
  ]);
  expect(history[0]).toMatchObject({
    reason: 'Kiểm tra lại đơn vị tính',
    changes: [
      { field: 'status', from: 'Đã gửi', to: 'Đề nghị bổ sung' },
      { field: 'supplementDueOn', from: null, to: '25/02/2024' },
    ],
  });
  expect(Object.keys(history[0]!)).not.toContain('salt');
});

test('an outsider finds no history, and learns nothing about the record', async () => {
  expect(await outsider.ofRecord({ subjectKind: 'report', subjectId: report.id })).toEqual([]);
  expect(await outsider.ofRecord({ subjectKind: 'report', subjectId: 'no such' })).toEqual([]);
});

test('the history of a draft decision goes no further than its office', async () => {
  const read = (who: keyof typeof DEMO_ACTORS) => as(who).ofRecord({ subjectKind: 'decision', subjectId: decision.id });
  expect(await read('chair')).toHaveLength(1);
  expect(await read('leader')).toHaveLength(1);
  expect(await read('auditor')).toHaveLength(1);
  expect(await read('sonla')).toEqual([]);
  expect(await read('chair2024')).toEqual([]);
});

test.each(['chair', 'leader', 'sonla'] as const)('the whole log is not for %s', async (who) => {
  await expect(as(who).list({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('the whole log: newest first, filtered by kind and by days of Việt Nam', async () => {
  const actions = async (filters: Parameters<ReturnType<typeof as>['list']>[0]) =>
    (await as('auditor').list(filters)).entries.map(({ action }) => action);
  expect(await actions({ subjectKind: 'decision' })).toEqual(['decision.saved']);
  expect(await actions({ from: '2024-02-21', to: '2024-02-22' })).toEqual([
    'decision.saved',
    'report.supplement-asked',
  ]);
  expect(await actions({ to: '2024-02-20' })).toEqual(['report.cells-saved']);
  expect(await actions({ actorId: DEMO_ACTORS.sonla.accountId })).toEqual(['report.cells-saved']);
  expect(await actions({ actorId: 'nobody' })).toEqual([]);
});

test('midnight in Việt Nam parts two days', async () => {
  clock.demoToday = '2024-02-24';
  const lateInTheEvening = {
    ...systemContext(contextOf(null), 'test'),
    now: () => new Date('2024-02-24T16:59:59.999Z'),
  };
  const afterMidnight = { ...lateInTheEvening, now: () => new Date('2024-02-24T17:00:00.000Z') };
  const event = (action: string): [AuditEvent] => [{ action, subjectKind: 'job', subjectId: 'night' }];
  await commit(lateInTheEvening, async () => ({ result: undefined, audit: event('job.evening') }));
  await commit(afterMidnight, async () => ({ result: undefined, audit: event('job.midnight') }));
  const ofDay = async (day: string) =>
    (await as('admin').list({ from: day, to: day, subjectKind: 'job' })).entries.map(({ action }) => action);
  expect(await ofDay('2024-02-24')).toEqual(['job.evening']);
  expect(await ofDay('2024-02-25')).toEqual(['job.midnight']);
});

test('the log is read page by page; each entry comes once', async () => {
  const events = Array.from(
    { length: 119 },
    (_, n): AuditEvent => ({
      action: 'job.counted',
      subjectKind: 'file',
      subjectId: String(n),
    }),
  );
  await done('2024-02-26', 'admin', events[0]!, ...events.slice(1));
  const seen: string[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await as('admin').list({ subjectKind: 'file', ...(cursor && { cursor }) });
    seen.push(...page.entries.map(({ subjectId }) => subjectId));
    sizes.push(page.entries.length);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(sizes).toEqual([50, 50, 19]);
  expect(seen).toEqual(events.map(({ subjectId }) => subjectId).reverse());
});

test('a cursor that somebody changed starts from the top', async () => {
  const first = await as('admin').list({ subjectKind: 'file' });
  expect(await as('admin').list({ subjectKind: 'file', cursor: 'garbage' })).toEqual(first);
  const nul = Buffer.from(JSON.stringify(['\u0000'])).toString('base64url');
  expect(await as('admin').list({ subjectKind: 'file', cursor: nul })).toEqual(first);
});

test('what the seeded demo wrote into its log has words', async () => {
  const entries = (await as('admin').list({ to: '2024-03-01', subjectKind: 'cluster-year' })).entries;
  expect(entries.map(({ action }) => ACTION_LABELS[action]?.vi)).toEqual(['Nạp dữ liệu minh họa']);
  expect(fieldLabel('report', 'supplementDueOn')?.vi).toBe('Hạn bổ sung');
});
