import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import type { ActorContext } from '#server/core/context.ts';
import { openFile, removeFile, uploadFile } from '#server/files/files.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import { type FileId, fileSubject } from '#shared/files/files.schema.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb, testDirectory } from '#test/core/test-db.ts';

/* Quy chế hoạt động, kế hoạch: kept by the unit that leads and by whoever organises, read by all members. */

const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
let world: World;
let dataDir: string;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  dataDir = testDirectory();
});

function contextOf(actor: Actor, procedure: Procedure): ActorContext {
  const access = accessFor(actor, procedure) ?? NO_ACCESS;
  return { ...aContext(world.db, actor, { dataDir }), actor, procedure, access };
}
const upload = (actor: Actor) =>
  uploadFile(
    contextOf(actor, 'files.upload'),
    fileSubject.parse({ subjectKind: 'cluster', subjectId: world.clusterA }),
    'Quy chế hoạt động của Cụm.pdf',
    Readable.from([Buffer.from(PDF)]),
  );
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ kind, reasons }: Refusal) => `${kind}: ${reasons[0]?.code}`,
  );

test('the leading unit and the administrator add and remove, members read, others know nothing of it', async () => {
  const { specialistLS, specialistSL, reporterSL, specialistQT, admin } = world.actors;
  const { id } = await upload(specialistLS);
  expect((await openFile(contextOf(reporterSL, 'files.download'), id)).file.name).toBe('Quy chế hoạt động của Cụm.pdf');
  const page = async (actor: Actor) =>
    createCaller(aContext(world.db, actor)).clusters.byId({ id: world.clusterA as never });
  expect(await page(specialistLS)).toMatchObject({ documents: [{ id }], mayAttach: true, mayChange: false });
  expect(await page(specialistSL)).toMatchObject({ documents: [{ id }], mayAttach: false });
  expect(await page(admin)).toMatchObject({ mayAttach: true, mayChange: true });

  expect(await refusalOf(upload(specialistSL))).toBe('forbidden: file.not-own-record');
  expect(await refusalOf(upload(specialistQT))).toBe('not-found: file.subject.not-found');
  const remove = (actor: Actor, file: FileId) => removeFile(contextOf(actor, 'files.remove'), file);
  expect(await refusalOf(remove(specialistSL, id))).toBe('forbidden: file.not-own-record');
  await remove(admin, id);
  expect((await page(reporterSL)).documents).toEqual([]);
  const history = await createCaller(aContext(world.db, reporterSL)).audit.ofRecord({
    subjectKind: 'cluster',
    subjectId: world.clusterA,
  });
  expect(history.map(({ action }) => action)).toEqual(['file.removed', 'file.uploaded']);
});
