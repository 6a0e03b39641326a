import { expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { makeHandOverPack } from '#server/clusters/hand-over-pack.service.ts';
import { makeInvitations } from '#server/conferences/invitations.service.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { ReportId } from '#shared/reports/reports.schema.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { givenAccounts } from '#test/server/matrix-world.ts';

const db = await testDb();
const { clock, contextOf } = await givenDemo(db);
await givenAccounts(db, Object.values(DEMO_ACTORS));
type Who = keyof typeof DEMO_ACTORS;
const contextAs = (who: Who) => {
  const actor: Actor = { ...DEMO_ACTORS[who], today: vietnamDate(clock.now()) };
  return { ...contextOf(actor), actor };
};
const as = (who: Who) => createCaller(contextAs(who));
const on = (day: string) => {
  clock.demoToday = day;
};
const may = (who: Who, procedure: Procedure) => {
  const ctx = contextAs(who);
  return { ...ctx, procedure, access: accessFor(ctx.actor, procedure)! };
};
const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => 'nothing was refused',
    (error) => (error.cause?.reasons ?? error.reasons)?.[0]?.code ?? error,
  );

test('the chair changes while the year is looked through: what one office has begun the next one ends', async () => {
  on('2024-03-14');
  const clusterYearId = (await as('admin').clusters.list()).find((one) => one.year === 2023)!.id as ClusterYearId;
  const inbox = await as('chair').reports.inbox({ clusterYearId, period: 'year-end' });
  const report = inbox.members.find(({ name }) => name === 'Hà Giang')!.reportId as ReportId;
  const ask = { reason: 'Bổ sung số liệu của quý IV.', dueOn: '2024-03-20' };

  // Day before: the office asks, comments and writes the conference.
  const { version } = await as('chair').reports.byId({ id: report });
  await as('chair').reports.askSupplement({ id: report, seenVersion: version, ...ask });
  const [cell] = (await as('chair').reports.byId({ id: report })).cells;
  const about = { id: report, indicatorVersionId: cell!.indicatorVersionId as never };
  await as('chair').reviewing.comment({ ...about, content: 'Số này lấy từ đâu?', idempotencyKey: uuidv7() as never });
  const { rows } = await as('chair').nominations.list({ clusterYearId, status: 'submitted' });
  const nomination = rows[0]!.id as never;
  const seen = (await as('chair').nominations.byId({ id: nomination })).version;
  await as('chair').nominations.askSupplement({ id: nomination, seenVersion: seen, ...ask });

  // From the day on it is the next office's, with what was asked and until when.
  on('2024-03-15');
  await makeHandOverPack(may('chair2024', 'clusters.handOverPack'), clusterYearId).then(({ zip }) => zip.destroy());
  const taken = await as('chair2024').reports.byId({ id: report });
  expect(taken).toMatchObject({ status: 'supplement', supplement: ask });
  const [thread] = taken.threads;
  expect(thread).toMatchObject({ status: 'open', comments: [{ side: 'chair', saidBy: 'Thường trực Cụm' }] });

  // The unit answers as it was asked, and the next office takes it; the former one is told.
  const asked = await as('hagiang').reports.byId({ id: report });
  const answer = 'Theo sổ đăng ký của Sở Nội vụ.';
  await as('hagiang').reviewing.comment({ ...about, content: answer, idempotencyKey: uuidv7() as never });
  await as('hagiang').reports.send({ id: report, seenVersion: asked.version });
  const { threads } = await as('chair2024').reports.byId({ id: report });
  const done = { ...about, done: true, seenVersion: threads[0]!.version };
  expect(await reasonOf(as('chair').reviewing.settle(done))).toBe('cluster.handed-over');
  await as('chair2024').reviewing.settle(done);
  const resent = { id: report, seenVersion: (await as('chair2024').reports.byId({ id: report })).version };
  expect(await reasonOf(as('chair').reports.receive(resent))).toBe('cluster.handed-over');
  await as('chair2024').reports.receive(resent);
  const { version: toDo } = await as('hagiang').nominations.byId({ id: nomination });
  await as('hagiang').nominations.submit({ id: nomination, seenVersion: toDo });
  const step = { id: nomination, seenVersion: toDo + 1, note: 'Đủ hồ sơ, đã xem trùng lặp.' };
  expect(await reasonOf(as('chair').nominations.check(step))).toBe('cluster.handed-over');
  await as('chair2024').nominations.check(step);
  const history = await as('chair2024').audit.ofRecord({ subjectKind: 'report', subjectId: report });
  expect(history.map(({ actorName }) => actorName)).toEqual(
    expect.arrayContaining(['Thường trực Cụm', 'Tổng hợp Hà Giang', 'Thường trực Cụm 2024']),
  );

  // The conference of the year goes on under the next office too.
  const order = { clusterYearId, delegateId: null, form: 'docx' as const };
  expect(await reasonOf(makeInvitations(may('chair', 'conferences.invitations'), order))).toBe(
    'cluster-year.not-found',
  );
  await makeInvitations(may('chair2024', 'conferences.invitations'), order);
  const { conference } = await as('chair2024').conferences.ofYear({ clusterYearId });
  expect(conference!.actions.save.allowed).toBe(true);
});
