import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import PizZip from 'pizzip';
import { afterAll, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { demoData } from '#db/seed/demo-data.ts';
import { createCaller } from '#server/app-router.ts';
import { packRoutes } from '#server/conferences/pack.routes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { typstIsInstalled } from '#server/core/typst.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import type { ReportCell, ReportId } from '#shared/reports/reports.schema.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { makeVersion } from '#test/builders/pack.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { contextOf } = await givenDemo(db);
const years = (await createCaller(contextOf(DEMO_ACTORS.chair)).dashboard.overview()).years;
const year = years.find((one) => one.year === 2023)!;

let who: Parameters<typeof contextOf>[0] = DEMO_ACTORS.chair;
const identify = async () => contextOf(who);
const server = createServer(express().use(packRoutes(identify))).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
afterAll(() => new Promise((resolve) => server.close(resolve)));
const pack = (id: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/print/conference-packs/${id}.zip`);

/** The text of a Word file, a line for each paragraph. */
const textOf = (docx: Uint8Array | string) =>
  new PizZip(docx)
    .file('word/document.xml')!
    .asText()
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&');

/** Types in what a member's report lacks, as the data of the demo has it, and sends it. */
async function complete(actor: Actor): Promise<void> {
  const reports = createCaller(contextOf(actor)).reports;
  const { members } = await reports.inbox({ clusterYearId: year.id as ClusterYearId, period: 'year-end' });
  const id = members.find(({ unitId }) => unitId === actor.unitId)!.reportId as ReportId;
  const report = await reports.byId({ id });
  const actual = new Map(demoData().indicators.map((indicator) => [indicator.name, indicator.actual[actor.unitId!]!]));
  const cells = report.cells.map(({ indicatorVersionId, name, sourceOffice, note, version }) => ({
    indicatorVersionId: indicatorVersionId as ReportCell['indicatorVersionId'],
    value: actual.get(name)!,
    valueStatus: 'official' as const,
    sourceOffice,
    note,
    seenVersion: version,
  }));
  await reports.saveCells({ id, cells });
  await reports.send({ id, seenVersion: report.version });
}

/** The pack as it is now: its names, and the text of the report. */
async function unpacked() {
  who = DEMO_ACTORS.chair;
  const [newest] = await makeVersion(db, contextOf(who), year.id);
  const answer = await pack(newest!.id);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  const zip = new PizZip(await answer.arrayBuffer());
  return { zip, text: textOf(zip.file('1. Báo cáo tổng kết.docx')!.asUint8Array()) };
}

test('before the year is complete, the pack says who is missing, what is agreed and what is open', async () => {
  const { zip, text } = await unpacked();
  expect(Object.keys(zip.files).includes('5. Giao ước thi đua.pdf')).toBe(typstIsInstalled());
  expect(textOf(zip.file('5. Giao ước thi đua.docx')!.asUint8Array())).toContain('GIAO ƯỚC');
  expect(zip.file('Danh sách tài liệu.txt')!.asText()).toContain('Bảng xếp hạng (chưa chấm điểm');
  expect(zip.file('Danh sách tài liệu.txt')!.asText()).toContain(
    'Chưa có: Nội dung trong Báo cáo tổng kết: Hạn chế, nguyên nhân (có dòng để ghi thêm)',
  );
  expect(text).toContain('6/7 đơn vị đã gửi báo cáo năm; chưa có báo cáo của: Sơn La.');
  // Who is in no total is said once, not after each of them.
  expect(text).toContain('Số liệu chung dưới đây chưa gồm: Sơn La.');
  expect(text).toContain('Thu ngân sách nhà nước trên địa bàn: 24.582,2 tỷ đồng.');
  expect(text).not.toContain('(chưa gồm');
  // What the title promises: the pledge that the members have agreed on; and a line where nothing is known.
  expect(text).toMatch(
    /VII\. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024\nGiao ước thi đua năm 2024 đã được các đơn vị thống nhất nội dung/,
  );
  expect(text).toContain('31.050,0');
  expect(text).toMatch(/VI\. HẠN CHẾ, NGUYÊN NHÂN\n… \(cơ quan thường trực bổ sung\)\nVII/);
  expect(text).toMatch(/CỤM TRƯỞNG\nCHỦ TỊCH UBND TỈNH LẠNG SƠN\nHồ Tiến Thiệu/);
  expect(text).toMatch(/Nơi nhận:\n.*\n- Các đơn vị thành viên Cụm;\n- Lưu: VT\.\n/);
  expect(text).toContain('BẢN MINH HỌA');
  expect(text).not.toMatch(/[{}«»]|undefined|null/);
});

test('what members write under a heading stands in the part it speaks to, once their report is sent', async () => {
  const { sonla, hagiang } = DEMO_ACTORS;
  await inTransaction(db, async (tx) => {
    const headingId = uuidv7();
    const heading = { id: headingId, clusterYearId: year.id, period: 'year-end' as const, position: 9 };
    await tx
      .insertInto('reportHeading')
      .values({ ...heading, title: 'Tồn tại, hạn chế' })
      .execute();
    const reports = await tx
      .selectFrom('report')
      .select(['id', 'unitId'])
      .where('clusterYearId', '=', year.id)
      .where('period', '=', 'year-end')
      .where('unitId', 'in', [sonla.unitId!, hagiang.unitId!])
      .execute();
    for (const { id: reportId, unitId } of reports)
      await tx
        .insertInto('reportSection')
        .values({
          reportId,
          headingId,
          content: `**${unitId === sonla.unitId ? 'Chưa gửi' : 'Gửi chậm'}** & thiếu số.`,
        })
        .execute();
  });
  const { text } = await unpacked();
  expect(text).toMatch(/VI\. HẠN CHẾ, NGUYÊN NHÂN\nHà Giang: Gửi chậm & thiếu số\.\nVII/);
  expect(text).not.toContain('Chưa gửi & thiếu');
});

test('the pack of the complete demo year says the figures of its papers word for word', async () => {
  const { chair, sonla, hagiang } = DEMO_ACTORS;
  await complete(sonla);
  const reports = createCaller(contextOf(chair)).reports;
  const { members } = await reports.inbox({ clusterYearId: year.id as ClusterYearId, period: 'year-end' });
  const id = members.find(({ unitId }) => unitId === hagiang.unitId)!.reportId as ReportId;
  const { version } = await reports.byId({ id });
  const reason = 'Ô mức giảm tỷ lệ hộ nghèo đang ghi tỷ lệ cuối năm.';
  await reports.askSupplement({ id, seenVersion: version, reason, dueOn: '2024-03-04' });
  await complete(hagiang);
  const { text } = await unpacked();
  expect(text).toContain('7/7 đơn vị đã gửi báo cáo năm.');
  for (const words of [
    'trên 29.000 tỷ đồng.',
    'trên 100.000 lao động.',
    '120 trường.',
    'có thêm 22 xã so với năm 2022.',
    'bình quân giảm 4,41%.',
  ])
    expect(text).toContain(`: ${words}\n`);
  expect(text).not.toContain('chưa gồm');
  expect(text).toMatch(/HẠN CHẾ, NGUYÊN NHÂN\nSơn La: Chưa gửi & thiếu số\.\nHà Giang: /);
  expect(text).toMatch(/trong 63 lượt chỉ tiêu các đơn vị đã đăng ký, \d+ vượt, \d+ đạt, \d+ không đạt\./);
});

test('a member and a cluster that is not theirs get no pack', async () => {
  who = DEMO_ACTORS.sonla;
  const id = (
    await createCaller(contextOf(DEMO_ACTORS.chair)).conferencePacks.ofYear({ clusterYearId: year.id as ClusterYearId })
  ).packs[0]!.id;
  const member = await pack(id);
  expect(member.status).toBe(403);
  who = DEMO_ACTORS.chair;
  expect((await pack('nothing')).status).toBe(404);
});
