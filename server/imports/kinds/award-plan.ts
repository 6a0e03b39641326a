import type { KnownAward } from '#db/imports/matching.queries.ts';
import type { AwardRow, NewAward } from '#db/registry/registry.table.ts';
import type { RowValues } from '#server/imports/kinds/kind.ts';
import type { Person } from '#server/imports/kinds/people.ts';
import { formatDate } from '#shared/core/dates.ts';
import { type CommendationWay, WAY_LABELS } from '#shared/nominations/nominations.schema.ts';
import {
  AREA_CLASS_LABELS,
  type AreaClass,
  PERSON_CLASS_LABELS,
  type PersonClass,
  SEX_LABELS,
  type Sex,
} from '#shared/recipients/recipients.schema.ts';
import { tidyDecisionNumber } from '#shared/registry/registry.rules.ts';

/** The award of a row, without its recipient: what is written of it. */
export type PlannedAward = Omit<NewAward, 'id' | 'recipientId'>;

type Given = { unitId: string; issuingUnitId: string; isDemo: 0 | 1 };

/** Vòng "as the cells say it": a cell that is empty says nothing. */
export function plannedAward(
  values: RowValues,
  person: Person,
  { unitId, issuingUnitId, isDemo }: Given,
): PlannedAward {
  const decidedOn = String(values.decidedOn);
  const words = (field: string) => (typeof values[field] === 'string' ? (values[field] as string) : '');
  const place = [person.positionHeld, person.place].filter((part) => part !== '').join(', ');
  return {
    decisionId: null,
    nominationId: null,
    clusterYearId: null,
    awardCode: String(values.award),
    awardVersionId: null,
    unitId,
    issuingUnitId,
    year: typeof values.year === 'number' ? values.year : Number(decidedOn.slice(0, 4)),
    decisionNumber: tidyDecisionNumber(words('decisionNumber')),
    decidedOn,
    recipientKind: person.kind,
    printedName: person.name,
    printedPlace: place,
    nameFold: person.nameFold,
    sentence: '',
    achievement: words('achievement'),
    way: ((values.way as CommendationWay | null | undefined) ?? 'merit') as CommendationWay,
    sex: person.sex,
    personClass: (values.personClass as PersonClass | null | undefined) ?? null,
    areaClass: (values.areaClass as AreaClass | null | undefined) ?? null,
    isBorderArea: values.isBorderArea === true ? 1 : 0,
    isSmallCollective: values.isSmallCollective === true ? 1 : 0,
    field: words('field'),
    coefficientHundredths: null,
    baseSalaryVnd: null,
    prizeRawVnd: null,
    prizeVnd: null,
    prizeCertainty: null,
    status: 'active',
    isDemo,
    version: 1,
  };
}

/** Fields of a recorded award that a file may put right, by the column they come from. */
const CORRECTABLE = {
  year: 'year',
  place: 'printedPlace',
  achievement: 'achievement',
  way: 'way',
  sex: 'sex',
  personClass: 'personClass',
  areaClass: 'areaClass',
  isBorderArea: 'isBorderArea',
  isSmallCollective: 'isSmallCollective',
  field: 'field',
} as const satisfies Record<string, keyof AwardRow>;
type Correctable = (typeof CORRECTABLE)[keyof typeof CORRECTABLE];
export type AwardPatch = Partial<Pick<AwardRow, Correctable>>;

/** What the file says otherwise than the registry: only of cells that say something. */
export function awardPatch(
  values: RowValues,
  planned: PlannedAward,
  known: KnownAward,
): { to: AwardPatch; from: AwardPatch; fields: string[] } {
  const to: Record<string, unknown> = {};
  const from: Record<string, unknown> = {};
  const fields: string[] = [];
  for (const [field, column] of Object.entries(CORRECTABLE)) {
    const said = values[field] ?? null;
    const isSilent = said === null || said === '';
    if (isSilent && !(field === 'place' && values.positionHeld)) continue;
    if (planned[column] === known[column]) continue;
    to[column] = planned[column];
    from[column] = known[column];
    fields.push(field);
  }
  return { to: to as AwardPatch, from: from as AwardPatch, fields };
}

const LABELS: Readonly<Record<string, Readonly<Record<string, { vi: string }>>>> = {
  way: WAY_LABELS,
  sex: SEX_LABELS satisfies Record<Sex, unknown>,
  personClass: PERSON_CLASS_LABELS,
  areaClass: AREA_CLASS_LABELS,
};

/** A value of an award as a person reads it. */
export function awardText(column: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (column === 'isBorderArea' || column === 'isSmallCollective') return value === 1 ? 'Có' : 'Không';
  return LABELS[column]?.[String(value)]?.vi ?? formatDate(String(value));
}

export const COLUMN_OF: Readonly<Record<string, string>> = CORRECTABLE;
