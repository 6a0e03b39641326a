import { formatDate } from '#shared/core/dates.ts';
import { unprintableIn } from '#shared/core/printable.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { PledgeStatus } from '#shared/pledges/pledges.schema.ts';

/** What somebody may do with a pledge in a state: every function gives the grounds against it, none: allowed. */
type State = { status: PledgeStatus };

const FROZEN: readonly PledgeStatus[] = ['agreed', 'signing'];
/** Frozen content stands still until it is opened again; published content for ever. */
export const isFrozen = (status: PledgeStatus) => FROZEN.includes(status) || status === 'published';

function closed(status: PledgeStatus): Reason[] {
  if (status === 'published') return [{ code: 'pledge.published' }];
  return FROZEN.includes(status) ? [{ code: 'pledge.frozen' }] : [];
}

/** The joint text is written in the draft; under consultation it stands, so that all speak of one text. */
export function textReasons({ status }: State): Reason[] {
  return status === 'consulting' ? [{ code: 'pledge.text-consulted' }] : closed(status);
}

/** A text that no font draws would come out blank on paper. */
export function textPrintReasons(jointText: string): Reason[] {
  const letter = unprintableIn(jointText);
  return letter === undefined ? [] : [{ code: 'pledge.letter', field: 'jointText', facts: { letter } }];
}

/** The same for the words that go on the paper beside it: who signed, in which capacity, where it was published. */
export function paperReasons(words: Readonly<Record<string, string>>): Reason[] {
  return Object.entries(words).flatMap(([field, text]) => {
    const letter = unprintableIn(text);
    return letter === undefined ? [] : [{ code: 'pledge.letter-on-paper', field, facts: { letter } }];
  });
}

/** Members set their targets until the content is agreed. */
export function targetReasons({ status }: State): Reason[] {
  return closed(status);
}

/** A promise is at least zero. */
export function targetValueReasons(value: number | null, indicator: { id: string; name: string }): Reason[] {
  if (value === null || value >= 0) return [];
  return [{ code: 'pledge.target-negative', field: `targets.${indicator.id}`, facts: { indicator: indicator.name } }];
}

/** Lấy ý kiến. */
export function consultReasons({ status }: State, today: string, dueOn?: string): Reason[] {
  if (status === 'consulting') return [{ code: 'pledge.consulting' }];
  const grounds = closed(status);
  if (grounds.length > 0 || dueOn === undefined || dueOn >= today) return grounds;
  return [{ code: 'pledge.due-past', field: 'dueOn', facts: { todayOn: today, found: formatDate(dueOn) } }];
}

/** Trở lại dự thảo while opinions are collected: nothing is signed yet. */
export function returnReasons({ status }: State): Reason[] {
  if (status === 'draft') return [{ code: 'pledge.is-draft' }];
  return status === 'consulting' ? [] : closed(status);
}

/** A member answers while it is asked; past the due day still, only late. */
export function opinionReasons({ status }: State, said?: { stance: string; opinion: string }): Reason[] {
  if (status === 'draft') return [{ code: 'pledge.not-consulting' }];
  const grounds = closed(status);
  if (grounds.length > 0) return grounds;
  return said?.stance === 'amend' && said.opinion === '' ? [{ code: 'pledge.opinion-missing', field: 'opinion' }] : [];
}

/** Thống nhất nội dung: from here on the content is what its hash says. Opinions still missing are shown, not awaited. */
export function agreeReasons({ status }: State, targetCount: number): Reason[] {
  if (status === 'draft') return [{ code: 'pledge.not-consulted' }];
  const grounds = status === 'agreed' ? [{ code: 'pledge.agreed' }] : closed(status);
  return grounds.length === 0 && targetCount === 0 ? [{ code: 'pledge.no-targets' }] : grounds;
}

/** Ký kết: members are asked to sign. */
export function openSigningReasons({ status }: State): Reason[] {
  if (status === 'agreed') return [];
  if (status === 'published') return [{ code: 'pledge.published' }];
  return [{ code: status === 'signing' ? 'pledge.signing' : 'pledge.not-agreed' }];
}

/** Whether signatures can be recorded at all. */
export function signingReasons({ status }: State): Reason[] {
  if (status === 'signing') return [];
  if (status === 'published') return [{ code: 'pledge.published' }];
  return [{ code: status === 'agreed' ? 'pledge.signing-closed' : 'pledge.not-frozen' }];
}

type SigningFacts = { signedOn: string; frozenOn: string; today: string; hasScan: boolean };

/** What is wrong with a signature as recorded. All days YYYY-MM-DD. */
export function signatureReasons({ signedOn, frozenOn, today, hasScan }: SigningFacts): Reason[] {
  const found: Reason[] = [];
  if (signedOn < frozenOn)
    found.push({ code: 'pledge.signed-before-frozen', field: 'signedOn', facts: { signedOn, frozenOn } });
  if (signedOn > today)
    found.push({ code: 'pledge.signed-later', field: 'signedOn', facts: { signedOn, todayOn: today } });
  if (!hasScan) found.push({ code: 'pledge.scan-missing', field: 'fileId' });
  return found;
}

type Publishing = { publishedOn: string; lastSignedOn: string; today: string };

/** Phát hành, lưu: when every member has signed. */
export function publishReasons({ status }: State, unsigned: readonly string[], on?: Publishing): Reason[] {
  if (status === 'published') return [{ code: 'pledge.published' }];
  if (status !== 'signing') return [{ code: 'pledge.not-signing' }];
  if (unsigned.length > 0) return [{ code: 'pledge.unsigned', facts: { units: unsigned.join(', ') } }];
  if (!on) return [];
  const { publishedOn, lastSignedOn, today } = on;
  if (publishedOn < lastSignedOn)
    return [{ code: 'pledge.published-before-signed', field: 'publishedOn', facts: { publishedOn, lastSignedOn } }];
  return publishedOn > today
    ? [{ code: 'pledge.published-later', field: 'publishedOn', facts: { publishedOn, todayOn: today } }]
    : [];
}

/** Mở lại nội dung: signatures given so far lose their force. What was published cannot be taken back. */
export function reopenReasons({ status }: State): Reason[] {
  if (status === 'published') return [{ code: 'pledge.reopen-published' }];
  return FROZEN.includes(status) ? [] : [{ code: 'pledge.not-frozen-yet' }];
}
