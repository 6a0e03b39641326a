import type * as z from 'zod/mini';
import {
  findAgenda,
  findConferenceOfYear,
  findConferenceYear,
  findDelegates,
} from '#db/conferences/conferences.queries.ts';
import { findTemplateInUse } from '#db/conferences/packs.queries.ts';
import { templateBytes } from '#server/conferences/pack/make-pack.ts';
import type { ActorContext } from '#server/core/context.ts';
import { bundleOf, fillWord } from '#server/papers/papers.service.ts';
import type { invitationOrder } from '#shared/conferences/conferences.schema.ts';
import { type Invited, invitationFields, inviteeText } from '#shared/conferences/invitation.text.ts';
import { signerOf } from '#shared/conferences/signer.rules.ts';
import { notFound, refuseIf } from '#shared/core/refusal.ts';
import { TRAINING_MARK } from '#shared/core/training-mark.ts';

const LONGEST_NAME = 80;
const PREVIEWED = 2;

/**
 * Giấy mời of a conference as Word: of one delegate, of all in one file with a page each, or a .zip with a file each;
 * from the template that the leading unit's office has put to use. Those who have said that they stay away get none,
 * unless theirs is asked for.
 *
 * @throws Refusal cluster-year.not-found, conference.not-found, delegate.not-found, invitation.nobody
 */
export async function makeInvitations(
  ctx: ActorContext,
  { clusterYearId, delegateId, form }: z.infer<typeof invitationOrder>,
): Promise<{ name: string; content: Uint8Array }> {
  const { year, all, fieldsFor } = await invited(ctx, clusterYearId);
  const rows = delegateId
    ? all.filter(({ id }) => id === delegateId)
    : all.filter((one) => one.attendance !== 'absent');
  if (delegateId && rows.length === 0) throw notFound('delegate');
  refuseIf(rows.length === 0 ? [{ code: 'invitation.nobody' }] : []);

  const inUse = await findTemplateInUse(ctx.db.reads, year.leadingUnitId, year.clusterId, 'invitation');
  const template = await templateBytes(ctx, 'invitation', inUse);
  if (form === 'zip')
    return {
      name: `Giấy mời Hội nghị năm ${year.year}.zip`,
      content: await bundleOf(
        rows.map((row, at) => ({
          name: `${String(at + 1).padStart(3, '0')}. ${safeName(inviteeText(row))}.docx`,
          template,
          fields: fieldsFor([row]),
        })),
      ),
    };
  return {
    name: delegateId ? `Giấy mời ${safeName(inviteeText(rows[0]!))}.docx` : `Giấy mời Hội nghị năm ${year.year}.docx`,
    content: await fillWord(template, fieldsFor(rows)),
  };
}

/** What fills a template of the invitation, of the first few who are invited; no row before the conference is set up. */
export async function invitationPreview(ctx: ActorContext, clusterYearId: string) {
  const found = await conferenceOf(ctx, clusterYearId);
  if (!found.conference) return { giay_moi: [] };
  const { all, fieldsFor } = await invited(ctx, clusterYearId);
  return fieldsFor(all.length > 0 ? all.slice(0, PREVIEWED) : [NOBODY]);
}

const NOBODY: Invited = { unitName: null, organization: '', name: '', positionHeld: '', headcount: 1 };

async function conferenceOf(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findConferenceYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  return { year, conference: await findConferenceOfYear(db, ctx.access, clusterYearId) };
}

async function invited(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const { year, conference } = await conferenceOf(ctx, clusterYearId);
  if (!conference) throw notFound('conference');
  const [agenda, all] = await Promise.all([findAgenda(db, conference.id), findDelegates(db, conference.id)]);
  const isDemo = ctx.demo || conference.isDemo === 1;
  const signer = signerOf(conference.chairedBy, year.clusterKind);
  const signed = {
    thay_mat: signer.behalf,
    chuc_vu: signer.office,
    chuc_danh_ky: signer.homeOffice,
    nguoi_ky: signer.name,
    minh_hoa: ctx.training ? TRAINING_MARK : isDemo ? 'BẢN MINH HỌA' : '',
  };
  const head = { ...conference, clusterName: year.clusterName };
  return {
    year,
    all,
    fieldsFor: (rows: readonly Invited[]) => ({
      giay_moi: rows.map((row, at) => ({
        ...invitationFields(head, agenda, row),
        ...signed,
        ngat_trang: at < rows.length - 1 ? 'x' : '',
      })),
    }),
  };
}

/** A name that every system can unpack. */
const safeName = (name: string): string =>
  name
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, '-')
    .slice(0, LONGEST_NAME)
    .trim();
