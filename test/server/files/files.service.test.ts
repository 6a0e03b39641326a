import { Readable } from 'node:stream';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findHistory } from '#db/audit/audit.queries.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { ActorContext } from '#server/core/context.ts';
import { openFile, removeFile, uploadFile } from '#server/files/files.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import { SHARING_LABELS } from '#shared/exemplars/sharing.schema.ts';
import { type FileId, fileSubject } from '#shared/files/files.schema.ts';
import { givenConference, givenRecommendation } from '#test/builders/conference.builder.ts';
import { givenExemplar } from '#test/builders/exemplars.builder.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb, testDirectory } from '#test/core/test-db.ts';
import { aDecision, aNomination, aPledge, aReport, type MatrixWorld } from '#test/server/matrix-records.ts';
import { givenMatrixWorld, type MatrixPlaces } from '#test/server/matrix-world.ts';

const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

let world: MatrixWorld;
let places: MatrixPlaces;
let dataDir: string;

beforeAll(async () => {
  ({ world, places } = await givenMatrixWorld(await testDb()));
  dataDir = testDirectory();
});

function contextOf(actor: Actor, procedure: Procedure): ActorContext {
  const access = accessFor(actor, procedure) ?? NO_ACCESS;
  return { ...aContext(world.db, actor, { dataDir }), actor, procedure, access };
}

const upload = (actor: Actor, subjectKind: string, subjectId: string) =>
  uploadFile(
    contextOf(actor, 'files.upload'),
    fileSubject.parse({ subjectKind, subjectId }),
    'to trinh.pdf',
    Readable.from([Buffer.from(PDF)]),
  );
const open = (actor: Actor, id: FileId) => openFile(contextOf(actor, 'files.download'), id);
const remove = (actor: Actor, id: FileId) => removeFile(contextOf(actor, 'files.remove'), id);

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ kind, reasons }: Refusal) => `${kind}: ${reasons[0]?.code}`,
  );

describe('a conference and what comes of it', () => {
  test('documents of a conference are the leading unit’s, those of a task its unit’s; the cluster reads both', async () => {
    const { specialistLS, reporterSL, reporterLS, specialistQT } = world.actors;
    const { clusterYearId, unitId } = places.memberA;
    const conferenceId = await givenConference(world.db, clusterYearId);
    const { taskId } = await givenRecommendation(world.db, { clusterYearId, conferenceId, unitId });

    const minutes = await upload(specialistLS, 'conference', conferenceId);
    const proof = await upload(reporterSL, 'recommendation-task', taskId);
    expect(await refusalOf(upload(reporterSL, 'conference', conferenceId))).toBe('forbidden: file.not-own-record');
    expect(await refusalOf(upload(reporterLS, 'recommendation-task', taskId))).toBe('forbidden: file.not-own-record');
    for (const { id } of [minutes, proof]) {
      for (const actor of [specialistLS, reporterSL, reporterLS]) expect((await open(actor, id)).file.id).toBe(id);
      expect(await refusalOf(open(specialistQT, id))).toBe('not-found: file.not-found');
    }
    await remove(reporterSL, proof.id);
    expect(await refusalOf(open(reporterSL, proof.id))).toBe('not-found: file.not-found');
  });
});

describe('documents are read by whoever may read their record, and by nobody else', () => {
  test('those of a draft decision stay in its office', async () => {
    const { approverLS, specialistLS, reporterSL, reporterLS, specialistQT, auditor } = world.actors;
    const decision = await aDecision(world, places.memberA, 'draft');
    const { id } = await upload(specialistLS, 'decision', decision.id);

    for (const actor of [specialistLS, approverLS, auditor]) expect((await open(actor, id)).file.id).toBe(id);
    for (const actor of [reporterSL, reporterLS, specialistQT])
      expect(await refusalOf(open(actor, id))).toBe('not-found: file.not-found');
  });

  test('those of an issued decision are read in the whole cluster', async () => {
    const { specialistLS, reporterSL, specialistQT } = world.actors;
    const decision = await aDecision(world, places.memberA, 'issued');
    const { id } = await upload(specialistLS, 'decision', decision.id);

    expect((await open(reporterSL, id)).file.id).toBe(id);
    expect(await refusalOf(open(specialistQT, id))).toBe('not-found: file.not-found');
  });

  test('those of a report that is not sent stay in its unit', async () => {
    const { reporterSL, specialistLS, auditor } = world.actors;
    const report = await aReport(world, places.memberA, 'draft');
    const { id } = await upload(reporterSL, 'report', report);

    expect((await open(reporterSL, id)).file.id).toBe(id);
    expect((await open(auditor, id)).file.id).toBe(id);
    expect(await refusalOf(open(specialistLS, id))).toBe('not-found: file.not-found');
  });

  test('those of a nomination that is not sent stay in its unit', async () => {
    const { reporterSL, specialistLS } = world.actors;
    const nomination = await aNomination(world, places.memberA, 'draft');
    const { id } = await upload(reporterSL, 'nomination', nomination.id);

    expect(await refusalOf(open(specialistLS, id))).toBe('not-found: file.not-found');
  });
});

describe('documents come and go by the hand that changes the record', () => {
  test('the reporter of the issuing province neither adds to a decision nor takes from it', async () => {
    const { reporterLS, specialistLS, specialistSL } = world.actors;
    const decision = await aDecision(world, places.memberA, 'issued');
    const { id } = await upload(specialistLS, 'decision', decision.id);

    expect(await refusalOf(upload(reporterLS, 'decision', decision.id))).toBe('forbidden: file.not-own-record');
    expect(await refusalOf(remove(reporterLS, id))).toBe('forbidden: file.not-own-record');
    expect(await refusalOf(remove(specialistSL, id))).toBe('forbidden: file.not-own-record');
    expect(await refusalOf(remove(specialistLS, id))).toBe('done');
  });

  test('the desk of awards does not touch the dossier of its own province', async () => {
    const { reporterSL, specialistSL } = world.actors;
    const nomination = await aNomination(world, places.memberA, 'draft');
    const { id } = await upload(reporterSL, 'nomination', nomination.id);

    expect(await refusalOf(upload(specialistSL, 'nomination', nomination.id))).toBe('forbidden: file.not-own-record');
    expect(await refusalOf(remove(specialistSL, id))).toBe('forbidden: file.not-own-record');
  });
});

describe('documents come and go while the unit is a member', () => {
  const endsOn = (validTo: string | null) =>
    inTransaction(world.db, (tx) =>
      tx.updateTable('clusterMember').set({ validTo }).where('unitId', '=', places.memberA.unitId).execute(),
    );
  afterEach(() => endsOn(null));

  test('a unit whose membership has ended adds nothing, takes nothing away, and reads on', async () => {
    const { reporterSL } = world.actors;
    const { clusterYearId, unitId } = places.memberA;
    const conferenceId = await givenConference(world.db, clusterYearId);
    const { taskId } = await givenRecommendation(world.db, { clusterYearId, conferenceId, unitId });
    const pledge = await aPledge(world, places.memberA, 'signing');
    const records = [
      ['recommendation-task', taskId],
      ['report', await aReport(world, places.memberA, 'draft')],
      ['nomination', (await aNomination(world, places.memberA, 'draft')).id],
      ['exemplar', await givenExemplar(world.db, { clusterYearId, unitId })],
      ['pledge-signature', pledge.signatureOf(unitId)],
    ] as const;
    const before = new Map<string, FileId>();
    for (const [kind, id] of records) before.set(kind, (await upload(reporterSL, kind, id)).id);

    await endsOn('2024-02-29');
    for (const [kind, id] of records) {
      const outcomes = [
        await refusalOf(upload(reporterSL, kind, id)),
        await refusalOf(remove(reporterSL, before.get(kind)!)),
      ];
      expect(outcomes, kind).toEqual(['refused: cluster.member-ended', 'refused: cluster.member-ended']);
      expect((await open(reporterSL, before.get(kind)!)).file.id).toBe(before.get(kind));
    }
  });
});

test('an exemplar that was removed takes its documents along: nobody reads, adds or removes one', async () => {
  const { reporterSL, specialistLS } = world.actors;
  const { clusterYearId, unitId } = places.memberA;
  const exemplar = await givenExemplar(world.db, { clusterYearId, unitId });
  const { id } = await upload(reporterSL, 'exemplar', exemplar);
  await inTransaction(world.db, (tx) =>
    tx.updateTable('exemplar').set({ removedAt: '2024-03-01T03:00:00.000Z' }).where('id', '=', exemplar).execute(),
  );
  for (const actor of [reporterSL, specialistLS]) {
    expect(await refusalOf(open(actor, id))).toBe('not-found: file.not-found');
    expect(await refusalOf(upload(actor, 'exemplar', exemplar))).toMatch(/^not-found/);
    expect(await refusalOf(remove(actor, id))).toBe('not-found: file.not-found');
  }
});

test('a document that its unit adds to an exemplar shown to other clusters is looked at by the chair first', async () => {
  const { reporterSL, specialistLS, reporterQT } = world.actors;
  const { clusterYearId, unitId } = places.memberA;
  const exemplar = await givenExemplar(world.db, { clusterYearId, unitId });
  const { id: seen } = await upload(reporterSL, 'exemplar', exemplar);
  const setSharing = (sharing: 'approved') =>
    inTransaction(world.db, (tx) => tx.updateTable('exemplar').set({ sharing }).where('id', '=', exemplar).execute());
  await setSharing('approved');
  expect((await open(reporterQT, seen)).file.id).toBe(seen);

  const { id: theirs } = await upload(specialistLS, 'exemplar', exemplar);
  expect((await open(reporterQT, theirs)).file.id).toBe(theirs);

  const { id: unseen } = await upload(reporterSL, 'exemplar', exemplar);
  expect(await refusalOf(open(reporterQT, unseen))).toBe('not-found: file.not-found');
  const row = await world.db.reads
    .selectFrom('exemplar')
    .select(['sharing', 'version'])
    .where('id', '=', exemplar)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ sharing: 'asked', version: 2 });
  const [last] = await findHistory(world.db.reads, { ...NO_ACCESS, all: true }, 'exemplar', exemplar);
  expect(last?.changes).toContainEqual({
    field: 'sharing',
    from: SHARING_LABELS.approved.vi,
    to: SHARING_LABELS.asked.vi,
  });
});

test('the scan of a signature: nobody of another cluster, nothing after publication, never one that stands', async () => {
  const { reporterSL, reporterLS, specialistLS, specialistQT, reporterQT } = world.actors;
  const pledge = await aPledge(world, places.memberA, 'signing', 'all');
  const signatureId = pledge.signatureOf('SL');
  const { id } = await upload(reporterSL, 'pledge-signature', signatureId);
  for (const actor of [reporterSL, reporterLS, specialistLS]) expect((await open(actor, id)).file.id).toBe(id);
  for (const actor of [specialistQT, reporterQT]) {
    expect(await refusalOf(open(actor, id))).toBe('not-found: file.not-found');
    expect(await refusalOf(upload(actor, 'pledge-signature', signatureId))).toMatch(/^not-found/);
    expect(await refusalOf(remove(actor, id))).toBe('not-found: file.not-found');
  }
  expect(await refusalOf(remove(reporterLS, id))).toBe('forbidden: file.not-own-record');
  const set = (about: object) =>
    inTransaction(world.db, async (tx) => {
      await tx.updateTable('pledgeSignature').set({ fileId: id }).where('id', '=', signatureId).execute();
      await tx.updateTable('pledge').set(about).where('id', '=', pledge.id).execute();
    });
  await set({ version: 2 });
  expect(await refusalOf(remove(reporterSL, id))).toBe('refused: file.scan-in-use');
  await set({ status: 'published' });
  expect(await refusalOf(remove(reporterSL, id))).toBe('refused: file.signature-closed');
  expect(await refusalOf(upload(reporterSL, 'pledge-signature', signatureId))).toBe('refused: file.signature-closed');
});
