import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { commendationWay, intentKey, nominationId } from '#shared/nominations/nominations.schema.ts';

export const decisionId = idOf('Decision');
export type DecisionId = z.infer<typeof decisionId>;

export const decisionStatus = z.enum(['draft', 'submitted', 'signed', 'issued', 'cancelled']);
export type DecisionStatus = z.infer<typeof decisionStatus>;
export const DECISION_STATUS_LABELS: Readonly<Record<DecisionStatus, Localized>> = {
  draft: { vi: 'Dự thảo', en: 'Draft' },
  submitted: { vi: 'Trình ký', en: 'Submitted for signature' },
  signed: { vi: 'Đã ký, chờ số', en: 'Signed, awaiting number' },
  issued: { vi: 'Đã ban hành', en: 'Issued' },
  cancelled: { vi: 'Đã hủy bỏ', en: 'Cancelled' },
};

/**
 * Grounds for cancelling a decision and taking back artefact and money
 * (Luật Thi đua, khen thưởng 06/2022/QH15, Điều 93 khoản 2, điểm a–d).
 */
export const cancelGround = z.enum(['a', 'b', 'c', 'd']);
export type CancelGround = z.infer<typeof cancelGround>;
export const CANCEL_GROUND_LABELS: Readonly<Record<CancelGround, Localized>> = {
  a: { vi: 'Điểm a: gian dối trong kê khai thành tích', en: 'a: fraud in declaring achievement' },
  b: {
    vi: 'Điểm b: cung cấp thông tin sai sự thật, làm giả hồ sơ, giấy tờ',
    en: 'b: false information, forged papers',
  },
  c: { vi: 'Điểm c: thẩm định, xét, đề nghị khen thưởng trái pháp luật', en: 'c: unlawful appraisal or proposal' },
  d: {
    vi: 'Điểm d: có kết luận, bản án về vi phạm trong thời gian tính thành tích dẫn đến không đủ tiêu chuẩn',
    en: 'd: later conclusion or judgment on a violation in the achievement period',
  },
};

/** Quyền hạn, chức vụ người ký, as it stands above the signature. */
export const signatoryCapacity = z.enum(['CHỦ TỊCH', 'KT. CHỦ TỊCH / PHÓ CHỦ TỊCH']);

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));
const lines = z.array(line(2_000)).check(z.maxLength(30));

export const decisionDraft = z.strictObject({
  subject: line(300),
  issuerLine: line(200),
  headerOrg: line(200),
  place: line(60),
  way: commendationWay,
  commonSentence: line(1_000),
  signatoryCapacity,
  signatoryName: line(100),
  legalBases: lines,
  articles: lines,
  submissionLetter: line(100),
  qrOnCertificates: z.boolean(),
});
export type DecisionDraft = z.infer<typeof decisionDraft>;

/** As many decisions, the newest first, as the page shows; it says so when there are more. */
export const DECISIONS_SHOWN = 200;
export const decisionFilters = z.strictObject({
  clusterYearId: z.optional(clusterYearId),
  status: z.optional(decisionStatus),
});
export type DecisionFilters = z.infer<typeof decisionFilters>;
export const decisionById = z.strictObject({ id: decisionId });

export const createDecision = z.strictObject({ clusterYearId, idempotencyKey: intentKey });
const seen = { id: decisionId, seenVersion };
export const saveDecision = z.strictObject({ ...seen, draft: decisionDraft });
export const decisionItems = z.strictObject({
  ...seen,
  nominationIds: z.array(nominationId).check(z.maxLength(1_000)),
});
/** Câu ghi riêng trên Bằng of one name on the list; '' is the common one. Its length is the rules' business. */
export const setSentence = z.strictObject({ ...seen, nominationId, sentence: line(1_000) });
export const decisionStep = z.strictObject(seen);
export const returnDecision = z.strictObject({
  ...seen,
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000)),
});
export const signDecision = z.strictObject({ ...seen, signedOn: isoDate });
/** Recording what the clerk (văn thư) issued: number as on paper ("372" or "12a"), date as on paper. */
export const issueDecision = z.strictObject({
  ...seen,
  number: line(30),
  decidedOn: isoDate,
  idempotencyKey: intentKey,
});
export const cancelDecision = z.strictObject({
  ...seen,
  ground: cancelGround,
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000)),
  number: line(60),
  cancelledOn: isoDate,
});
