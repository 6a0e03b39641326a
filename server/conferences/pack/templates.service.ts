import * as fs from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { listTemplates, type PackYear, type TemplateOfUnit } from '#db/conferences/packs.queries.ts';
import { insertTemplate, lockCluster, updateTemplate } from '#db/conferences/packs.writes.ts';
import type { Reader, Writer } from '#db/database.ts';
import { insertFile } from '#db/files/files.writes.ts';
import { invitationPreview } from '#server/conferences/invitations.service.ts';
import { BUILT_IN_NAME, templateBytes } from '#server/conferences/pack/make-pack.ts';
import { namesWithValues } from '#server/conferences/pack/names-paper.ts';
import { packSource } from '#server/conferences/pack/pack-source.ts';
import { packYear } from '#server/conferences/pack/packs.policy.ts';
import { reportFields } from '#server/conferences/pack/report-fields.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { storeContent } from '#server/files/files.service.ts';
import { checkWordTemplate, fillWord } from '#server/papers/papers.service.ts';
import { INVITATION_NAMES } from '#shared/conferences/invitation-names.ts';
import { PACK_NAMES } from '#shared/conferences/pack-names.ts';
import {
  PACK_FORMER_SHOWN,
  TEMPLATE_PAPER_LABELS,
  TEMPLATE_PAPERS,
  type TemplateAddress,
  type TemplateId,
  type TemplatePaper,
  type UseTemplate,
} from '#shared/conferences/packs.schema.ts';
import { conflict, notFound, refuseIf } from '#shared/core/refusal.ts';
import { cleanFileName } from '#shared/files/files.schema.ts';
import { MOST_TEMPLATE_BYTES, type PaperFields, type PaperName } from '#shared/papers/paper-names.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * By paper: the template in use (null: that of the program), one that was checked and waits, former ones; and all names
 * with what they say this year.
 * @throws Refusal cluster-year.not-found
 */
export async function viewTemplates(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await packYear(ctx, db, clusterYearId);
  const [rows, fields, invitation] = await Promise.all([
    listTemplates(db, year.leadingUnitId, year.clusterId),
    fieldsOf(ctx, clusterYearId, 'report'),
    fieldsOf(ctx, clusterYearId, 'invitation'),
  ]);
  const papers = TEMPLATE_PAPERS.map((paper) => {
    const own = rows.filter((row) => row.paper === paper);
    const shown = (status: TemplateOfUnit['status']) => own.filter((row) => row.status === status).map(onScreen);
    return {
      paper,
      inUse: shown('in-use')[0] ?? null,
      waiting: shown('checked')[0] ?? null,
      former: shown('former').slice(0, PACK_FORMER_SHOWN),
    };
  });
  return {
    papers,
    names: namesWithValues(PACK_NAMES, fields, ctx.lang),
    invitationNames: namesWithValues(INVITATION_NAMES, invitation, ctx.lang),
  };
}

/**
 * Takes a Word file as a template of the leading unit: checked whole, then it waits until somebody has looked at the
 * preview and puts it to use. One that waited before stays among the former.
 * @throws Refusal paper.… with every broken name, cluster-year.not-found
 */
export async function uploadTemplate(
  ctx: ActorContext,
  { clusterYearId, paper }: { clusterYearId: string; paper: TemplatePaper },
  givenName: string,
  content: Readable,
): Promise<{ id: TemplateId }> {
  const name = cleanFileName(givenName);
  refuseIf(name === '' ? [{ code: 'file.name-missing' }] : []);
  await packYear(ctx, ctx.db.reads, clusterYearId);
  const fileId = ctx.newId();
  const { sha256, sizeBytes } = await storeContent(ctx, fileId, name, content, async (arrived) => {
    const isTooLarge = arrived.sizeBytes > MOST_TEMPLATE_BYTES;
    refuseIf(isTooLarge ? [{ code: 'paper.too-large', facts: { limitMb: MOST_TEMPLATE_BYTES / 1_048_576 } }] : []);
    refuseIf(await checkWordTemplate(await fs.readFile(arrived.path), name, namesFor(paper)));
    refuseIf(/\.docx$/i.test(name) ? [] : [{ code: 'paper.not-word', facts: { name } }]);
  });
  const id = ctx.newId() as TemplateId;
  await commit(ctx, async (tx) => {
    const year = await packYear(ctx, tx, clusterYearId);
    await lockCluster(tx, year.clusterId);
    const at = ctx.now().toISOString();
    const waiting = (await templatesOf(tx, year, paper)).find(({ status }) => status === 'checked');
    if (waiting)
      await updateTemplate(tx, waiting.id, waiting.version, { status: 'former', usedFrom: waiting.uploadedAt });
    await insertFile(tx, {
      id: fileId,
      sha256,
      sizeBytes,
      mediaType: DOCX,
      name,
      subjectKind: 'paper-template',
      subjectId: id,
      unitId: year.leadingUnitId,
      createdBy: ctx.actor.accountId,
      createdAt: at,
      removedAt: null,
    });
    await insertTemplate(tx, {
      id,
      unitId: year.leadingUnitId,
      clusterId: year.clusterId,
      paper,
      fileId,
      status: 'checked',
      uploadedAt: at,
      uploadedByName: ctx.actor.name,
      usedFrom: null,
    });
    return {
      result: undefined,
      audit: [eventOf('paper-template.uploaded', { id, paper, unitId: year.leadingUnitId }, null, name)],
    };
  });
  return { id };
}

/**
 * Puts a template to use, a new one after its preview or a former one again (Dùng lại mẫu trước); the one in use until
 * now is kept among the former.
 * @throws Refusal paper-template.not-found, paper-template.changed-meanwhile
 */
export function putToUse(ctx: ActorContext, input: UseTemplate): Promise<{ id: TemplateId }> {
  return commit(ctx, async (tx) => {
    const { template, inUse } = await heldTemplate(ctx, tx, input);
    if (template.status === 'in-use') throw conflict([{ code: 'paper-template.changed-meanwhile' }]);
    if (inUse) await change(tx, inUse, { status: 'former' });
    await change(
      tx,
      { ...template, version: input.seenVersion },
      { status: 'in-use', usedFrom: ctx.now().toISOString() },
    );
    const event = eventOf('paper-template.used', template, inUse?.fileName ?? BUILT_IN_NAME, template.fileName);
    return { result: { id: input.id }, audit: [event] };
  });
}

/** Back to the template that comes with the program; the one in use is kept among the former. */
export function returnToBuiltIn(ctx: ActorContext, input: UseTemplate): Promise<{ id: TemplateId }> {
  return commit(ctx, async (tx) => {
    const { template } = await heldTemplate(ctx, tx, input);
    if (template.status !== 'in-use') throw conflict([{ code: 'paper-template.changed-meanwhile' }]);
    await change(tx, { ...template, version: input.seenVersion }, { status: 'former' });
    return {
      result: { id: input.id },
      audit: [eventOf('paper-template.left', template, template.fileName, BUILT_IN_NAME)],
    };
  });
}

/** A template as it was sent, to be edited in Word. @throws Refusal paper-template.not-found */
export async function openTemplate(ctx: ActorContext, address: TemplateAddress) {
  const { template } = await addressed(ctx, address);
  const name = template?.fileName ?? `Mẫu ${TEMPLATE_PAPER_LABELS[address.paper].vi}.docx`;
  return { name, bytes: await templateBytes(ctx, address.paper, template) };
}

/** A template filled with what the year says now (Xem thử). @throws Refusal paper-template.not-found */
export async function previewTemplate(ctx: ActorContext, address: TemplateAddress) {
  const { template } = await addressed(ctx, address);
  const fields = await fieldsOf(ctx, address.clusterYearId, address.paper);
  const bytes = await fillWord(await templateBytes(ctx, address.paper, template), fields);
  return { name: `Xem thử ${TEMPLATE_PAPER_LABELS[address.paper].vi}.docx`, bytes };
}

/** What fills a paper of a year now. */
export async function fieldsOf(ctx: ActorContext, clusterYearId: string, paper: TemplatePaper): Promise<PaperFields> {
  if (paper === 'invitation') return invitationPreview(ctx, clusterYearId);
  return reportFields(await packSource(ctx, clusterYearId));
}

/** What a template of this paper may carry. */
const namesFor = (paper: TemplatePaper): readonly PaperName[] =>
  paper === 'invitation' ? INVITATION_NAMES : PACK_NAMES;

async function addressed(ctx: ActorContext, { clusterYearId, paper, id }: TemplateAddress) {
  const year = await packYear(ctx, ctx.db.reads, clusterYearId);
  if (id === 'built-in') return { year, template: undefined };
  const template = (await templatesOf(ctx.db.reads, year, paper)).find((one) => one.id === id);
  if (!template) throw notFound('paper-template');
  return { year, template };
}

/** A template of the unit that leads the year's cluster, and the one in use for the same paper; both held. */
async function heldTemplate(ctx: ActorContext, tx: Writer, { clusterYearId, id }: UseTemplate) {
  const year = await packYear(ctx, tx, clusterYearId);
  await lockCluster(tx, year.clusterId);
  const all = await listTemplates(tx, year.leadingUnitId, year.clusterId);
  const template = all.find((one) => one.id === id);
  if (!template) throw notFound('paper-template');
  return { template, inUse: all.find(({ paper, status }) => paper === template.paper && status === 'in-use') };
}

const templatesOf = async (db: Reader, year: PackYear, paper: TemplatePaper) =>
  (await listTemplates(db, year.leadingUnitId, year.clusterId)).filter((one) => one.paper === paper);

async function change(
  tx: Writer,
  { id, version }: { id: string; version: number },
  to: Parameters<typeof updateTemplate>[3],
) {
  if (!(await updateTemplate(tx, id, version, to))) throw conflict([{ code: 'paper-template.changed-meanwhile' }]);
}

const onScreen = (row: TemplateOfUnit) => ({
  id: row.id as TemplateId,
  version: row.version,
  fileName: row.fileName,
  sizeBytes: row.sizeBytes,
  uploadedAt: row.uploadedAt,
  uploadedByName: row.uploadedByName,
  usedFrom: row.usedFrom,
});

function eventOf(
  action: string,
  { id, paper, unitId }: { id: string; paper: TemplatePaper; unitId: string },
  from: string | null,
  to: string,
) {
  const subjectLabel = TEMPLATE_PAPER_LABELS[paper].vi;
  const changes = [{ field: 'template', from, to }];
  return { action, subjectKind: 'paper-template' as const, subjectId: id, subjectLabel, unitId, changes };
}
