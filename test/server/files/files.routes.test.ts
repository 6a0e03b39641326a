import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { attachment } from '#server/core/attachment.ts';
import { fileRoutes } from '#server/files/files.routes.ts';
import { sweepFiles } from '#server/files/files.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { Language } from '#shared/core/localized.ts';
import { MOST_FILE_BYTES } from '#shared/files/files.schema.ts';
import { COMPLETE_PERSON, givenAwardForm } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb, testDirectory } from '#test/core/test-db.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let world: World;
let dataDir: string;
let server: Server;
let base: string;
let lang: Language = 'vi';
let somebody: Actor | null;
let nominationId: string;

beforeEach(async () => {
  const db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  dataDir = testDirectory();
  somebody = world.actors.reporterSL;
  const http = express().use(fileRoutes(async () => aContext(db, somebody, { dataDir, lang })));
  server = createServer(http).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { id } = await as(world.actors.reporterSL).create({
    clusterYearId: world.yearA,
    recipientKind: 'individual',
    idempotencyKey: randomUUID(),
  });
  nominationId = id;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).nominations;

function put(name: string, content: Buffer, subject = `nomination/${nominationId}`): Promise<Response> {
  return fetch(`${base}/files/${subject}`, {
    method: 'PUT',
    headers: { 'x-file-name': encodeURIComponent(name) },
    body: new Uint8Array(content),
  });
}

/** Status and first reason of an answer. */
async function said(answer: Promise<Response> | Response): Promise<string> {
  const response = await answer;
  const body = (await response.json()) as { reasons: { code: string }[] };
  return `${response.status} ${body.reasons[0]?.code}`;
}

async function stored(name = 'Báo cáo thành tích.pdf', content = PDF): Promise<string> {
  const response = await put(name, content);
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

const onDisk = () =>
  fs.existsSync(path.join(dataDir, 'files'))
    ? fs
        .readdirSync(path.join(dataDir, 'files'), { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
    : [];

/** Makes everything on disk look an hour old. */
function age(): void {
  for (const { parentPath, name } of onDisk()) fs.utimesSync(path.join(parentPath, name), 0, 0);
}

describe('a document', () => {
  test('goes up, is listed on its record, and comes down as it was, under its Vietnamese name', async () => {
    const id = await stored();
    const { files } = await as(world.actors.reporterSL).byId({ id: nominationId as never });
    expect(files).toMatchObject([
      { id, name: 'Báo cáo thành tích.pdf', mediaType: 'application/pdf', sizeBytes: PDF.length },
    ]);

    const down = await fetch(`${base}/files/${id}`);
    expect(Buffer.from(await down.arrayBuffer())).toEqual(PDF);
    expect(down.headers.get('content-type')).toBe('application/pdf');
    expect(down.headers.get('content-disposition')).toBe(
      `attachment; filename="Bao cao thanh tich.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20th%C3%A0nh%20t%C3%ADch.pdf`,
    );
    expect(down.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('is kept once on disk however often it comes, under its hash and never under its name', async () => {
    await stored('a.pdf');
    await stored('../../b.pdf');
    expect(onDisk()).toHaveLength(1);
    expect(onDisk()[0]?.name).toMatch(/^[0-9a-f]{62}$/);
    const { files } = await as(world.actors.reporterSL).byId({ id: nominationId as never });
    expect(files.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
  });

  test('is taken off with a trace; its content goes with the next sweep', async () => {
    const id = await stored();
    expect((await fetch(`${base}/files/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await said(fetch(`${base}/files/${id}`))).toBe('404 file.not-found');
    const actions = await world.db.reads.selectFrom('auditEntry').select('action').orderBy('id').execute();
    expect(actions.map(({ action }) => action)).toEqual(['nomination.created', 'file.uploaded', 'file.removed']);
    age();
    expect(await sweepFiles(aContext(world.db, null, { dataDir }))).toEqual({ kept: 0, removed: 1 });
    expect(onDisk()).toEqual([]);
  });
});

describe('what is not taken leaves nothing behind', () => {
  test.each<[string, string, Buffer, string]>([
    [
      'a program called PDF',
      'bao-cao.pdf',
      Buffer.from('MZ\u0090\u0000 this program cannot be run'),
      '422 file.kind-not-allowed',
    ],
    ['text', 'ghi-chu.txt', Buffer.from('chỉ là chữ'), '422 file.kind-not-allowed'],
    ['an image called PDF', 'anh.pdf', PNG, '422 file.name-against-content'],
    ['nothing', 'trong.pdf', Buffer.alloc(0), '422 file.empty'],
    ['no name', '..', PDF, '422 file.name-missing'],
    ['too much', 'to.pdf', Buffer.concat([PDF, Buffer.alloc(MOST_FILE_BYTES)]), '422 file.too-large'],
  ])('%s', async (_, name, content, answer) => {
    expect(await said(put(name, content))).toBe(answer);
    expect(onDisk()).toEqual([]);
    expect(await world.db.reads.selectFrom('file').selectAll().execute()).toEqual([]);
  });

  test('too much without saying so first', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 21; n += 1) controller.enqueue(new Uint8Array(1024 * 1024));
        controller.close();
      },
    });
    const answer = fetch(`${base}/files/nomination/${nominationId}`, {
      method: 'PUT',
      headers: { 'x-file-name': 'to.pdf' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await said(answer)).toBe('422 file.too-large');
    expect(onDisk()).toEqual([]);
  });
});

describe('who may', () => {
  test('nobody without a session, nothing of another cluster, nothing on the record of a peer', async () => {
    const id = await stored();
    await sendIt();
    somebody = world.actors.specialistLS;
    expect((await fetch(`${base}/files/${id}`)).status).toBe(200);
    expect(await said(put('a.pdf', PDF))).toBe('403 file.not-own-record');
    expect(await said(fetch(`${base}/files/${id}`, { method: 'DELETE' }))).toBe('403 file.not-own-record');
    somebody = world.actors.specialistQT;
    expect(await said(fetch(`${base}/files/${id}`))).toBe('404 file.not-found');
    expect(await said(put('a.pdf', PDF))).toBe('404 file.subject.not-found');
    somebody = world.actors.roleless;
    expect(await said(put('a.pdf', PDF))).toBe('403 account.lacks-role');
    somebody = null;
    expect(await said(fetch(`${base}/files/${id}`))).toBe('401 account.not-signed-in');
  });

  test('the documents of a draft stay in its province', async () => {
    const id = await stored();
    somebody = world.actors.specialistLS;
    expect(await said(fetch(`${base}/files/${id}`))).toBe('404 file.not-found');
  });

  test('what was sent is neither added to nor taken from', async () => {
    const id = await stored();
    await sendIt();
    expect(await said(put('a.pdf', PDF))).toBe('422 file.subject-closed');
    expect(await said(fetch(`${base}/files/${id}`, { method: 'DELETE' }))).toBe('422 file.subject-closed');
  });

  test.each(['nomination/..%2f..%2fetc', 'account/LS', 'nomination/khong-co'])('no record at %s', async (subject) => {
    expect(await said(put('a.pdf', PDF, subject))).toBe('404 file.subject.not-found');
  });
});

describe('after a crash', () => {
  test('content whose row was committed is put in its place', async () => {
    const id = await stored();
    const [file] = onDisk();
    const sha256 = path.basename(file!.parentPath) + file!.name;
    const incoming = path.join(dataDir, 'files', 'incoming');
    fs.renameSync(path.join(file!.parentPath, file!.name), path.join(incoming, `${id}.${sha256}`));
    expect(await said(fetch(`${base}/files/${id}`))).toBe('404 file.content-missing');
    age();
    expect(await sweepFiles(aContext(world.db, null, { dataDir }))).toEqual({ kept: 1, removed: 0 });
    expect((await fetch(`${base}/files/${id}`)).status).toBe(200);
  });

  test('half a file goes, but not while it may still be arriving', async () => {
    const incoming = path.join(dataDir, 'files', 'incoming');
    fs.mkdirSync(incoming, { recursive: true });
    fs.writeFileSync(path.join(incoming, 'x.part'), 'half');
    expect(await sweepFiles(aContext(world.db, null, { dataDir }))).toEqual({ kept: 0, removed: 0 });
    age();
    expect(await sweepFiles(aContext(world.db, null, { dataDir }))).toEqual({ kept: 0, removed: 1 });
  });
});

test('no name breaks out of its header', () => {
  expect(attachment('a"b\\c%d\n.pdf')).not.toMatch(/\n|"b|\\c/);
});

async function sendIt(): Promise<void> {
  const reporter = as(world.actors.reporterSL);
  const id = nominationId as never;
  const { version } = await reporter.save({ id, seenVersion: 1, draft: COMPLETE_PERSON });
  await reporter.submit({ id, seenVersion: version });
}

test('why a document is not taken is told in the language of the screen', async () => {
  lang = 'en';
  const answer = (await (await put('ghi chú.pdf', Buffer.from('chỉ là chữ'))).json()) as {
    reasons: { text: string }[];
  };
  lang = 'vi';
  expect(answer.reasons[0]?.text).toMatch(/^[A-Z][a-z]+ .*(file|content|document)/i);
  expect(answer.reasons[0]?.text).not.toMatch(/Tệp|nội dung/);
});
