import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { typstIsInstalled } from '#server/core/typst.ts';
import { fileRoutes } from '#server/files/files.routes.ts';
import { pledgePrintRoutes } from '#server/pledges/pledge-print.routes.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb, testDirectory } from '#test/core/test-db.ts';
import { givenPledgeWorld } from '#test/server/pledges/pledge-world.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const PROGRAM = Buffer.from('MZ\u0090\u0000 this is a program');

const db = await testDb();
const dataDir = testDirectory();
const { world, indicators, as, pledge, aPledge, aSignature, reset } = await givenPledgeWorld(db);
beforeEach(reset);

let somebody: Actor | null = null;
const identify = async () => aContext(db, somebody, { dataDir });
const http = express().use(fileRoutes(identify)).use(pledgePrintRoutes(identify));
const server = createServer(http).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => new Promise((resolve) => server.close(resolve)));

function put(who: Actor, id: string, content = PDF, name = 'Trang ký.pdf', kind = 'pledge-signature') {
  somebody = who;
  return fetch(`${base}/files/${kind}/${id}`, {
    method: 'PUT',
    headers: { 'x-file-name': encodeURIComponent(name) },
    body: new Uint8Array(content),
  });
}

/** Status and first reason of an answer. */
async function said(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  const { reasons = [] } = (await response.json()) as { reasons?: { code: string }[] };
  return `${response.status} ${reasons[0]?.code ?? ''}`;
}

test('a scan is brought by the member or by the unit that leads, while it is signed', async () => {
  const { reporterSL, specialistLS, reporterLS, reporterQT } = world.actors;
  const { signatureOf } = await aPledge('signing');
  const own = signatureOf('SL');
  expect((await put(reporterSL, own)).status).toBe(201);
  expect((await put(specialistLS, own)).status).toBe(201);
  expect(await said(put(reporterLS, own))).toBe('403 file.not-own-record');
  expect(await said(put(reporterQT, own))).toBe('404 file.subject.not-found');
  expect((await pledge()).signatures[0]?.files).toHaveLength(2);
  const { signatureOf: published } = await aPledge('published');
  expect(await said(put(reporterSL, published('SL')))).toBe('422 file.signature-closed');
});

test('what is no scan is refused with the reason, and nothing is kept', async () => {
  const { signatureOf } = await aPledge('signing');
  const own = signatureOf('SL');
  expect(await said(put(world.actors.reporterSL, own, PROGRAM))).toBe('422 file.not-a-scan');
  expect(await said(put(world.actors.reporterSL, own, PDF, 'Trang ký.png'))).toBe('422 file.name-against-content');
  expect((await pledge()).signatures[0]?.files).toEqual([]);
});

test('the scan a signature stands on stays; its coming is in the history of the pledge', async () => {
  const { reporterSL, reporterLS, reporterQT } = world.actors;
  const { id, contentHash, signatureOf } = await aPledge('signing');
  const own = signatureOf('SL');
  const { id: fileId } = (await (await put(reporterSL, own)).json()) as { id: string };
  const { id: spare } = (await (await put(reporterSL, own)).json()) as { id: string };
  const given = { ...(await aSignature(own)), fileId: fileId as never };
  await as('reporterSL').sign({ signatureId: own, seenHash: contentHash, ...given });
  const remove = (one: string) => fetch(`${base}/files/${one}`, { method: 'DELETE' });
  expect(await said(remove(fileId))).toBe('422 file.scan-in-use');
  expect((await remove(spare)).status).toBe(204);

  somebody = reporterLS; // every member reads the signed page
  expect((await fetch(`${base}/files/${fileId}`)).status).toBe(200);
  somebody = reporterQT;
  expect((await fetch(`${base}/files/${fileId}`)).status).toBe(404);
  const entries = await db.reads
    .selectFrom('auditEntry')
    .select(['action', 'subjectKind', 'subjectId'])
    .where('action', 'like', 'file.%')
    .execute();
  expect(entries.every((entry) => entry.subjectKind === 'pledge' && entry.subjectId === id)).toBe(true);
  expect(entries).toHaveLength(3);
});

test('what backs a quarter is brought by its member while it is one, and read by the cluster', async () => {
  const { reporterSL, reporterLS, specialistLS, reporterQT } = world.actors;
  const { id } = await aPledge('published');
  await as('reporterSL').saveProgress({
    id,
    unitId: 'SL' as never,
    quarter: 1,
    items: [{ indicatorVersionId: indicators.budget as never, value: 11_000, note: '', seenVersion: 0 }],
  });
  const quarterOf = async () =>
    (await as('reporterLS').ledger({ clusterYearId: world.yearA })).ledger!.members[0]!.quarters[0]!;
  const { id: quarter } = await quarterOf();
  const bring = (who: Actor) => put(who, quarter, PDF, 'Báo cáo quý I.pdf', 'pledge-progress');
  expect(await said(bring(reporterLS))).toBe('403 file.not-own-record');
  expect(await said(bring(specialistLS))).toBe('403 file.not-own-record');
  expect(await said(bring(reporterQT))).toBe('404 file.subject.not-found');
  const { id: fileId } = (await (await bring(reporterSL)).json()) as { id: string };
  expect((await quarterOf()).files).toMatchObject([{ id: fileId, name: 'Báo cáo quý I.pdf' }]);
  somebody = reporterLS;
  expect((await fetch(`${base}/files/${fileId}`)).status).toBe(200);
  somebody = reporterQT;
  expect((await fetch(`${base}/files/${fileId}`)).status).toBe(404);
  const entry = await db.reads
    .selectFrom('auditEntry')
    .select(['subjectKind', 'subjectId'])
    .where('action', '=', 'file.uploaded')
    .executeTakeFirstOrThrow();
  expect(entry).toEqual({ subjectKind: 'pledge', subjectId: id });

  await inTransaction(db, (tx) =>
    tx.updateTable('clusterMember').set({ validTo: '2023-09-30' }).where('unitId', '=', 'SL').execute(),
  );
  expect((await bring(reporterSL)).status).not.toBe(201);
  expect((await quarterOf()).files).toHaveLength(1);
});

test.runIf(typstIsInstalled())('the PDF is for whoever reads the pledge, and for nobody else', async () => {
  const { id } = await aPledge('signing');
  const get = (who: Actor | null, one: string = id) => {
    somebody = who;
    return fetch(`${base}/print/pledges/${one}.pdf`, { headers: { accept: 'application/json' } });
  };
  const answer = await get(world.actors.leaderSL);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(await said(get(null))).toBe('401 account.not-signed-in');
  expect(await said(get(world.actors.roleless))).toBe('403 account.lacks-role');
  expect(await said(get(world.actors.reporterQT))).toBe('404 pledge.not-found');
  expect(await said(get(world.actors.leaderSL, 'x'))).toBe('404 pledge.not-found');
});
