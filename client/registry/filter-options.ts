import { useLingui } from '@lingui/react/macro';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '#client/core/api.ts';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import type { ConditionName, RegistryFilters } from '#client/registry/registry-filters.ts';
import { awardLevel } from '#shared/awards/awards.schema.ts';
import { formatInstant } from '#shared/core/dates.ts';
import type { Localized } from '#shared/core/localized.ts';
import { AWARD_LEVEL_LABELS } from '#shared/exports/exports.labels.ts';
import type { ImportRunId } from '#shared/imports/imports.schema.ts';
import { WAY_LABELS } from '#shared/nominations/nominations.schema.ts';
import {
  AREA_CLASS_LABELS,
  PERSON_CLASS_LABELS,
  RECIPIENT_KIND_LABELS,
  SEX_LABELS,
} from '#shared/recipients/recipients.schema.ts';
import { AWARD_STATUS_LABELS } from '#shared/registry/registry.labels.ts';
import type { UnitId } from '#shared/units/units.schema.ts';

export type Option = { value: string; label: string };
const NONE: readonly never[] = [];
const OFTEN_ENOUGH = 5 * 60_000;

/** Everything the filters of the registry can be set to, in words. */
export function useFilterOptions(filters: RegistryFilters) {
  const { t } = useLingui();
  const { lang, label } = useWords();
  const { can } = useSession();
  const trpc = useTRPC();
  const { data: options } = useSuspenseQuery({ ...trpc.awards.filters.queryOptions(), staleTime: OFTEN_ENOUGH });
  const { data: forms = NONE } = useQuery({ ...trpc.awards.forms.queryOptions(), staleTime: OFTEN_ENOUGH });
  const mayAskEthnicity = can('awards.filterEthnicity');
  const { data: peoples = NONE } = useQuery({
    ...trpc.awards.filterEthnicity.queryOptions(),
    enabled: mayAskEthnicity,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // A unit below a province comes from a suggestion or a link: it is no choice of the list, but has a name.
  const { unitId, view, importRunId } = filters;
  const isListed = unitId === undefined || options.units.some(({ id }) => id === unitId);
  const { data: other } = useQuery({
    ...trpc.units.byId.queryOptions({ id: unitId as UnitId }),
    enabled: !isListed,
    staleTime: OFTEN_ENOUGH,
  });

  const { data: run } = useQuery({
    ...trpc.imports.byId.queryOptions({ id: importRunId as ImportRunId }),
    enabled: importRunId !== undefined && can('imports.byId'),
    staleTime: OFTEN_ENOUGH,
  });

  // Kept as long as nothing of it changes: the search draws the page anew with every letter.
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language only
  return useMemo(() => {
    const listOf = (labels: Readonly<Record<string, Localized>>): Option[] =>
      Object.entries(labels).map(([value, words]) => ({ value, label: label(words) }));
    const isToday = view === 'hien-nay';
    const units = options.units
      .filter(({ id, validTo }) => !isToday || validTo === null || id === unitId)
      .map(({ id, name, validTo }) => ({ value: id as string, label: validTo ? t`${name} (trước sáp nhập)` : name }));
    const { firstYear, lastYear } = options;
    const years =
      firstYear === null || lastYear === null
        ? []
        : Array.from({ length: lastYear - firstYear + 1 }, (_, n) => String(lastYear - n));

    return {
      years,
      fields: options.fields,
      /** The import whose rows are shown, in words. */
      importRun: run ? t`${run.fileName}, ${formatInstant(run.appliedAt ?? run.createdAt)}` : '…',
      mayAskEthnicity,
      lists: {
        unitId: isListed ? units : [{ value: unitId as string, label: other?.name ?? '…' }, ...units],
        awardCode: forms.map(({ code, name }) => ({ value: code as string, label: name })),
        level: awardLevel.options.map((value) => ({ value: value as string, label: label(AWARD_LEVEL_LABELS[value]) })),
        kind: listOf(RECIPIENT_KIND_LABELS),
        personClass: listOf(PERSON_CLASS_LABELS),
        sex: listOf(SEX_LABELS),
        ethnicity: peoples.map(({ code, name }) => ({ value: code, label: name })),
        areaClass: listOf(AREA_CLASS_LABELS),
        way: listOf(WAY_LABELS),
        status: listOf(AWARD_STATUS_LABELS),
      } satisfies Partial<Record<ConditionName, Option[]>>,
    };
  }, [lang, options, forms, peoples, other, run, mayAskEthnicity, unitId, view]);
}
export type FilterOptions = ReturnType<typeof useFilterOptions>;
