import { unprintableIn } from '#shared/core/printable.ts';
import type { Citation, Reason } from '#shared/core/reason.ts';
import { readDecisionNumber } from '#shared/decisions/decision-number.ts';
import type { DecisionDraft, DecisionStatus } from '#shared/decisions/decisions.schema.ts';

/** Ground for cancelling: decision void, artefact and money taken back. */
export const CANCELLING: Citation = {
  instrument: 'Luật Thi đua, khen thưởng 06/2022/QH15',
  place: 'Điều 93 khoản 2',
};

/** The text and the list change only in a draft: what was sent to be signed is what gets signed. */
export function editReasons(status: DecisionStatus): Reason[] {
  return status === 'draft' ? [] : [{ code: EDIT_CODES[status] }];
}

const EDIT_CODES: Readonly<Record<Exclude<DecisionStatus, 'draft'>, string>> = {
  submitted: 'decision.being-signed',
  signed: 'decision.already-signed',
  issued: 'decision.already-issued',
  cancelled: 'decision.already-cancelled',
};

const REQUIRED = ['subject', 'issuerLine', 'headerOrg', 'place', 'commonSentence', 'signatoryName'] as const;

/** What every certificate prints. */
const PRINTED = ['issuerLine', 'place', 'commonSentence', 'signatoryName'] as const;

/** Dự thảo → Trình ký: complete, printable, and with somebody to commend. */
export function submitReasons(status: DecisionStatus, draft: DecisionDraft, itemCount: number): Reason[] {
  const reasons = editReasons(status);
  if (reasons.length > 0) return reasons;
  for (const field of REQUIRED)
    if (draft[field].trim() === '') reasons.push({ code: `decision.missing-${kebab(field)}`, field });
  for (const field of PRINTED) {
    const sign = unprintableIn(draft[field]);
    if (sign !== undefined) reasons.push({ code: 'decision.sign-unprintable', field, facts: { sign } });
  }
  if (draft.legalBases.every(isBlank)) reasons.push({ code: 'decision.missing-legal-bases', field: 'legalBases' });
  if (draft.articles.every(isBlank)) reasons.push({ code: 'decision.missing-articles', field: 'articles' });
  if (itemCount === 0) reasons.push({ code: 'decision.no-items' });
  return reasons;
}

/** Three lines of the smallest type that is still read on A3; longer sentences do not fit under the name. */
export const LONGEST_SENTENCE = 300;

/** Why a sentence cannot be printed on one certificate; '' stands for the common one. */
export function sentenceReasons(sentence: string): Reason[] {
  const letterCount = [...sentence].length;
  const sign = unprintableIn(sentence);
  const field = 'sentence';
  return [
    ...(letterCount > LONGEST_SENTENCE
      ? [{ code: 'decision.sentence-long', field, facts: { letterCount, mostCount: LONGEST_SENTENCE } }]
      : []),
    ...(sign === undefined ? [] : [{ code: 'decision.sign-unprintable', field, facts: { sign } }]),
  ];
}

/** Trình ký or Đã ký back to Dự thảo: the leader wants it changed, or a slip was seen before the number. */
export function returnReasons(status: DecisionStatus): Reason[] {
  if (status === 'submitted' || status === 'signed') return [];
  return status === 'draft' ? [{ code: 'decision.is-draft' }] : editReasons(status);
}

/** Trình ký → Đã ký, chờ số. `signedOn` null asks only about the state. */
export function signReasons(status: DecisionStatus, signedOn: string | null, today: string): Reason[] {
  if (status === 'draft') return [{ code: 'decision.not-submitted' }];
  if (status !== 'submitted') return editReasons(status);
  return signedOn !== null && signedOn > today
    ? [{ code: 'decision.signed-in-future', field: 'signedOn', facts: { signedOn, todayOn: today } }]
    : [];
}

/** Đã ký, chờ số → Đã ban hành: what the registry clerk (văn thư) wrote on the signed paper. */
export type IssueQuestion = { number: string; decidedOn: string; signedOn: string | null; documentType: string };

/** `paper` null asks only about the state. Whether the number is free is the database's answer. */
export function issueReasons(status: DecisionStatus, paper: IssueQuestion | null, today: string): Reason[] {
  if (status === 'draft' || status === 'submitted') return [{ code: 'decision.not-signed' }];
  if (status !== 'signed') return editReasons(status);
  if (paper === null) return [];
  const { decidedOn, signedOn, documentType } = paper;
  const reasons: Reason[] = [];
  const read = readDecisionNumber(paper.number, documentType);
  if (!read.ok) reasons.push({ code: read.code, field: 'number', facts: { symbol: documentType } });
  if (decidedOn > today)
    reasons.push({ code: 'decision.date-in-future', field: 'decidedOn', facts: { decidedOn, todayOn: today } });
  if (signedOn !== null && decidedOn < signedOn)
    reasons.push({ code: 'decision.date-before-signing', field: 'decidedOn', facts: { decidedOn, signedOn } });
  return reasons;
}

/** Hủy bỏ quyết định, thu hồi hiện vật và tiền thưởng. `paper` null asks only about the state. */
export function cancelReasons(
  status: DecisionStatus,
  paper: { number: string; cancelledOn: string; decidedOn: string | null } | null,
  today: string,
): Reason[] {
  if (status === 'cancelled') return [{ code: 'decision.already-cancelled' }];
  if (status !== 'issued') return [{ code: 'decision.not-issued', citation: CANCELLING }];
  if (paper === null) return [];
  const { number, cancelledOn, decidedOn } = paper;
  const reasons: Reason[] = [];
  if (isBlank(number)) reasons.push({ code: 'decision.cancel-number-missing', field: 'number' });
  if (cancelledOn > today)
    reasons.push({ code: 'decision.cancel-in-future', field: 'cancelledOn', facts: { cancelledOn, todayOn: today } });
  if (decidedOn !== null && cancelledOn < decidedOn)
    reasons.push({ code: 'decision.cancel-before-issue', field: 'cancelledOn', facts: { cancelledOn, decidedOn } });
  return reasons;
}

const isBlank = (text: string) => text.trim() === '';
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
