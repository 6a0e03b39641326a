import * as z from 'zod/mini';
import { lateDaysOf } from '#shared/clusters/stages.rules.ts';
import { unprintableIn } from '#shared/core/printable.ts';
import type { Reason } from '#shared/core/reason.ts';
import {
  NOMINATION_STATUS_LABELS,
  type NominationDraft,
  type NominationStatus,
} from '#shared/nominations/nominations.schema.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

/** What can be done to a nomination after it was opened. */
export type NominationStep = 'save' | 'submit' | 'withdraw' | 'check' | 'askSupplement' | 'refuse';

/** From which state each step may be taken. A checked one can be opened again until it stands on a decision. */
export const STEP_FROM: Readonly<Record<NominationStep, readonly NominationStatus[]>> = {
  save: ['draft', 'supplement'],
  submit: ['draft', 'supplement'],
  withdraw: ['draft', 'submitted', 'supplement'],
  check: ['submitted'],
  askSupplement: ['submitted', 'checked'],
  refuse: ['submitted', 'supplement', 'checked'],
};

/** Whose step it is: the province that puts forward, or the standing office of the cluster. */
export const STEP_OF: Readonly<Record<NominationStep, 'proposer' | 'standing-office'>> = {
  save: 'proposer',
  submit: 'proposer',
  withdraw: 'proposer',
  check: 'standing-office',
  askSupplement: 'standing-office',
  refuse: 'standing-office',
};

/** Shorter than this, nobody can judge an achievement. Our own figure, no law gives one. */
export const LEAST_ACHIEVEMENT = 50;
export const LEAST_REASON = 10;
const YOUNGEST = 6;
const OLDEST = 120;

/** Why this step cannot be taken in this state; empty when it can. */
export function stateReasons(step: NominationStep, status: NominationStatus, isOnDecision: boolean): Reason[] {
  if (!STEP_FROM[step].includes(status))
    return [
      {
        code: 'nomination.wrong-state',
        facts: { status: NOMINATION_STATUS_LABELS[status].vi, statusEn: NOMINATION_STATUS_LABELS[status].en },
      },
    ];
  return isOnDecision && STEP_OF[step] === 'standing-office' ? [{ code: 'nomination.on-decision' }] : [];
}

/**
 * What is missing or wrong before a nomination can be sent, each with its field.
 *
 * @param today the day in Việt Nam, 'YYYY-MM-DD'
 */
export function sendingReasons(draft: NominationDraft, kind: RecipientKind, today: string): Reason[] {
  return [
    ...missing(draft.name, 'name', 'nomination.name-missing'),
    ...(kind === 'individual' ? personReasons(draft, today) : collectiveReasons(draft, kind)),
    ...missing(draft.printedName, 'printedName', 'nomination.printed-name-missing'),
    ...missing(draft.printedPlace, 'printedPlace', 'nomination.printed-place-missing'),
    ...printReasons(draft),
    ...missing(draft.areaClass, 'areaClass', 'nomination.area-class-missing'),
    ...achievementReasons(draft.achievement),
    ...proposalReasons(draft, today),
  ];
}

function personReasons(draft: NominationDraft, today: string): Reason[] {
  return [
    ...missing(draft.salutation, 'salutation', 'nomination.salutation-missing'),
    ...missing(draft.sex, 'sex', 'nomination.sex-missing'),
    ...salutationReasons(draft),
    ...birthYearReasons(draft.birthYear, today),
    ...missing(draft.positionHeld, 'positionHeld', 'nomination.position-missing'),
    ...missing(draft.workplace, 'workplace', 'nomination.workplace-missing'),
    ...missing(draft.personClass, 'personClass', 'nomination.person-class-missing'),
  ];
}

/** A name is frozen when the decision is issued: what the fonts lack would leave a certificate that nobody can print. */
function printReasons(draft: Pick<NominationDraft, 'name' | 'printedName' | 'printedPlace'>): Reason[] {
  return (['name', 'printedName', 'printedPlace'] as const).flatMap((field) => {
    const sign = unprintableIn(draft[field]);
    return sign === undefined ? [] : [{ code: 'nomination.sign-unprintable', field, facts: { sign } }];
  });
}

function collectiveReasons(draft: NominationDraft, kind: RecipientKind): Reason[] {
  return kind === 'collective' ? missing(draft.headcount, 'headcount', 'nomination.headcount-missing') : [];
}

function salutationReasons({ salutation, sex }: NominationDraft): Reason[] {
  if (salutation === null || sex === null) return [];
  const fits = (salutation === 'Ông') === (sex === 'male');
  return fits ? [] : [{ code: 'nomination.salutation-against-sex', field: 'salutation', facts: { salutation } }];
}

function birthYearReasons(birthYear: number | null, today: string): Reason[] {
  if (birthYear === null) return [{ code: 'nomination.birth-year-missing', field: 'birthYear' }];
  const age = Number(today.slice(0, 4)) - birthYear;
  if (age >= YOUNGEST && age <= OLDEST) return [];
  const facts = { birthYear, youngest: YOUNGEST, oldest: OLDEST };
  return [{ code: 'nomination.birth-year-unlikely', field: 'birthYear', facts }];
}

function achievementReasons(achievement: string): Reason[] {
  if (achievement.length >= LEAST_ACHIEVEMENT) return [];
  const facts = { lengthCount: achievement.length, leastCount: LEAST_ACHIEVEMENT };
  return [{ code: 'nomination.achievement-short', field: 'achievement', facts }];
}

function proposalReasons({ proposalNumber, proposalOn }: NominationDraft, today: string): Reason[] {
  const number = missing(proposalNumber, 'proposalNumber', 'nomination.proposal-number-missing');
  if (proposalOn === null) return [...number, { code: 'nomination.proposal-date-missing', field: 'proposalOn' }];
  if (proposalOn <= today) return number;
  const facts = { proposalOn, todayOn: today };
  return [...number, { code: 'nomination.proposal-date-future', field: 'proposalOn', facts }];
}

const missing = (value: unknown, field: string, code: string): Reason[] =>
  value === null || value === '' ? [{ code, field }] : [];

/** Why this day cannot be the day to complete a dossier by. */
export function supplementReasons(dueOn: string, today: string): Reason[] {
  return dueOn >= today ? [] : [{ code: 'nomination.due-date-past', field: 'dueOn', facts: { dueOn, todayOn: today } }];
}

/** The proposing province has to be told why. */
export function refusalReasons(note: string): Reason[] {
  return note.length >= LEAST_REASON
    ? []
    : [{ code: 'nomination.refusal-needs-reason', field: 'note', facts: { leastCount: LEAST_REASON } }];
}

/** An award for the same year does not bar a nomination, but whoever lets it pass says why. */
export function checkReasons(note: string, duplicates: number): Reason[] {
  return duplicates > 0 && note === '' ? [{ code: 'nomination.duplicate-needs-note', field: 'note' }] : [];
}

/** Days after the deadline (0: in time, or no deadline). Lateness is recorded, never a reason to refuse sending. */
export function daysLate(sentOn: string, closesOn: string | null): number {
  return lateDaysOf('nominations.submit', 'nominations', closesOn, sentOn);
}

const allotmentJson = z.object({
  collective: z.optional(z.int().check(z.minimum(0))),
  individual: z.optional(z.int().check(z.minimum(0))),
  household: z.optional(z.int().check(z.minimum(0))),
});
/** Phân bổ số lượng khen: how many of each kind a member may put forward; a kind left out has no limit. */
export type Allotment = z.infer<typeof allotmentJson>;

/** The allotment stored with the cluster-year; nothing stored, or nothing readable, means no limit. */
export function readAllotment(json: string | null): Allotment {
  if (json === null) return {};
  try {
    return z.safeParse(allotmentJson, JSON.parse(json)).data ?? {};
  } catch {
    return {};
  }
}

/** Over the allotment is shown to both sides and decided by people; nothing is refused. */
export function isOverQuota(allotment: Allotment, kind: RecipientKind, putForward: number): boolean {
  const most = allotment[kind];
  return most !== undefined && putForward > most;
}

/** States in which a nomination takes a place of the allotment. */
export const COUNTED: readonly NominationStatus[] = ['draft', 'submitted', 'supplement', 'checked', 'decided'];

/**
 * The lines under "tặng" on the paper: the printed name, with its salutation for a person, then the place, broken
 * where the author broke it.
 */
export function printedLines(draft: Pick<NominationDraft, 'salutation' | 'printedName' | 'printedPlace'>): string[] {
  const bare = draft.printedName.replace(/^(Ông|Bà)\s+/u, '');
  const name = draft.salutation && bare ? `${draft.salutation} ${bare}` : bare;
  return [name, ...draft.printedPlace.split('\n')].map((line) => line.trim()).filter((line) => line !== '');
}
