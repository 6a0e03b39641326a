import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { type Merge, type MergeField, useMerge } from '#client/core/form/merge.tsx';
import { useWords } from '#client/core/words.ts';
import type { Decision } from '#client/decisions/decision-types.ts';
import { DECISION_FIELD_LABELS } from '#shared/decisions/decisions.labels.ts';
import type { DecisionDraft } from '#shared/decisions/decisions.schema.ts';
import { WAY_LABELS } from '#shared/nominations/nominations.schema.ts';

type Options = {
  /** What the form began with. */
  base: DecisionDraft;
  mine: () => DecisionDraft;
  loadTheirs: () => Promise<Decision>;
  /** Shows the merged text and saves it over `theirs`; rejects as the save does. */
  onMerged: (draft: DecisionDraft, theirs: Decision) => Promise<void>;
};

/** Two people at the text of one draft: both versions field by field. */
export function useDecisionMerge({ base, mine, loadTheirs, onMerged }: Options): Merge {
  const theirs = useRef<Decision | null>(null);
  return useMerge<DecisionDraft>({
    fields: useFields(),
    base,
    mine,
    loadTheirs: async () => {
      const fresh = await loadTheirs();
      theirs.current = fresh;
      return { values: fresh.draft, version: fresh.version };
    },
    onMerged: async (draft) => {
      if (theirs.current !== null) await onMerged(draft, theirs.current);
    },
  });
}

function useFields(): { [Name in keyof DecisionDraft]: MergeField<DecisionDraft[Name]> } {
  const { t } = useLingui();
  const { label } = useWords();
  const called = (name: keyof DecisionDraft) => label(DECISION_FIELD_LABELS[name]!);
  const text = (name: keyof DecisionDraft) => ({ label: called(name), show: (value: string) => value });
  const lines = (name: keyof DecisionDraft) => ({
    label: called(name),
    show: (value: string[]) => value.join('\n'),
    canJoin: true,
  });
  return {
    headerOrg: text('headerOrg'),
    place: text('place'),
    issuerLine: text('issuerLine'),
    subject: text('subject'),
    way: { label: called('way'), show: (value) => label(WAY_LABELS[value]) },
    submissionLetter: text('submissionLetter'),
    legalBases: lines('legalBases'),
    articles: lines('articles'),
    commonSentence: text('commonSentence'),
    signatoryCapacity: text('signatoryCapacity'),
    signatoryName: text('signatoryName'),
    qrOnCertificates: { label: called('qrOnCertificates'), show: (value) => (value ? t`Có` : t`Không`) },
  };
}
