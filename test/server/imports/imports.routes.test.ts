import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importRoutes } from '#server/imports/imports.routes.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { csv, Importer } from '#test/builders/import.builder.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb, testDirectory } from '#test/core/test-db.ts';

let world: World;
let dataDir: string;
let server: Server;
let base: string;
let somebody: Actor | null;

beforeEach(async () => {
  const db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  dataDir = testDirectory();
  somebody = world.actors.specialistLS;
  await givenAccount(db, somebody);
  const http = express().use(importRoutes(async () => aContext(db, somebody, { dataDir })));
  server = createServer(http).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const put = (path: string, name: string, body: string) =>
  fetch(`${base}/imports/${path}`, { method: 'PUT', headers: { 'x-file-name': encodeURIComponent(name) }, body });

async function said(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  return `${response.status} ${((await response.json()) as { reasons: { code: string }[] }).reasons[0]?.code}`;
}

test('a file is sent, its bad rows come back as a workbook; what is no table or not one’s own is refused', async () => {
  const table = csv(
    ['Họ và tên', 'Loại đối tượng', 'Hình thức khen thưởng', 'Số quyết định', 'Ngày quyết định'],
    ['Tổ Mẫu', 'Tập thể', 'BKT', '1/QĐ-UBND', '31/02/2023'],
  );
  const answer = await put('awards', 'Danh sách.csv', table);
  expect(answer.status).toBe(201);
  const { id } = (await answer.json()) as { id: never };
  const importer = new Importer(world, world.actors.specialistLS, dataDir);
  await importer.drain();
  expect((await importer.check(id)).counts).toMatchObject({ wrong: 1 });
  const bad = await fetch(`${base}/imports/${id}/bad-rows`);
  expect([bad.status, bad.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('.xlsx')]);
  expect(
    Buffer.from(await bad.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const template = await fetch(`${base}/imports/template/awards`);
  expect(
    Buffer.from(await template.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  expect(await said(put('awards', 'Danh sách.pdf', table))).toBe('422 import.file-kind');
  expect(await said(put('awards', 'Danh sách.xlsx', '%PDF-1.7\n%%EOF'))).toBe('422 import.picture-not-table');
  expect(await said(put('awards?unitId=SL', 'x.csv', table))).toBe('403 award.not-own-unit');
  expect(await said(put('units', 'x.csv', table))).toBe('403 import.kind-not-yours');
  expect(await said(put('nothing', 'x.csv', table))).toBe('404 import.target.not-found');
  expect(await said(put('awards', 'x.csv', ''))).toBe('422 file.empty');
  somebody = world.actors.specialistSL;
  expect(await said(fetch(`${base}/imports/${id}/bad-rows`))).toBe('404 import.not-found');
  somebody = world.actors.councilLS;
  expect(await said(put('awards', 'x.csv', table))).toBe('403 account.lacks-role');
  somebody = null;
  expect(await said(put('awards', 'x.csv', table))).toBe('401 account.not-signed-in');
});
