import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import PizZip from 'pizzip';
import { afterAll, expect, test } from 'vitest';
import { invariants } from '#db/conferences/packs.invariants.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { makeInvitations } from '#server/conferences/invitations.service.ts';
import { builtInTemplate } from '#server/conferences/pack/built-in-templates.ts';
import { sweepPacks } from '#server/conferences/pack/packs.service.ts';
import { fieldsOf } from '#server/conferences/pack/templates.service.ts';
import { packRoutes } from '#server/conferences/pack.routes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { contentPath } from '#server/files/files.service.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { INVITATION_NAMES } from '#shared/conferences/invitation-names.ts';
import { PACK_NAMES } from '#shared/conferences/pack-names.ts';
import { TEMPLATE_PAPERS, type TemplatePaper, UNSENT_PACKS_KEPT } from '#shared/conferences/packs.schema.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { givenPack, makeVersion, runVersion } from '#test/builders/pack.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { clock, contextOf } = await givenDemo(db);
const chair = contextOf(DEMO_ACTORS.chair);
const packs = createCaller(chair).conferencePacks;
const years = (await createCaller(chair).dashboard.overview()).years;
const clusterYearId = years.find((one) => one.year === 2023)!.id as ClusterYearId;

const access = { all: true, cluster: [], chair: [], own: [], office: [], today: '2024-03-01' };

let who: Parameters<typeof contextOf>[0] = DEMO_ACTORS.chair;
const server = createServer(express().use(packRoutes(async () => ({ ...contextOf(who), actor: who })))).listen(
  0,
  '127.0.0.1',
);
await new Promise((resolve) => server.once('listening', resolve));
afterAll(() => new Promise((resolve) => server.close(resolve)));
const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
const send = async (bytes: Uint8Array, name = 'Mẫu của Sở.docx', paper = 'report') => {
  const answer = await fetch(at(`/files/conference-templates/${clusterYearId}/${paper}`), {
    method: 'PUT',
    headers: { 'x-file-name': encodeURIComponent(name) },
    body: Buffer.from(bytes),
  });
  return { status: answer.status, ...((await answer.json()) as { id: string; reasons: { text: string }[] }) };
};
const broken = async () => (await Promise.all(invariants.map(({ find }) => find(db.reads)))).flat();
const report = async () => (await packs.templates({ clusterYearId })).papers[0]!;
const textOf = (docx: Uint8Array | ArrayBuffer) =>
  new PizZip(docx)
    .file('word/document.xml')!
    .asText()
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '');
const changed = (change: (xml: string) => string, paper: TemplatePaper = 'report') => {
  const zip = new PizZip(builtInTemplate(paper));
  zip.file('word/document.xml', change(zip.file('word/document.xml')!.asText()));
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
};

test('every name of the catalogue is filled, and nothing is filled that the catalogue does not name', async () => {
  const { names } = await packs.templates({ clusterYearId });
  expect(names.map(({ name }) => name)).toEqual(PACK_NAMES.map(({ name }) => name));
  const as = { ...chair, actor: chair.actor!, procedure: 'conferences.pack' as const, access };
  for (const [catalogue, paper] of [
    [PACK_NAMES, 'report'],
    [INVITATION_NAMES, 'invitation'],
  ] as const) {
    const fields = await fieldsOf(as, clusterYearId, paper);
    expect(Object.keys(fields).sort()).toEqual(catalogue.map(({ name }) => name).sort());
    for (const { name, fields: inside } of catalogue)
      if (inside && fields[name]!.length > 0)
        expect(Object.keys((fields[name] as Record<string, string>[])[0]!).sort(), name).toEqual(
          inside.map((one) => one.name).sort(),
        );
  }
});

test('names of earlier templates are still there: a template of the office goes on', () => {
  const have = (name: string, inside: string) => {
    const fields = PACK_NAMES.find((one) => one.name === name)?.fields?.map((one) => one.name);
    expect(fields, name).toEqual(expect.arrayContaining(inside.split(' ')));
  };
  expect(PACK_NAMES.map(({ name }) => name)).toEqual(
    expect.arrayContaining(
      'cum nam nam_sau hoi_nghi dia_danh_ngay chu_tri minh_hoa so_don_vi don_vi tinh_hinh_bao_cao'.split(' '),
    ),
  );
  have('phong_trao', 'stt ten cap thoi_gian van_ban');
  have('chi_tieu', 'stt ten ket_qua');
  have('so_lieu', 'stt chi_tieu don_vi ke_hoach thuc_hien');
  have('dien_hinh', 'stt ten don_vi gioi_thieu dia_chi');
  have('khen_thuong', 'stt ten loai don_vi tinh hinh_thuc');
  have('kien_nghi', 'stt noi_dung nguoi_neu chu_tri han');
  have('chuong_trinh', 'gio noi_dung nguoi');
});

test('the papers of the program have the layout of the decree', () => {
  for (const paper of TEMPLATE_PAPERS) {
    const zip = new PizZip(builtInTemplate(paper));
    const body = zip.file('word/document.xml')!.asText();
    expect(body).toMatch(/<w:pgSz w:w="(11906" w:h="16838"|16838" w:h="11906" w:orient="landscape")/);
    if (paper !== 'figures' && paper !== 'invitation') expect(body, paper).toContain('<w:tblHeader/>');
    expect(body).toContain('<w:titlePg/>');
    expect(zip.file('word/styles.xml')!.asText()).toContain('w:ascii="Times New Roman"');
    expect(zip.file('word/header1.xml')!.asText()).toContain('w:instr="PAGE"');
    const [head = ''] = /<w:tbl>.*?<\/w:tbl>/.exec(body) ?? [];
    if (head.includes('Độc lập')) expect(head).toContain('<w:insideV w:val="none"');
  }
});

test('a version is made once however often the job runs, with its hash, and both steps are in the log', async () => {
  const { jobId } = await packs.make({ clusterYearId, idempotencyKey: uuidv7() });
  const twin = await packs.make({ clusterYearId, idempotencyKey: uuidv7() });
  expect(twin.jobId).toBe(jobId);
  expect((await packs.ofYear({ clusterYearId })).job).toMatchObject({ id: jobId, isUnderWay: true });
  await runVersion(db, chair, jobId);
  await runVersion(db, chair, jobId);
  const { packs: made, job } = await packs.ofYear({ clusterYearId });
  expect(job).toBeNull();
  expect(made).toMatchObject([{ number: 1, madeByName: 'Thường trực Cụm', sent: null }]);
  expect(made[0]!.contents.papers.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      '1. Báo cáo tổng kết.docx',
      '3. Danh sách đề nghị khen thưởng.docx',
      '4. Chương trình Hội nghị.docx',
    ]),
  );
  expect(made[0]!.contents.missing.join()).toContain('Bảng xếp hạng');
  const log = await db.reads
    .selectFrom('auditEntry')
    .select('action')
    .where('subjectKind', '=', 'conference-pack')
    .execute();
  expect(log.map(({ action }) => action).sort()).toEqual([
    'conference-pack.asked',
    'conference-pack.asked',
    'conference-pack.made',
  ]);
  expect(await broken()).toEqual([]);
});

test('a version that was sent is frozen: not marked again, not cleared away; a newer one stands beside', async () => {
  const [pack] = (await packs.ofYear({ clusterYearId })).packs;
  await packs.markSent({ id: pack!.id, seenVersion: 1, sentTo: '6 tỉnh thành viên', note: 'Công văn mẫu' });
  await expect(packs.markSent({ id: pack!.id, seenVersion: 2, sentTo: 'khác', note: '' })).rejects.toThrow(
    /conference-pack\.sent/,
  );
  for (let index = 0; index <= UNSENT_PACKS_KEPT; index++) await givenPack(db, clusterYearId);
  await sweepPacks(chair);
  const left = (await packs.ofYear({ clusterYearId })).packs;
  expect(left.map(({ number, sent }) => [number, sent?.to])).toEqual([
    [7, undefined],
    [6, undefined],
    [5, undefined],
    [4, undefined],
    [3, undefined],
    [1, '6 tỉnh thành viên'],
  ]);
  expect(await broken()).toEqual([]);
});

test('after the hand-over the former chair reads on what it sent, and makes no more', async () => {
  const [unsent, sent] = [await makeVersion(db, chair, clusterYearId), await makeVersion(db, chair, clusterYearId)];
  const [gone] = sent;
  await packs.markSent({ id: gone!.id, seenVersion: gone!.version, sentTo: 'các tỉnh', note: '' });
  const before = clock.demoToday;
  clock.demoToday = '2024-03-15';
  try {
    const onDay = (name: 'chair' | 'chair2024' | 'sonla') => ({ ...DEMO_ACTORS[name], today: '2024-03-15' });
    const asOn = (name: Parameters<typeof onDay>[0]) => ({ ...contextOf(onDay(name)), actor: onDay(name) });
    const former = createCaller(asOn('chair'));
    const seen = await former.conferencePacks.ofYear({ clusterYearId });
    expect(seen).toMatchObject({ mayMake: false, job: null });
    const all = (await createCaller(asOn('chair2024')).conferencePacks.ofYear({ clusterYearId })).packs;
    expect(seen.packs.map(({ id }) => id)).toEqual(all.flatMap(({ id, sent: out }) => (out ? [id] : [])));
    expect(all.length).toBeGreaterThan(seen.packs.length);
    expect((await former.conferences.ofYear({ clusterYearId })).conference).toMatchObject({
      mayPack: false,
      mayReadPacks: true,
    });
    const answers = async (name: 'chair' | 'sonla', id: string) => {
      who = onDay(name);
      return (await fetch(at(`/print/conference-packs/${id}.zip`))).status;
    };
    expect(await answers('chair', gone!.id)).toBe(200);
    expect(await answers('chair', unsent[0]!.id)).toBe(404);
    expect([403, 404]).toContain(await answers('sonla', gone!.id));
    await expect(former.conferencePacks.make({ clusterYearId, idempotencyKey: uuidv7() as never })).rejects.toThrow();
    await expect(former.conferencePacks.templates({ clusterYearId })).rejects.toThrow();
    const member = createCaller(asOn('sonla')).conferencePacks.ofYear({ clusterYearId });
    await expect(member).rejects.toThrow();
  } finally {
    clock.demoToday = before;
    who = DEMO_ACTORS.chair;
  }
});

test('a stored file that is no longer what was sent is not given out, and the invariant tells of its row', async () => {
  const sent = (await packs.ofYear({ clusterYearId })).packs.at(-1)!;
  who = DEMO_ACTORS.chair;
  expect((await fetch(at(`/print/conference-packs/${sent.id}.zip`))).status).toBe(200);
  const path = contentPath(chair, sent.sha256);
  const bytes = await fs.readFile(path);
  await fs.writeFile(path, 'khác');
  const answer = await fetch(at(`/print/conference-packs/${sent.id}.zip`));
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('không còn đúng mã kiểm tra')]);
  await fs.writeFile(path, bytes);
  await inTransaction(db, (tx) =>
    tx.updateTable('file').set({ sizeBytes: 1 }).where('subjectId', '=', sent.id).execute(),
  );
  expect(await broken()).toEqual([sent.id]);
  await inTransaction(db, (tx) =>
    tx.updateTable('file').set({ sizeBytes: sent.sizeBytes }).where('subjectId', '=', sent.id).execute(),
  );
});

test('papers of an archived year are made and marked as sent, and the year stays as it is', async () => {
  await inTransaction(db, (tx) =>
    tx
      .updateTable('clusterYear')
      .set({ status: 'archived', archivedAt: '2024-02-28T00:00:00.000Z' } as never)
      .where('id', '=', clusterYearId)
      .execute(),
  );
  const [pack] = await makeVersion(db, chair, clusterYearId);
  await packs.markSent({ id: pack!.id, seenVersion: 1, sentTo: 'lưu hồ sơ', note: '' });
  await inTransaction(db, (tx) =>
    tx
      .updateTable('clusterYear')
      .set({ status: 'published', archivedAt: null } as never)
      .where('id', '=', clusterYearId)
      .execute(),
  );
});

test('a template with broken names is refused with each of them, and nothing is kept', async () => {
  const bytes = changed((xml) => xml.replace('{nam_sau}', '{nam_xau}').replace('{/phong_trao}', ''));
  const answer = await send(bytes);
  expect(answer.status).toBe(422);
  expect(answer.reasons.map(({ text }) => text)).toEqual([
    expect.stringMatching(/đoạn \d+: không có tên nào là “nam_xau”; có phải “nam_sau”\?/),
    expect.stringMatching(/danh sách “\{#phong_trao\}” mở mà không đóng/),
  ]);
  expect(await report()).toMatchObject({ inUse: null, waiting: null, former: [] });
  expect((await send(new Uint8Array([1, 2, 3]), 'Mẫu.docx')).reasons[0]!.text).toContain('không phải văn bản Word');
  const refused = createHash('sha256').update(bytes).digest('hex');
  await expect(fs.access(contentPath(chair, refused))).rejects.toThrow('ENOENT');
});

test('a template is looked at, put to use, followed by another, and the former used again', async () => {
  const first = await send(changed((xml) => xml.replace('I. TÌNH HÌNH CHUNG', 'I. MẪU MỘT')));
  expect(first.status).toBe(201);
  const preview = await fetch(at(`/print/conference-templates/${clusterYearId}/report/${first.id}/preview`));
  expect(textOf(await preview.arrayBuffer())).toMatch(/MẪU MỘT[\s\S]*24\.582,2 tỷ đồng/);
  expect(await report()).toMatchObject({ inUse: null, waiting: { id: first.id } });
  const use = (id: string, seenVersion: number) => packs.useTemplate({ clusterYearId, id: id as never, seenVersion });
  await use(first.id, 1);
  const [pack] = await makeVersion(db, chair, clusterYearId);
  expect(pack!.contents.papers[0]).toEqual({ file: '1. Báo cáo tổng kết.docx', template: 'Mẫu của Sở.docx' });
  const second = await send(changed((xml) => xml.replace('I. TÌNH HÌNH CHUNG', 'I. MẪU HAI')));
  await use(second.id, 1);
  expect(await report()).toMatchObject({ inUse: { id: second.id }, former: [{ id: first.id, version: 3 }] });
  await expect(use(first.id, 2)).rejects.toThrow(/changed-meanwhile/);
  await use(first.id, 3);
  expect(await report()).toMatchObject({ inUse: { id: first.id, version: 4 }, former: [{ id: second.id }] });
  await packs.useBuiltIn({ clusterYearId, id: first.id as never, seenVersion: 4 });
  expect(await report()).toMatchObject({ inUse: null });
  expect(await broken()).toEqual([]);
});

test('the names come as text and as a Word file; a member and strangers get nothing', async () => {
  const text = await (await fetch(at(`/print/conference-names/${clusterYearId}.txt`))).text();
  expect(text).toContain('{nam}\tNăm thi đua\t2023');
  const word = await fetch(at(`/print/conference-names/${clusterYearId}.docx`));
  expect(textOf(await word.arrayBuffer())).toContain('{#chi_tieu} … {/chi_tieu}');
  who = DEMO_ACTORS.sonla;
  for (const path of [`conference-names/${clusterYearId}.txt`, `conference-templates/${clusterYearId}/report/built-in`])
    expect((await fetch(at(`/print/${path}`))).status).toBe(403);
  who = DEMO_ACTORS.chair;
  expect((await fetch(at(`/print/conference-templates/nothing/report/built-in`))).status).toBe(404);
  expect((await fetch(at(`/print/conference-templates/${clusterYearId}/report/${uuidv7()}`))).status).toBe(404);
});

test('the office writes its own invitation: broken names told, looked at, put to use, used', async () => {
  const refused = await send(
    changed((xml) => xml.replace('{kinh_moi}', '{kinhmoi}'), 'invitation'),
    'Giấy mời.docx',
    'invitation',
  );
  expect(refused.reasons.map(({ text }) => text)).toEqual([expect.stringContaining('có phải “kinh_moi”?')]);
  const alone = changed(
    (xml) => xml.replace(/<w:body>.*<w:sectPr>/s, '<w:body><w:p><w:r><w:t>{nam}</w:t></w:r></w:p><w:sectPr>'),
    'invitation',
  );
  expect((await send(alone, 'Giấy mời.docx', 'invitation')).reasons[0]!.text).toContain(
    'chỉ dùng được bên trong danh sách {#giay_moi}',
  );
  const own = changed((xml) => xml.replace('trân trọng kính mời', 'kính mời (mẫu của Sở)'), 'invitation');
  const { id } = await send(own, 'Giấy mời của Sở.docx', 'invitation');
  const preview = await fetch(at(`/print/conference-templates/${clusterYearId}/invitation/${id}/preview`));
  expect(textOf(await preview.arrayBuffer())).toMatch(/kính mời \(mẫu của Sở\): Ông/);
  const make = async () => {
    const as = { ...chair, actor: chair.actor!, procedure: 'conferences.invitations' as const, access };
    return textOf((await makeInvitations(as, { clusterYearId, delegateId: null, form: 'docx' })).content);
  };
  expect(await make()).not.toContain('mẫu của Sở');
  await packs.useTemplate({ clusterYearId, id: id as never, seenVersion: 1 });
  expect((await make()).split('mẫu của Sở').length).toBeGreaterThan(5);
  expect((await packs.templates({ clusterYearId })).papers.at(-1)).toMatchObject({
    paper: 'invitation',
    inUse: { id },
  });
});
