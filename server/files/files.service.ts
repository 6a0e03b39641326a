import type { Readable } from 'node:stream';
import { fileTypeFromFile } from 'file-type';
import type { Reader, Writer } from '#db/database.ts';
import { findFile, isContentUsed } from '#db/files/files.queries.ts';
import type { FileRow } from '#db/files/files.table.ts';
import { insertFile, lockSubject, markFileRemoved } from '#db/files/files.writes.ts';
import { type FileOwner, findFileOwner, isScanInUse } from '#db/files/subjects.queries.ts';
import { areFilesReadable } from '#server/audit/readable.policy.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import { documentAdded } from '#server/exemplars/sharing.service.ts';
import { FileStore, type SweepResult } from '#server/files/file-store.ts';
import { type Access, accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { kindReasons, subjectReasons } from '#shared/files/files.rules.ts';
import {
  cleanFileName,
  type FileId,
  type FileSubject,
  type FileSubjectKind,
  fileSubject,
} from '#shared/files/files.schema.ts';
import { standingStatus } from '#shared/reports/reopen.rules.ts';
import type { ReportStatus } from '#shared/reports/reports.schema.ts';

/** Documents of a record come and go by the hand that changes the record. */
const CHANGED_BY: Readonly<Record<FileSubjectKind, Procedure>> = {
  nomination: 'nominations.save',
  report: 'reports.send',
  decision: 'decisions.save',
  cluster: 'clusters.save',
  exemplar: 'exemplars.save',
  replication: 'replications.save',
  movement: 'movements.save',
  'movement-confirmation': 'movements.confirm',
  'pledge-signature': 'pledges.sign',
  'pledge-progress': 'pledges.saveProgress',
  conference: 'conferences.save',
  'recommendation-task': 'recommendations.reportTask',
  recipient: 'recipients.save',
  import: 'imports.start',
};

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
    refuseIf(kindReasons(name, found, subject.subjectKind));
    await commit(ctx, async (tx) => {
      const owner = await holdOpen(ctx, tx, subject);
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
      const event = eventOf('file.uploaded', subject, owner, { from: null, to: name });
      const also = subject.subjectKind === 'exemplar' ? await documentAdded(ctx, tx, subject.subjectId) : [];
      return { result: undefined, audit: [{ ...event, changes: [...event.changes, ...also] }] };
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
  if (!file || !(await mayOpen(ctx, file))) throw notFound('file');
  const store = new FileStore(ctx.dataDir);
  if (!(await store.has(file.sha256))) throw new Refusal('not-found', [{ code: 'file.content-missing' }]);
  return { file, path: store.pathOf(file.sha256) };
}

/** Takes a document off its record. The content goes with the next sweep, the audit keeps the name. */
export async function removeFile(ctx: ActorContext, id: FileId): Promise<void> {
  await commit(ctx, async (tx) => {
    const file = await findFile(tx, id);
    if (!file || MADE_OR_SENT_IN.includes(file.subjectKind)) throw notFound('file');
    const subject = subjectOf(file);
    const owner = await holdOpen(ctx, tx, subject, 'file');
    if (await isScanInUse(tx, id)) refuseIf([{ code: 'file.scan-in-use' }]);
    if (!(await markFileRemoved(tx, id, ctx.now().toISOString()))) throw notFound('file');
    return { result: undefined, audit: [eventOf('file.removed', subject, owner, { from: file.name, to: null })] };
  });
}

/** Files that are no documents of a record: their own features give them out and clear them away. */
const MADE_OR_SENT_IN: readonly string[] = ['export', 'import', 'conference-pack', 'paper-template'];

export type ArrivedContent = { path: string; sha256: string; sizeBytes: number; found: { ext: string } | undefined };

/**
 * Holds content that is only looked at: it lies beside the store as long as `work` takes, and no longer.
 * @throws Refusal file.too-large, file.empty
 */
export async function withContent<Result>(
  app: AppContext,
  name: string,
  content: Readable,
  work: (arrived: ArrivedContent) => Promise<Result>,
): Promise<Result> {
  const store = new FileStore(app.dataDir);
  const arrived = await store.receive(content, app.newId(), name);
  try {
    return await work({ ...arrived, found: await fileTypeFromFile(arrived.path) });
  } finally {
    await store.discard(arrived);
  }
}

/**
 * Takes content whose row the caller commits right after; what no row names is swept away. `found`: what the content
 * says it is.
 *
 * @param accept throws where the content must not be taken: it is gone at once then
 * @throws Refusal file.too-large, file.empty
 */
export async function storeContent(
  app: AppContext,
  id: string,
  name: string,
  content: Readable,
  accept: (arrived: ArrivedContent) => Promise<void> = async () => {},
) {
  const store = new FileStore(app.dataDir);
  const arrived = await store.receive(content, id, name);
  try {
    const found = await fileTypeFromFile(arrived.path);
    await accept({ ...arrived, found });
    await store.keep(arrived);
    return { sha256: arrived.sha256, sizeBytes: arrived.sizeBytes, found };
  } catch (error) {
    await store.discard(arrived);
    throw error;
  }
}

/** Where content of this hash lies. */
export const contentPath = (app: AppContext, sha256: string): string => new FileStore(app.dataDir).pathOf(sha256);

/** Finishes or clears what interrupted uploads and removals left on disk; for start-up and once a day. */
export function sweepFiles(app: AppContext, graceMs?: number): Promise<SweepResult> {
  return new FileStore(app.dataDir).sweep((sha256) => isContentUsed(app.db.reads, sha256), graceMs);
}

/** The record, if it is this person's to change and open. `what` is not found when they may not even read it. */
async function requireOpen(ctx: ActorContext, db: Reader, subject: FileSubject, what = 'file.subject') {
  const access = accessFor(ctx.actor, CHANGED_BY[subject.subjectKind]) ?? NO_ACCESS;
  const owner = await findFileOwner(db, access, subject);
  if (!owner) throw await whyNot(ctx, db, subject, what);
  await requireActing(ctx, db, owner, access);
  refuseIf(subjectReasons(subject.subjectKind, openStatus(ctx, subject, owner)));
  return owner;
}

/** The state that decides: a report that is open again takes documents as one that is being completed. */
function openStatus(
  ctx: ActorContext,
  { subjectKind }: FileSubject,
  { status, reopenedUntil = null }: FileOwner,
): string {
  return subjectKind === 'report'
    ? standingStatus({ status: status as ReportStatus, reopenedUntil }, ctx.now().toISOString())
    : status;
}

/** A member brings and takes documents of its own within the dates of its membership, as it does all else. */
async function requireActing(ctx: ActorContext, db: Reader, { clusterYearId, unitId }: FileOwner, { own }: Access) {
  if (clusterYearId === null || unitId === null || !own.includes(unitId)) return;
  await requireActiveMember(db, clusterYearId, unitId, vietnamDate(ctx.now()));
}

/** The same, and the record stays as it is until the transaction ends: it must not be sent meanwhile. */
async function holdOpen(ctx: ActorContext, tx: Writer, subject: FileSubject, what?: string): Promise<FileOwner> {
  await lockSubject(tx, subject);
  return requireOpen(ctx, tx, subject, what);
}

/** Whoever may read the record is told that it is not theirs to change; to others it does not exist. */
async function whyNot(ctx: ActorContext, db: Reader, subject: FileSubject, what: string): Promise<Refusal> {
  return (await mayRead(ctx, db, subject))
    ? new Refusal('forbidden', [{ code: 'file.not-own-record' }])
    : notFound(what);
}

/** What the program made for somebody is theirs alone; a document is read by whoever reads its record. */
async function mayOpen(ctx: ActorContext, file: FileRow): Promise<boolean> {
  if (file.subjectKind === 'export') return file.createdBy === ctx.actor.accountId;
  // Citizen numbers stand in it in clear, which its rows show to nobody: only its marked rows are given out.
  // Papers and templates of a conference have addresses of their own.
  if (MADE_OR_SENT_IN.includes(file.subjectKind)) return false;
  return mayRead(ctx, ctx.db.reads, subjectOf(file));
}

async function mayRead({ actor }: ActorContext, db: Reader, { subjectKind, subjectId }: FileSubject): Promise<boolean> {
  return (await areFilesReadable(db, actor, subjectKind, subjectId)) ?? false;
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
    // The page of a signature is part of the pledge's history.
    ...(owner.pledgeId ? { subjectKind: 'pledge' as const, subjectId: owner.pledgeId } : subject),
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
