import type { Nomination } from '#client/nominations/nomination-types.ts';
import { isIsoDate } from '#shared/core/dates.ts';
import type { NominationDraft } from '#shared/nominations/nominations.schema.ts';

/** What stands in the inputs: as the draft, but a year and a date may be half typed. */
export type NominationValues = Omit<NominationDraft, 'birthYear' | 'proposalOn' | 'headcount'> & {
  birthYear: string;
  proposalOn: string;
  headcount: number | string | null;
};

export function valuesOf(nomination: Nomination): NominationValues {
  return {
    name: nomination.name,
    printedName: nomination.printedName,
    printedPlace: nomination.printedPlace,
    salutation: nomination.salutation as NominationDraft['salutation'],
    sex: nomination.sex,
    birthYear: nomination.birthYear === null ? '' : String(nomination.birthYear),
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
    proposalOn: nomination.proposalOn ?? '',
  };
}

/** What can be saved of what was typed: a date or number that cannot be read counts as not there yet. */
export function draftOfValues(values: NominationValues): NominationDraft {
  const { birthYear, proposalOn, headcount } = values;
  const year = /^(19|20)\d\d$/.test(birthYear.trim()) ? Number(birthYear) : null;
  const people = typeof headcount === 'number' && headcount >= 1 && headcount <= 1_000_000 ? headcount : null;
  return { ...values, birthYear: year, proposalOn: isIsoDate(proposalOn) ? proposalOn : null, headcount: people };
}
