import { htmlSignIn } from '#shared/core/plain-text.ts';
import type { Reason } from '#shared/core/reason.ts';
import { firstDayOf, formatPartialDate, readPartialDate, yearOf } from '#shared/recipients/partial-date.ts';
import type { RecipientDraft } from '#shared/recipients/recipient-page.schema.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

const LEAST_NAME = 2;
/** Shorter than this a reason explains nothing. Our own figure, no law gives one. */
export const LEAST_REASON = 5;
/** Nobody older is honoured in life; of the dead the year is known from papers, and this leaves room for them. */
const OLDEST_YEARS = 150;
const TEXTS = ['name', 'positionHeld', 'place'] as const;

/**
 * Why a recipient cannot be written like this, each reason with its field.
 * @param today the day in Việt Nam, 'YYYY-MM-DD'
 */
export function draftReasons(draft: RecipientDraft, kind: RecipientKind, today: string): Reason[] {
  return [
    ...nameReasons(draft.name),
    ...TEXTS.flatMap((field) => htmlReasons(field, draft[field])),
    ...(kind === 'individual' ? birthReasons(draft.birth, today) : foundedReasons(draft.founded, today)),
  ];
}

export function nameReasons(name: string): Reason[] {
  const letters = name.replace(/[^\p{L}]/gu, '').length;
  if (letters >= LEAST_NAME) return [];
  return [{ code: 'recipient.name-missing', field: 'name', facts: { found: name, leastCount: LEAST_NAME } }];
}

function htmlReasons(field: string, text: string): Reason[] {
  const found = htmlSignIn(text);
  return found === undefined ? [] : [{ code: 'recipient.text-html', field, facts: { found } }];
}

function birthReasons(birth: string, today: string): Reason[] {
  const read = readPartialDate(birth);
  const field = 'birth';
  if (read === null) return [];
  if (read === undefined || read.length === 7)
    return [{ code: 'recipient.birth-format', field, facts: { found: birth } }];
  if (firstDayOf(read) > today)
    return [{ code: 'recipient.birth-future', field, facts: { found: birth, todayOn: today } }];
  if (yearOf(read) < Number(today.slice(0, 4)) - OLDEST_YEARS)
    return [{ code: 'recipient.birth-too-old', field, facts: { found: birth, years: OLDEST_YEARS } }];
  return [];
}

function foundedReasons(founded: string, today: string): Reason[] {
  const read = readPartialDate(founded);
  const field = 'founded';
  if (read === undefined) return [{ code: 'recipient.founded-format', field, facts: { found: founded } }];
  if (read !== null && firstDayOf(read) > today)
    return [{ code: 'recipient.founded-future', field, facts: { found: founded, todayOn: today } }];
  return [];
}

/** A span that is known: when this name or post began, null when nobody knows. */
type Before = { since: string | null; began: string | null };

/**
 * Why a name or post cannot change on that day: not in the future, not before the last change, not before birth or
 * founding.
 */
export function changeDateReasons(changedOn: string, { since, began }: Before, today: string): Reason[] {
  const field = 'changedOn';
  if (changedOn > today) return [{ code: 'recipient.change-future', field, facts: { changedOn, todayOn: today } }];
  if (since !== null && changedOn <= since)
    return [{ code: 'recipient.change-before-last', field, facts: { changedOn, sinceOn: since } }];
  if (began !== null && changedOn < firstDayOf(began))
    return [
      { code: 'recipient.change-before-beginning', field, facts: { changedOn, began: formatPartialDate(began) } },
    ];
  return [];
}

export function reasonReasons(reason: string): Reason[] {
  if (reason.length >= LEAST_REASON) return [];
  return [{ code: 'recipient.reason-short', field: 'reason', facts: { leastCount: LEAST_REASON } }];
}

/** Why a hold cannot be written like this. It may begin in the past and end in the future. */
export function holdReasons(hold: { fromOn: string; toOn: string | null; reason: string }, today: string): Reason[] {
  const reasons = reasonReasons(hold.reason);
  if (hold.fromOn > today)
    reasons.push({ code: 'hold.from-future', field: 'fromOn', facts: { fromOn: hold.fromOn, todayOn: today } });
  if (hold.toOn !== null && hold.toOn < hold.fromOn)
    reasons.push({ code: 'hold.ends-before', field: 'toOn', facts: { fromOn: hold.fromOn, toOn: hold.toOn } });
  return reasons;
}

type Hold = { fromOn: string; toOn: string | null; liftedOn: string | null };

export function liftReasons(hold: Hold, lift: { liftedOn: string; reason: string }, today: string): Reason[] {
  if (hold.liftedOn !== null) return [{ code: 'hold.lifted-before', facts: { liftedOn: hold.liftedOn } }];
  const reasons = reasonReasons(lift.reason);
  const facts = { liftedOn: lift.liftedOn, fromOn: hold.fromOn, todayOn: today };
  if (lift.liftedOn < hold.fromOn) reasons.push({ code: 'hold.lift-before', field: 'liftedOn', facts });
  else if (lift.liftedOn > today) reasons.push({ code: 'hold.lift-future', field: 'liftedOn', facts });
  return reasons;
}

/** Whether nobody is to propose this recipient on that day. */
export function isHeld(hold: Hold, today: string): boolean {
  return hold.liftedOn === null && hold.fromOn <= today && (hold.toOn === null || hold.toOn >= today);
}

type Collective = { id: string; name: string; kind: RecipientKind; foundedOn: string | null };
type Line = { fromRecipientId: string; toRecipientId: string };

/**
 * Why one collective cannot be said to have gone into, or come out of, another.
 * @param lines all lines that lead on from `to`, however far: with this one they must not come back to `from`
 */
export function lineReasons(
  { from, to, onDate }: { from: Collective; to: Collective; onDate: string },
  lines: readonly Line[],
  today: string,
): Reason[] {
  if (from.id === to.id) return [{ code: 'line.itself', field: 'otherId' }];
  const person = [from, to].find(({ kind }) => kind !== 'collective');
  if (person) return [{ code: 'line.not-collective', field: 'otherId', facts: { name: person.name } }];
  if (lines.some((one) => one.toRecipientId === from.id))
    return [{ code: 'line.circle', field: 'otherId', facts: { from: from.name, to: to.name } }];
  if (onDate > today) return [{ code: 'line.future', field: 'onDate', facts: { onDate, todayOn: today } }];
  if (from.foundedOn !== null && onDate < firstDayOf(from.foundedOn))
    return [
      {
        code: 'line.before-founding',
        field: 'onDate',
        facts: { name: from.name, onDate, began: formatPartialDate(from.foundedOn) },
      },
    ];
  return [];
}
