import * as z from 'zod/mini';
import type { YearForm } from '#client/clusters/cluster-types.ts';
import { openYear, type StageDates, type YearDraft } from '#shared/clusters/clusters.schema.ts';
import { formatDate } from '#shared/core/dates.ts';

const { name, yearKind, startsOn, endsOn, chairPerson, standingOffice, stages } = openYear.shape;
const { collective, individual } = openYear.shape.allotment.shape;

/** As the server's, but the year is typed as text (2.024 would be no year) and units are chosen from a list. */
export const yearSchema = z.object({
  year: z.string().check(z.regex(/^(20|21)\d{2}$/, { error: 'required' })),
  name,
  yearKind,
  startsOn,
  endsOn,
  chairUnitId: z.string().check(z.minLength(1, { error: 'id.format' })),
  deputyChairUnitId: z.nullable(z.string()),
  chairPerson,
  standingOffice,
  collective,
  individual,
  stages,
});
export type YearValues = z.output<typeof yearSchema>;

export function yearValuesOf({ values }: Pick<YearForm, 'values'>): YearValues {
  const { allotment, year, ...rest } = values;
  return { ...rest, ...allotment, year: String(year), stages: rest.stages.map((stage) => ({ ...stage })) };
}

/** What the server takes; the number of the year goes apart. */
export function draftOf({
  year: _,
  collective: ofCollective,
  individual: ofIndividual,
  ...values
}: YearValues): YearDraft {
  return { ...values, allotment: { collective: ofCollective, individual: ofIndividual } } as YearDraft;
}

/** The plan as lines, for the choice between two versions. */
export function stagesText(list: readonly StageDates[]): string {
  return list
    .map(({ name: stage, opensOn, closesOn, dueNote }) =>
      [`${stage}: ${formatDate(opensOn)} - ${formatDate(closesOn)}`, dueNote].filter(Boolean).join('; '),
    )
    .join('\n');
}
