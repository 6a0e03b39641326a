import type * as z from 'zod/mini';
import {
  findAgenda,
  findConferenceOfYear,
  findConferenceYear,
  findDelegates,
} from '#db/conferences/conferences.queries.ts';
import { invitationTemplate } from '#server/conferences/invitation-template.ts';
import type { ActorContext } from '#server/core/context.ts';
import { bundleOf, fillWord } from '#server/papers/papers.service.ts';
import { CHAIR_LABELS } from '#shared/clusters/clusters.labels.ts';
import type { invitationOrder } from '#shared/conferences/conferences.schema.ts';
import { invitationFields, inviteeText } from '#shared/conferences/invitation.text.ts';
import { notFound, refuseIf } from '#shared/core/refusal.ts';
import { TRAINING_MARK } from '#shared/core/training-mark.ts';

const LONGEST_NAME = 80;

/**
 * Giấy mời of a conference as Word: of one delegate, of all in one file with a page each, or a .zip with a file each.
 * Those who have said that they stay away get none, unless theirs is asked for.
 *
 * @throws Refusal cluster-year.not-found, conference.not-found, delegate.not-found, invitation.nobody
 */
export async function makeInvitations(
  ctx: ActorContext,
  { clusterYearId, delegateId, form }: z.infer<typeof invitationOrder>,
): Promise<{ name: string; content: Uint8Array }> {
  const db = ctx.db.reads;
  const year = await findConferenceYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const conference = await findConferenceOfYear(db, ctx.access, clusterYearId);
  if (!conference) throw notFound('conference');
  const [agenda, all] = await Promise.all([findAgenda(db, conference.id), findDelegates(db, conference.id)]);
  const rows = delegateId
    ? all.filter(({ id }) => id === delegateId)
    : all.filter((one) => one.attendance !== 'absent');
  if (delegateId && rows.length === 0) throw notFound('delegate');
  refuseIf(rows.length === 0 ? [{ code: 'invitation.nobody' }] : []);

  const isDemo = ctx.demo || conference.isDemo === 1;
  const mark = ctx.training ? TRAINING_MARK : isDemo ? 'BẢN MINH HỌA' : '';
  const signed = {
    thay_mat: year.clusterKind === 'bloc' ? 'TM. KHỐI THI ĐUA' : 'TM. CỤM THI ĐUA',
    chuc_vu: CHAIR_LABELS[year.clusterKind].vi.toLocaleUpperCase('vi'),
    minh_hoa: mark,
  };
  const papers = rows.map((row) => ({
    to: inviteeText(row),
    fields: { ...invitationFields({ ...conference, clusterName: year.clusterName }, agenda, row), ...signed },
  }));
  const template = invitationTemplate();
  if (form === 'zip')
    return {
      name: `Giấy mời Hội nghị năm ${year.year}.zip`,
      content: await bundleOf(
        papers.map(({ to, fields }, at) => ({
          name: `${String(at + 1).padStart(3, '0')}. ${safeName(to)}.docx`,
          template,
          fields: { giay_moi: [{ ...fields, ngat_trang: '' }] },
        })),
      ),
    };
  const last = papers.length - 1;
  return {
    name: delegateId ? `Giấy mời ${safeName(papers[0]!.to)}.docx` : `Giấy mời Hội nghị năm ${year.year}.docx`,
    content: await fillWord(template, {
      giay_moi: papers.map(({ fields }, at) => ({ ...fields, ngat_trang: at < last ? 'x' : '' })),
    }),
  };
}

/** A name that every system can unpack. */
const safeName = (name: string): string =>
  name
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, '-')
    .slice(0, LONGEST_NAME)
    .trim();
