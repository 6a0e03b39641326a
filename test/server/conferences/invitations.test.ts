import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import PizZip from 'pizzip';
import { afterAll, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { invitationRoutes } from '#server/conferences/invitations.routes.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { givenConference, givenDelegate } from '#test/builders/conference.builder.ts';
import { aContext, givenWorld } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const world = await givenWorld(db);
const { specialistLS, reporterSL } = world.actors;
const conferenceId = await givenConference(db, world.yearA, { heldOn: '2024-03-05' });
const [first, second, away] = [
  await givenDelegate(db, conferenceId, 'SL', { position: 1 }),
  await givenDelegate(db, conferenceId, null, {
    position: 2,
    role: 'guest',
    organization: 'Báo <Mẫu> & bạn',
    positionHeld: '',
  }),
  await givenDelegate(db, conferenceId, null, {
    position: 3,
    role: 'guest',
    organization: 'Không dự',
    attendance: 'absent',
  }),
];

let who: Actor = specialistLS;
const server = createServer(express().use(invitationRoutes(async () => aContext(db, who)))).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
const get = (actor: Actor, path: string) => {
  who = actor;
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/print/invitations/${path}`);
};
const xmlOf = (docx: Uint8Array | ArrayBuffer) => new PizZip(docx).file('word/document.xml')!.asText();

test('all in one file: a page for each who may come, text stays text', async () => {
  const answer = await get(specialistLS, `${world.yearA}.docx`);
  expect(answer.status).toBe(200);
  const xml = xmlOf(await answer.arrayBuffer());
  expect(xml.split('GIẤY MỜI').length - 1).toBe(2);
  expect(xml.split('<w:titlePg/>').length - 1).toBe(2);
  expect(xml).toContain('Báo &lt;Mẫu&gt; &amp; bạn');
  expect(xml.split('Nơi nhận:').length - 1).toBe(2);
  expect(xml).toContain('TM. CỤM THI ĐUA');
  expect(xml).toContain('CỤM TRƯỞNG');
  expect(xml).not.toContain('Không dự');
  expect(xml).not.toMatch(/[«{}]/);
});

test('a file each, and the file of one', async () => {
  const zip = new PizZip(await (await get(specialistLS, `${world.yearA}.zip`)).arrayBuffer());
  expect(Object.keys(zip.files)).toEqual(['001. Báo -Mẫu- & bạn.docx', '002. Sơn La, Lãnh đạo UBND tỉnh.docx']);
  const one = xmlOf(await (await get(specialistLS, `${world.yearA}.docx?dai-bieu=${away}`)).arrayBuffer());
  expect(one).toContain('Không dự');
  expect(one.split('GIẤY MỜI').length - 1).toBe(1);
});

test('for the office that leads only, of its own cluster', async () => {
  expect((await get(reporterSL, `${world.yearA}.docx`)).status).toBe(403);
  expect((await get(specialistLS, `${world.yearB}.docx`)).status).toBe(404);
  expect((await get(specialistLS, `${world.yearA}.pdf`)).status).toBe(404);
  expect((await get(specialistLS, `${world.yearA}.docx?dai-bieu=${conferenceId}`)).status).toBe(404);
});

test('sent today, taken back; the second of two is told', async () => {
  const chair = createCaller(aContext(db, specialistLS));
  const input = {
    conferenceId: conferenceId as never,
    items: [first, second].map((id) => ({ id: id as never, seenVersion: 1 })),
  };
  expect(await chair.conferences.markSent({ ...input, sent: true })).toEqual({ marked: 2 });
  const lines = async () =>
    (await chair.conferences.ofYear({ clusterYearId: world.yearA as never })).conference!.delegates;
  const sent = (await lines()).find(({ id }) => id === first)!;
  expect(sent).toMatchObject({
    attendance: 'invited',
    invitationSentOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    version: 2,
  });
  await expect(chair.conferences.markSent({ ...input, sent: false })).rejects.toMatchObject({ code: 'CONFLICT' });
  await chair.conferences.markSent({ ...input, items: [{ id: first as never, seenVersion: 2 }], sent: false });
  expect((await lines()).find(({ id }) => id === first)).toMatchObject({ invitationSentOn: null });
  const [entry] = await chair.audit.ofRecord({ subjectKind: 'conference', subjectId: conferenceId as never });
  expect(entry).toMatchObject({ action: 'delegate.invitation-sent' });
});
