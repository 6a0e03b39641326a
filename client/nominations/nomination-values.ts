import type { Nomination } from '#client/nominations/nomination-types.ts';
import { isIsoDate } from '#shared/core/dates.ts';
import type { NominationDraft } from '#shared/nominations/nominations.schema.ts';

/** What stands in the inputs: as the draft, but a year and a date may be half typed. */
export type NominationValues = Omit<NominationDraft, 'birthYear' | 'proposalOn' | 'headcount'> & {
  birthYear: string;
  proposalOn: string;
  headcount: number | string | null;
};

/** What is saved of a nomination, in the shape it is saved in. */
export function draftOf(nomination: Nomination): NominationDraft {
  return {
    name: nomination.name,
    printedName: nomination.printedName,
    printedPlace: nomination.printedPlace,
    salutation: nomination.salutation as NominationDraft['salutation'],
    sex: nomination.sex,
    birthYear: nomination.birthYear,
    positionHeld: nomination.positionHeld,
    workplace: nomination.workplace,
    personClass: nomination.personClass,
    areaClass: nomination.areaClass,
    isBorderArea: nomination.isBorderArea === 1,
    isSmallCollective: nomination.isSmallCollective === 1,
    headcount: nomination.headcount,
    field: nomination.field,
    achievement: nomination.achievement,
    proposalNumber: nomination.proposalNumber,
    proposalOn: nomination.proposalOn,
  };
}

export function valuesOf(draft: NominationDraft): NominationValues {
  return {
    ...draft,
    birthYear: draft.birthYear === null ? '' : String(draft.birthYear),
    proposalOn: draft.proposalOn ?? '',
  };
}

/** The inputs that take text which may not be readable (yet). */
export type TypedField = 'birthYear' | 'proposalOn' | 'headcount';
type Typed = Pick<NominationDraft, TypedField>;
const TYPED: readonly TypedField[] = ['birthYear', 'proposalOn', 'headcount'];

/** Fields in which something stands that is no year, date or number. An empty one is readable: nothing is there. */
export function unreadFields(values: NominationValues): TypedField[] {
  const read = readTyped(values);
  return TYPED.filter((field) => read[field] === undefined);
}

/** What can be saved of what was typed: where it cannot be read, what was saved before stays. */
export function draftOfValues(values: NominationValues, saved: Typed): NominationDraft {
  const { birthYear, proposalOn, headcount } = readTyped(values);
  return {
    ...values,
    birthYear: birthYear === undefined ? saved.birthYear : birthYear,
    proposalOn: proposalOn === undefined ? saved.proposalOn : proposalOn,
    headcount: headcount === undefined ? saved.headcount : headcount,
  };
}

/** undefined: not readable. */
function readTyped({ birthYear, proposalOn, headcount }: NominationValues): {
  [Field in TypedField]: Typed[Field] | undefined;
} {
  const year = birthYear.trim();
  const isCount = typeof headcount === 'number' && headcount >= 1 && headcount <= 1_000_000;
  return {
    birthYear: year === '' ? null : /^(19|20)\d\d$/.test(year) ? Number(year) : undefined,
    proposalOn: proposalOn.trim() === '' ? null : isIsoDate(proposalOn) ? proposalOn : undefined,
    headcount: headcount === null || headcount === '' ? null : isCount ? headcount : undefined,
  };
}
