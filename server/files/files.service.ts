import type { Readable } from 'node:stream';
import { fileTypeFromFile } from 'file-type';
import type { Reader } from '#db/database.ts';
import { findFile, isContentUsed } from '#db/files/files.queries.ts';
import type { FileRow } from '#db/files/files.table.ts';
import { insertFile, markFileRemoved } from '#db/files/files.writes.ts';
import { type FileOwner, findFileOwner } from '#db/files/subjects.queries.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import { FileStore, type SweepResult } from '#server/files/file-store.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { kindReasons, subjectReasons } from '#shared/files/files.rules.ts';
import { cleanFileName, type FileId, type FileSubject, fileSubject } from '#shared/files/files.schema.ts';

/**
 * Takes a document for a record of the person's own unit, as long as the record is open.
 * Content first goes to disk beside the store, then the row is committed, then the content takes its place.
 */
export async function uploadFile(
  ctx: ActorContext,
  subject: FileSubject,
  givenName: string,
  content: Readable,
): Promise<{ id: FileId; name: string }> {
  const name = cleanFileName(givenName);
  if (name === '') throw new Refusal('refused', [{ code: 'file.name-missing' }]);
  await requireOpen(ctx, ctx.db.reads, subject); // before twenty megabytes are taken

  const store = new FileStore(ctx.dataDir);
  const id = ctx.newId() as FileId;
  const arrived = await store.receive(content, id, name);
  try {
    const found = await fileTypeFromFile(arrived.path);
    refuseIf(kindReasons(name, found));
    await commit(ctx, async (tx) => {
      const owner = await requireOpen(ctx, tx, subject);
      await insertFile(tx, {
        id,
        sha256: arrived.sha256,
        sizeBytes: arrived.sizeBytes,
        mediaType: mediaTypeOf(name, found!.mime),
        name,
        ...subject,
        unitId: owner.unitId,
        createdBy: ctx.actor.accountId,
        createdAt: ctx.now().toISOString(),
        removedAt: null,
      });
      return { result: undefined, audit: [eventOf('file.uploaded', subject, owner, { from: null, to: name })] };
    });
  } catch (error) {
    await store.discard(arrived);
    throw error;
  }
  await store.keep(arrived);
  return { id, name };
}

/** The row and the path of a document that this access may read. */
export async function openFile(ctx: ActorContext, id: FileId): Promise<{ file: FileRow; path: string }> {
  const file = await findFile(ctx.db.reads, id);
  if (!file || !(await ownerOf(ctx, ctx.db.reads, file))) throw notFound('file');
  const store = new FileStore(ctx.dataDir);
  if (!(await store.has(file.sha256))) throw new Refusal('not-found', [{ code: 'file.content-missing' }]);
  return { file, path: store.pathOf(file.sha256) };
}

/** Takes a document off its record. The content goes with the next sweep, the audit keeps the name. */
export async function removeFile(ctx: ActorContext, id: FileId): Promise<void> {
  await commit(ctx, async (tx) => {
    const file = await findFile(tx, id);
    const owner = file && (await ownerOf(ctx, tx, file));
    if (!file || !owner) throw notFound('file');
    const subject = subjectOf(file);
    refuseIf(subjectReasons(subject.subjectKind, owner.status));
    if (!(await markFileRemoved(tx, id, ctx.now().toISOString()))) throw notFound('file');
    return { result: undefined, audit: [eventOf('file.removed', subject, owner, { from: file.name, to: null })] };
  });
}

/** Finishes or clears what interrupted uploads and removals left on disk; for start-up and once a day. */
export function sweepFiles(app: AppContext, graceMs?: number): Promise<SweepResult> {
  return new FileStore(app.dataDir).sweep((sha256) => isContentUsed(app.db.reads, sha256), graceMs);
}

async function requireOpen(ctx: ActorContext, db: Reader, subject: FileSubject): Promise<FileOwner> {
  const owner = await findFileOwner(db, ctx.access, subject);
  if (!owner) throw await whyNot(ctx, db, subject);
  refuseIf(subjectReasons(subject.subjectKind, owner.status));
  return owner;
}

/** Whoever may read the record is told that it is not theirs to add to; to others it does not exist. */
async function whyNot(ctx: ActorContext, db: Reader, subject: FileSubject): Promise<Refusal> {
  const readable = accessFor(ctx.actor, 'files.download') ?? NO_ACCESS;
  const seen = await findFileOwner(db, readable, subject);
  return seen ? new Refusal('forbidden', [{ code: 'file.not-own-record' }]) : notFound('file.subject');
}

function ownerOf(ctx: ActorContext, db: Reader, file: FileRow): Promise<FileOwner | undefined> {
  return findFileOwner(db, ctx.access, subjectOf(file));
}

const subjectOf = ({ subjectKind, subjectId }: FileRow): FileSubject => fileSubject.parse({ subjectKind, subjectId });

function eventOf(
  action: string,
  subject: FileSubject,
  owner: FileOwner,
  change: { from: string | null; to: string | null },
) {
  return {
    action,
    ...subject,
    ...(owner.label && { subjectLabel: owner.label }),
    clusterYearId: owner.clusterYearId,
    unitId: owner.unitId,
    changes: [{ field: 'file', ...change }],
  };
}

/** Word and Excel before 2007 share a container: there the name has the last word. */
function mediaTypeOf(name: string, found: string): string {
  if (found !== 'application/x-cfb') return found;
  return name.toLowerCase().endsWith('.xls') ? 'application/vnd.ms-excel' : 'application/msword';
}
