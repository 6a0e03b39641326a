import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { type Merge, type MergeField, useMerge } from '#client/core/form/merge.tsx';
import { useWords } from '#client/core/words.ts';
import type { Nomination } from '#client/nominations/nomination-types.ts';
import { draftOf, type NominationValues, valuesOf } from '#client/nominations/nomination-values.ts';
import { formatDate } from '#shared/core/dates.ts';
import type { Localized } from '#shared/core/localized.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { NOMINATION_FIELD_LABELS } from '#shared/nominations/nominations.labels.ts';
import type { NominationDraft, NominationId } from '#shared/nominations/nominations.schema.ts';
import { AREA_CLASS_LABELS, PERSON_CLASS_LABELS, SEX_LABELS } from '#shared/recipients/recipients.schema.ts';

type Options = {
  id: string;
  /** What this screen last read or saved. */
  base: NominationDraft;
  mine: () => NominationValues;
  /** Shows the merged values and saves them over `theirs`. */
  onMerged: (values: NominationValues, theirs: Nomination) => Promise<void>;
};

/** Two people at one dossier: both versions field by field. */
export function useNominationMerge({ id, base, mine, onMerged }: Options): Merge {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const input = { id: id as NominationId };
  const theirs = useRef<Nomination | null>(null);
  return useMerge<NominationValues>({
    fields: useFields(),
    base: valuesOf(base),
    mine,
    loadTheirs: async () => {
      const fresh = await client.nominations.byId.query(input);
      theirs.current = fresh;
      return { values: valuesOf(draftOf(fresh)), version: fresh.version };
    },
    onMerged: async (values) => {
      if (theirs.current === null) return;
      await onMerged(values, theirs.current);
      await queryClient.invalidateQueries(trpc.nominations.byId.queryFilter(input));
    },
  });
}

function useFields(): { [Name in keyof NominationValues]: MergeField<NominationValues[Name]> } {
  const { t } = useLingui();
  const { label } = useWords();
  const called = (name: keyof NominationValues) => label(NOMINATION_FIELD_LABELS[name]!);
  const text = (name: keyof NominationValues, canJoin = false) => ({
    label: called(name),
    show: (value: string | null) => value ?? '',
    canJoin,
  });
  const word = (labels: Readonly<Record<string, Localized>>) => (value: string | null) =>
    value === null ? '' : label(labels[value] ?? { vi: value, en: value });
  const yesNo = (value: boolean) => (value ? t`Có` : t`Không`);
  return {
    name: text('name'),
    printedName: text('printedName'),
    printedPlace: text('printedPlace'),
    salutation: text('salutation'),
    sex: { label: called('sex'), show: word(SEX_LABELS) },
    birthYear: text('birthYear'),
    positionHeld: text('positionHeld'),
    workplace: text('workplace'),
    personClass: { label: called('personClass'), show: word(PERSON_CLASS_LABELS) },
    areaClass: { label: called('areaClass'), show: word(AREA_CLASS_LABELS) },
    isBorderArea: { label: called('isBorderArea'), show: yesNo },
    isSmallCollective: { label: called('isSmallCollective'), show: yesNo },
    headcount: {
      label: called('headcount'),
      show: (value) => (typeof value === 'number' ? formatScaled(value, 0) : (value ?? '')),
    },
    field: text('field'),
    achievement: text('achievement', true),
    proposalNumber: text('proposalNumber'),
    proposalOn: { label: called('proposalOn'), show: formatDate },
  };
}
