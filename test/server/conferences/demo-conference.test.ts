import { expect, test } from 'vitest';
import { invariants } from '#db/conferences/conferences.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { contextOf } = await givenDemo(db);
const sonla = createCaller(contextOf(DEMO_ACTORS.sonla));
const year = (await sonla.dashboard.overview()).years.find((one) => one.year === 2023)!;
const input = { clusterYearId: year.id as ClusterYearId };

test('the demo stands before its conference: thirteen lines, seven delegations, Sơn La has not answered', async () => {
  const conference = (await sonla.conferences.ofYear(input)).conference!;
  expect(conference).toMatchObject({
    status: 'planned',
    head: { heldOn: '2024-03-05', place: 'thành phố Lạng Sơn', chairedBy: expect.stringContaining('Hồ Tiến Thiệu') },
  });
  expect(conference.agenda).toHaveLength(13);
  expect(conference.agenda[0]).toMatchObject({ startsAt: '07:30', note: 'minh họa' });
  const units = conference.delegates.filter(({ unitId }) => unitId !== null);
  expect(units).toHaveLength(7);
  expect(units.every(({ note }) => note.includes('minh họa'))).toBe(true);
  expect(units.find(({ unitName }) => unitName === 'Sơn La')).toMatchObject({
    attendance: 'invited',
    answer: { isMine: true, allowed: true },
  });
  expect(conference.delegates.find(({ name }) => name.includes('Phạm Đức Toàn'))).toMatchObject({ role: 'guest' });
  expect(conference.totals).toMatchObject({ invitedCount: 70, presentCount: 0 });
});

test('four recommendations of the day of the conference, twenty-two tasks', async () => {
  const { rows } = await sonla.recommendations.ofYear(input);
  expect(rows.map(({ number, leadOffice, tasks }) => [number, leadOffice, tasks.length])).toEqual([
    [1, 'UBND 7 tỉnh', 7],
    [2, 'Sở Nội vụ 7 tỉnh', 7],
    [3, 'Hội đồng TĐKT 7 tỉnh', 7],
    [4, 'Cụm trưởng năm 2024', 1],
  ]);
  expect(rows[3]!.tasks[0]).toMatchObject({ unitName: 'Cao Bằng', status: 'open' });
  expect(
    rows.every(({ madeOn, tasks }) => madeOn === '2024-03-05' && tasks.every(({ report }) => !report.allowed)),
  ).toBe(true);
});

test('holds every invariant', async () => {
  for (const { name, find } of invariants) expect(await find(db.reads), name).toEqual([]);
});
