import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, expect, test } from 'vitest';
import { handOverPackRoutes } from '#server/clusters/hand-over-pack.routes.ts';
import { invitationRoutes } from '#server/conferences/invitations.routes.ts';
import { packRoutes } from '#server/conferences/pack.routes.ts';
import { fileRoutes } from '#server/files/files.routes.ts';
import { pledgePrintRoutes } from '#server/pledges/pledge-print.routes.ts';
import { workbookRoutes } from '#server/reports/workbook/workbook.routes.ts';
import { givenConference, givenDelegate } from '#test/builders/conference.builder.ts';
import { givenPack } from '#test/builders/pack.builder.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { aReport } from '#test/server/matrix-records.ts';
import { givenMatrixWorld } from '#test/server/matrix-world.ts';

/* What is no procedure stands in no permission matrix: the files of cluster A, asked for by its own people and by others. */

const { world, places } = await givenMatrixWorld(await testDb());
const { db, actors } = world;
type Who = 'chair' | 'member' | 'other chair' | 'other member' | 'nobody';
const PEOPLE = {
  chair: actors.specialistLS,
  member: actors.reporterSL,
  'other chair': actors.specialistQT,
  'other member': actors.reporterQT,
  nobody: null,
};

let who: Who = 'nobody';
const identify = async () => aContext(db, PEOPLE[who]);
const http = express().use(
  ...[packRoutes, invitationRoutes, handOverPackRoutes, pledgePrintRoutes, workbookRoutes, fileRoutes].map((routes) =>
    routes(identify),
  ),
);
const server = createServer(http).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const { clusterYearId } = places.chairA;
const conference = await givenConference(db, clusterYearId, { heldOn: '2024-03-05' });
await givenDelegate(db, conference, world.units.SL);
const { id: pledge } = await db.reads
  .selectFrom('pledge')
  .select('id')
  .where('clusterYearId', '=', clusterYearId)
  .executeTakeFirstOrThrow();
const pack = await givenPack(db, clusterYearId);
const report = await aReport(world, places.memberA, 'draft');

/** 'opens' where it gets past every question of right, whatever comes of the rest. */
async function outcome(method: string, address: string, person: Who): Promise<string> {
  who = person;
  const { port } = server.address() as AddressInfo;
  const body = method === 'PUT' ? { body: 'no file', headers: { 'x-file-name': 'a.pdf' } } : {};
  const { status } = await fetch(`http://127.0.0.1:${port}${address}`, { method, ...body });
  return { 401: 'login', 403: 'no', 404: 'absent' }[status] ?? 'opens';
}

const OFFICE = { chair: 'opens', member: 'no', 'other chair': 'absent', 'other member': 'no', nobody: 'login' };
const CLUSTER = { chair: 'opens', member: 'opens', 'other chair': 'absent', 'other member': 'absent', nobody: 'login' };
const OWN_FORM = { chair: 'no', member: 'opens', 'other chair': 'no', 'other member': 'absent', nobody: 'login' };
const OWN_FILE = {
  chair: 'absent',
  member: 'opens',
  'other chair': 'absent',
  'other member': 'absent',
  nobody: 'login',
};

test.each<[method: string, address: string, expected: Record<Who, string>]>([
  ['GET', `/print/conference-packs/${pack}.zip`, OFFICE],
  ['GET', `/print/conference-templates/${clusterYearId}/report/built-in`, OFFICE],
  ['GET', `/print/conference-templates/${clusterYearId}/invitation/built-in/preview`, OFFICE],
  ['GET', `/print/conference-names/${clusterYearId}.txt`, OFFICE],
  ['PUT', `/files/conference-templates/${clusterYearId}/report`, OFFICE],
  ['GET', `/print/invitations/${clusterYearId}.docx`, OFFICE],
  ['GET', `/print/hand-over-packs/${clusterYearId}.zip`, OFFICE],
  ['GET', `/print/pledges/${pledge}.docx`, CLUSTER],
  ['GET', `/imports/workbooks/${report}`, OWN_FORM],
  ['PUT', `/imports/workbooks/${report}`, OWN_FORM],
  ['PUT', `/files/report/${report}`, OWN_FILE],
])('%s %s', async (method, address, expected) => {
  for (const person of Object.keys(PEOPLE) as Who[])
    expect(await outcome(method, address, person), person).toBe(expected[person]);
});
