import * as z from 'zod/mini';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { indicatorVersionId, reportCell, reportId, valueStatus } from '#shared/reports/reports.schema.ts';
import { unitId } from '#shared/units/units.schema.ts';

export const requestId = idOf('ReportRequest');
export type RequestId = z.infer<typeof requestId>;

/** `open`: the office has it; `answered`: its figures are here to be merged; `withdrawn`: no longer asked. */
export const requestStatus = z.enum(['open', 'answered', 'withdrawn']);
export type RequestStatus = z.infer<typeof requestStatus>;
export const REQUEST_STATUS_LABELS: Readonly<Record<RequestStatus, Localized>> = {
  open: { vi: 'Chưa trả lời', en: 'Not answered' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  withdrawn: { vi: 'Đã thu hồi', en: 'Withdrawn' },
};

/** What the reporter does with an answered figure: into the report, or the report's own stays. */
export const requestOutcome = z.enum(['accepted', 'kept']);
export type RequestOutcome = z.infer<typeof requestOutcome>;

const note = z.string().check(z.trim(), z.maxLength(2_000));
const reason = z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000));
const key = { idempotencyKey: z.uuid() };
const figures = z.array(indicatorVersionId).check(z.minLength(1), z.maxLength(400));

export const requestsOfReport = z.strictObject({ reportId });
/** An office of the catalogue, or one known by name; the name is what people read either way. */
export const askOffice = z.strictObject({
  reportId,
  unitId: z.nullable(unitId),
  officeName: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  indicatorVersionIds: figures,
  dueOn: isoDate,
  note,
  ...key,
});
export const requestInput = z.strictObject({ id: requestId, seenVersion });
export const givenInput = z.strictObject({ id: requestId });
export const setDue = z.strictObject({ id: requestId, seenVersion, dueOn: isoDate });
/** Asks again for what was answered: what is to be looked at, and until when. */
export const askAgain = z.strictObject({ id: requestId, seenVersion, note: reason, dueOn: isoDate });
export const withdrawRequest = z.strictObject({ id: requestId, seenVersion, reason });

/** What becomes of each answered figure; `cellVersion`: the report's figure as the person saw it (0: none). */
export const mergeAnswers = z.strictObject({
  id: requestId,
  seenVersion,
  cells: z
    .array(
      z.strictObject({
        indicatorVersionId,
        outcome: requestOutcome,
        cellVersion: z.int().check(z.minimum(0), z.maximum(2_000_000_000)),
      }),
    )
    .check(z.minLength(1), z.maxLength(400)),
});

const answeredCell = z.strictObject({
  indicatorVersionId,
  value: reportCell.shape.value,
  valueStatus,
  note,
});
export type AnsweredCell = z.infer<typeof answeredCell>;
const answeredCells = z.array(answeredCell).check(z.minLength(1), z.maxLength(400));
export const answerRequest = z.strictObject({ id: requestId, seenVersion, cells: answeredCells });

/** 256 random bits in base64url. */
export const linkToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
export const openLink = z.strictObject({ token: linkToken });
export const answerLink = z.strictObject({
  token: linkToken,
  seenVersion,
  /** Who fills it in, as they call themselves: stands with the figures. */
  who: z.string().check(z.trim(), z.minLength(2), z.maxLength(100)),
  cells: answeredCells,
});
