import type { VersionOfCatalogue } from '#db/indicators/indicators.queries.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import { BETTER_LABELS, INDICATOR_KIND_LABELS } from '#shared/indicators/indicators.labels.ts';
import { AGGREGATION_LABELS, type Continuation, type IndicatorContent } from '#shared/indicators/indicators.schema.ts';

/** What a version says, as the forms send it. */
export function contentOf(version: VersionOfCatalogue): IndicatorContent {
  const { name, unitOfMeasure, kind, aggregation, better, decimals, definition, sourceOffice } = version;
  return {
    name,
    unitOfMeasure,
    kind,
    aggregation,
    weightIndicatorId: version.weightIndicatorId as IndicatorContent['weightIndicatorId'],
    better,
    decimals,
    definition,
    sourceOffice,
    paperWording: version.paperWording ?? '',
  };
}

export const continuationOf = (version: VersionOfCatalogue): Continuation =>
  version.predecessorId === null || version.factorNum === null || version.factorDen === null
    ? null
    : {
        predecessorId: version.predecessorId as NonNullable<Continuation>['predecessorId'],
        num: Number(version.factorNum),
        den: Number(version.factorDen),
        note: version.predecessorNote,
      };

export type Said = { content: IndicatorContent; continues: Continuation; validFrom: string };

/** One field as a person reads it; names by id come from outside. */
export function fieldText(field: string, content: IndicatorContent, nameOf: (indicatorId: string) => string): string {
  switch (field) {
    case 'kind':
      return INDICATOR_KIND_LABELS[content.kind].vi;
    case 'aggregation':
      return AGGREGATION_LABELS[content.aggregation].vi;
    case 'better':
      return BETTER_LABELS[content.better].vi;
    case 'weightIndicatorId':
      return content.weightIndicatorId === null ? 'không' : nameOf(content.weightIndicatorId);
    case 'decimals':
      return String(content.decimals);
    default:
      return String(content[field as keyof IndicatorContent] ?? '');
  }
}

export type NamesOf = { indicator: (indicatorId: string) => string; version: (versionId: string) => string };

/** What changed between two versions, in words; everything, where there was none before. */
export function indicatorChanges(before: Said | null, after: Said, names: NamesOf): FieldChange[] {
  const told = ({ content, continues, validFrom }: Said): Record<string, string | null> => ({
    ...Object.fromEntries(
      Object.keys(content).map((field) => [field, fieldText(field, content, names.indicator) || null]),
    ),
    validFrom: formatDate(validFrom),
    predecessor: continues && names.version(continues.predecessorId),
    factor: continues && `${continues.num}/${continues.den}`,
  });
  const old = before && told(before);
  return Object.entries(told(after))
    .map(([field, to]) => ({ field, from: old?.[field] ?? null, to }))
    .filter(({ from, to }) => from !== to);
}
