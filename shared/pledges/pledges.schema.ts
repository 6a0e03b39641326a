import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { fileId } from '#shared/files/files.schema.ts';

export const pledgeId = idOf('Pledge');
export type PledgeId = z.infer<typeof pledgeId>;
export const pledgeSignatureId = idOf('PledgeSignature');

/** Dự thảo > Lấy ý kiến > Thống nhất nội dung > Ký kết > Phát hành, lưu. */
export const pledgeStatus = z.enum(['draft', 'consulting', 'agreed', 'signing', 'published']);
export type PledgeStatus = z.infer<typeof pledgeStatus>;

export const PLEDGE_STATUS_LABELS: Readonly<Record<PledgeStatus, Localized>> = {
  draft: { vi: 'Dự thảo', en: 'Draft' },
  consulting: { vi: 'Lấy ý kiến', en: 'Consulting' },
  agreed: { vi: 'Thống nhất nội dung', en: 'Text agreed' },
  signing: { vi: 'Ký kết', en: 'Signing' },
  published: { vi: 'Phát hành, lưu', en: 'Published' },
};

/** A member's word on the draft: nhất trí, or what to change. */
export const opinionStance = z.enum(['agree', 'amend']);
export type OpinionStance = z.infer<typeof opinionStance>;

export const OPINION_STANCE_LABELS: Readonly<Record<OpinionStance, Localized>> = {
  agree: { vi: 'Nhất trí', en: 'Agrees' },
  amend: { vi: 'Đề nghị sửa đổi', en: 'Asks for changes' },
};

/** Result of a promise at year end. */
export const pledgeOutcome = z.enum(['met', 'missed', 'exceeded', 'no-figure', 'no-target']);
export type PledgeOutcome = z.infer<typeof pledgeOutcome>;

export const PLEDGE_OUTCOME_LABELS: Readonly<Record<PledgeOutcome, Localized>> = {
  met: { vi: 'Đạt', en: 'Met' },
  missed: { vi: 'Không đạt', en: 'Missed' },
  exceeded: { vi: 'Vượt', en: 'Exceeded' },
  'no-figure': { vi: 'Chưa có số', en: 'No figure yet' },
  'no-target': { vi: 'Không giao chỉ tiêu', en: 'No target' },
};

/**
 * Capacities in which leaders sign (quyền hạn, chức vụ; Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7). A list to
 * choose from, not a limit: others are written as they stand on the paper.
 */
export const SIGNING_CAPACITIES = [
  'CHỦ TỊCH',
  'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
  'TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH',
  'TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
  'TUQ. CHỦ TỊCH, GIÁM ĐỐC SỞ NỘI VỤ',
] as const;

/** The largest target that can be typed: scaled, whole. A promise below zero does not exist. */
const MOST = 900_000_000_000_000;
const reason = z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000));

/**
 * One target as its member types it. `value` is scaled by the decimals of the indicator's version; null is không giao
 * chỉ tiêu. `note` answers a doubt about the figure. `seenVersion` 0: never saved.
 */
export const pledgeTarget = z.strictObject({
  indicatorVersionId: idOf('IndicatorVersion'),
  value: z.nullable(z.int().check(z.minimum(-MOST), z.maximum(MOST))),
  note: z.string().check(z.trim(), z.maxLength(500)),
  seenVersion: z.int().check(z.minimum(0), z.maximum(2_000_000_000)),
});
export type PledgeTarget = z.infer<typeof pledgeTarget>;

export const createPledge = z.strictObject({
  clusterYearId,
  idempotencyKey: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
});
export const pledgeText = z.strictObject({
  jointText: z.string().check(z.trim(), z.minLength(20), z.maxLength(20_000)),
});
export const savePledgeText = z.strictObject({ id: pledgeId, seenVersion, ...pledgeText.shape });
export const saveTargets = z.strictObject({
  id: pledgeId,
  unitId: idOf('Unit'),
  targets: z.array(pledgeTarget).check(z.minLength(1), z.maxLength(100)),
});
export const consultPledge = z.strictObject({ id: pledgeId, seenVersion, dueOn: isoDate });
export const seenPledge = z.strictObject({ id: pledgeId, seenVersion });
export const giveOpinion = z.strictObject({
  id: pledgeId,
  unitId: idOf('Unit'),
  stance: opinionStance,
  opinion: z.string().check(z.trim(), z.maxLength(5_000)),
});
/** `seenHash` is the hash of the content on the screen: nobody freezes figures they have not seen. */
export const agreePledge = z.strictObject({
  id: pledgeId,
  seenVersion,
  seenHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export const reopenPledge = z.strictObject({ id: pledgeId, seenVersion, reason });

/** Who signed for the member, in which capacity, when, and the scan of the signed, sealed page. */
export const signature = z.strictObject({
  signatoryName: z.string().check(z.trim(), z.minLength(2), z.maxLength(100)),
  capacity: z.string().check(z.trim(), z.minLength(2), z.maxLength(150)),
  signedOn: isoDate,
  fileId: z.nullable(fileId),
});
export type Signature = z.infer<typeof signature>;
export const signPledge = z.strictObject({
  signatureId: pledgeSignatureId,
  /** The content the person saw while signing. */
  seenHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  ...signature.shape,
});
export const correctSignature = z.strictObject({
  signatureId: pledgeSignatureId,
  reason,
  /** What was on record when the person began. */
  seen: z.omit(signature, { fileId: true }),
  ...signature.shape,
});
export const publishPledge = z.strictObject({
  id: pledgeId,
  seenVersion,
  publishedOn: isoDate,
  place: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
});
