import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import express from 'express';
import PizZip from 'pizzip';
import { afterAll, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { handOverPackRoutes } from '#server/clusters/hand-over-pack.routes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { typstIsInstalled } from '#server/core/typst.ts';
import { uploadFile } from '#server/files/files.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { givenAccounts } from '#test/server/matrix-world.ts';

const db = await testDb();
const { clock, contextOf } = await givenDemo(db);
await givenAccounts(db, Object.values(DEMO_ACTORS));
const on = (day: string) => {
  clock.demoToday = day;
};
/** As whoever asks on the day of the clock. */
const contextAs = (name: keyof typeof DEMO_ACTORS) => {
  const actor: Actor = { ...DEMO_ACTORS[name], today: vietnamDate(clock.now()) };
  return { ...contextOf(actor), actor };
};
const years = await createCaller(contextAs('admin')).clusters.list();
const year = years.find((one) => one.year === 2023)!;

let who: keyof typeof DEMO_ACTORS = 'chair';
const server = createServer(express().use(handOverPackRoutes(async () => contextAs(who)))).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
const pack = (as: keyof typeof DEMO_ACTORS, id: string = year.id) => {
  who = as;
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/print/hand-over-packs/${id}.zip`);
};
const opened = async (answer: Response) => new PizZip(await answer.arrayBuffer());
const textOf = (zip: PizZip, name: string, part: string) =>
  new PizZip(zip.file(name)!.asUint8Array())
    .file(part)!
    .asText()
    .replaceAll(/<\/(w:p|row)>/g, '\n')
    .replace(/<[^>]+>/g, ' ');
const sheet = 'xl/worksheets/sheet1.xml';

test('before the day the chair packs; the pack says what each file is, and the log who took it', async () => {
  on('2024-03-14');
  const chair = contextAs('chair');
  const page = await createCaller(chair).clusters.handOver({ clusterYearId: year.id as never });
  expect(page.mayPack).toBe(true);
  const answer = await pack('chair');
  expect(answer.status).toBe(200);
  const zip = await opened(answer);

  const list = textOf(zip, '0. Danh mục bàn giao.docx', 'word/document.xml');
  expect(list).toContain('DANH MỤC HỒ SƠ BÀN GIAO');
  expect(list).toContain('Ngày bàn giao: 15/03/2024');
  // Each file of the pack is on the list.
  for (const name of Object.keys(zip.files).filter((one) => !one.startsWith('0.'))) expect(list).toContain(`${name}: `);
  expect(list).toContain('6. Quy chế, kế hoạch của Cụm: chưa tải tài liệu nào');

  const members = textOf(zip, '1. Thành viên và người liên hệ.xlsx', sheet);
  for (const { name } of (await createCaller(chair).conferences.ofYear({ clusterYearId: year.id as never })).members)
    expect(members).toContain(name);
  const { checklist } = page;
  const cases = textOf(zip, '3. Việc còn mở.xlsx', sheet);
  expect(cases.split('Báo cáo chưa tiếp nhận').length - 1).toBe(checklist.reportCount);
  expect(cases.split('Hồ sơ đề nghị khen thưởng').length - 1).toBe(checklist.nominationCount);
  expect(zip.file('5. Giao ước thi đua năm 2023.pdf') !== null).toBe(typstIsInstalled());

  const history = await createCaller(chair).audit.ofRecord({ subjectKind: 'cluster-year', subjectId: year.id });
  expect(history[0]).toMatchObject({ action: 'cluster-year.hand-over-packed', actorName: 'Thường trực Cụm' });
});

test('a report whose stage opens later is not handed over as open; from that day it is', async () => {
  on('2024-03-14');
  const checklist = async () =>
    (await createCaller(contextAs('chair')).clusters.handOver({ clusterYearId: year.id as never })).checklist;
  const before = (await checklist()).reportCount;
  const reports = await db.reads
    .selectFrom('report')
    .where('clusterYearId', '=', year.id)
    .where('period', '=', 'mid-year')
    .select('id')
    .execute();
  const put = (status: 'draft' | 'received', opensOn: string) =>
    inTransaction(db, async (tx) => {
      const ids = reports.map(({ id }) => id);
      await tx.updateTable('report').set({ status }).where('id', 'in', ids).execute();
      await tx
        .updateTable('stage')
        .set({ opensOn, closesOn: `${opensOn.slice(0, 4)}-06-30` })
        .where('clusterYearId', '=', year.id)
        .where('kind', '=', 'mid-year-report')
        .execute();
    });
  try {
    await put('draft', '2024-03-15');
    expect((await checklist()).reportCount).toBe(before);
    await put('draft', '2024-03-14');
    expect((await checklist()).reportCount).toBe(before + reports.length);
  } finally {
    await put('received', '2023-06-01');
  }
});

test('from the day on the new chair packs and the former one no more', async () => {
  on('2024-03-15');
  expect((await pack('chair2024')).status).toBe(200);
  expect((await pack('chair')).status).toBe(404);
  const page = await createCaller(contextAs('chair')).clusters.handOver({ clusterYearId: year.id as never });
  expect(page).toMatchObject({ mayPack: false, state: 'handed-over' });
});

test('documents go along; one whose content is gone is named as missing', async () => {
  const admin = contextAs('admin');
  const access = accessFor(admin.actor, 'files.upload')!;
  const { clusterId } = (await createCaller(admin).clusters.handOver({ clusterYearId: year.id as never })).clusterYear;
  const upload = (name: string, content: string) =>
    uploadFile(
      { ...admin, procedure: 'files.upload', access },
      { subjectKind: 'cluster', subjectId: clusterId as never },
      name,
      Readable.from([Buffer.from(content)]),
    );
  await upload('Quy chế hoạt động.pdf', '%PDF-1.4\n%mẫu\n');
  const { id } = await upload('Kế hoạch năm.pdf', '%PDF-1.4\n%mẫu 2\n');
  await inTransaction(db, (tx) =>
    tx
      .updateTable('file')
      .set({ sha256: 'f'.repeat(64) })
      .where('id', '=', id)
      .execute(),
  );

  const zip = await opened(await pack('admin'));
  const folder = '6. Quy chế, kế hoạch của Cụm';
  expect(zip.file(`${folder}/01. Quy chế hoạt động.pdf`)!.asText()).toContain('%PDF-1.4');
  expect(zip.file(`${folder}/02. Kế hoạch năm.pdf`)).toBeNull();
  const list = textOf(zip, '0. Danh mục bàn giao.docx', 'word/document.xml');
  expect(list.slice(list.indexOf('CHƯA CÓ'))).toContain(
    `${folder}/02. Kế hoạch năm.pdf: nội dung tệp không còn nguyên trên máy chủ`,
  );
});

test('who leads one cluster and is a member of another packs the first only', async () => {
  on('2024-03-15');
  const { chairUnitId, clusterId } = await db.reads
    .selectFrom('clusterYear')
    .selectAll()
    .where('year', '=', 2024)
    .executeTakeFirstOrThrow();
  const sonLa = DEMO_ACTORS.sonla.unitId!;
  const [otherCluster, otherYear] = [uuidv7(), uuidv7()];
  await inTransaction(db, async (tx) => {
    const cluster = await tx.selectFrom('cluster').selectAll().where('id', '=', clusterId).executeTakeFirstOrThrow();
    const model = await tx.selectFrom('clusterYear').selectAll().where('id', '=', year.id).executeTakeFirstOrThrow();
    await tx
      .insertInto('cluster')
      .values({ ...cluster, id: otherCluster, name: 'Cụm khác (mẫu)', shortName: 'Cụm khác' })
      .execute();
    await tx
      .insertInto('clusterYear')
      .values({ ...model, id: otherYear, clusterId: otherCluster, chairUnitId: sonLa, handOverOn: null })
      .execute();
    await tx
      .insertInto('clusterMember')
      .values(
        [sonLa, chairUnitId].map((unitId, at) => ({
          id: uuidv7(),
          clusterId: otherCluster,
          unitId,
          position: at + 1,
          validFrom: null,
        })),
      )
      .execute();
  });
  expect((await pack('chair2024')).status).toBe(200);
  expect((await pack('chair2024', otherYear)).status).toBe(404);
  // A member reads the page of the other cluster all the same.
  const page = await createCaller(contextAs('chair2024')).clusters.handOver({ clusterYearId: otherYear as never });
  expect(page).toMatchObject({ mayPack: false, leader: { unitName: 'Sơn La' } });
  expect((await pack('sonla')).status).toBe(403);
  expect((await pack('chair2024', 'not-an-id')).status).toBe(404);
});
