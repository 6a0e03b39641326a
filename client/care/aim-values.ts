import { useLingui } from '@lingui/react/macro';
import type { Care } from '#client/care/care-types.ts';
import { percent } from '#client/care/share.tsx';
import type { MergeField } from '#client/core/form/merge.tsx';
import type { VnNumberValue } from '#client/core/form/vn-number-field.tsx';
import { useWords } from '#client/core/words.ts';
import { LENS_LABELS } from '#shared/care/care.labels.ts';
import { type AimInput, type AimLens, aimLens } from '#shared/care/care.schema.ts';

/** What stands in the form: permille (a percent with one decimal), or text that is none. */
type AimValue = { least: VnNumberValue; source: string };
export type AimValues = Record<AimLens, AimValue>;

export function valuesOf(rows: Care['aims']['rows']): AimValues {
  const stored = new Map(rows.map((row) => [row.lens, row]));
  const entries = aimLens.options.map((lens) => {
    const row = stored.get(lens);
    return [lens, { least: row?.leastPermille ?? null, source: row?.source ?? '' }];
  });
  return Object.fromEntries(entries) as AimValues;
}

/** The first line that holds something which is no percent from 0,1 to 100. */
export function unreadLens(values: AimValues): AimLens | undefined {
  return aimLens.options.find((lens) => {
    const { least } = values[lens];
    return least !== null && !(typeof least === 'number' && least >= 1 && least <= 1000);
  });
}

export function draftOf(values: AimValues): AimInput[] {
  return aimLens.options.map((lens) => {
    const { least, source } = values[lens];
    return { lens, leastPermille: typeof least === 'number' ? least : null, source };
  });
}

/** The aims as the dialog of two editors names and shows them. */
export function useAimFields(): { [Lens in AimLens]: MergeField<AimValue> } {
  const { t } = useLingui();
  const { label } = useWords();
  const show = ({ least, source }: AimValue): string => {
    if (least === null) return '';
    const words = typeof least === 'number' ? t`Ít nhất ${percent(least)}` : least;
    return source ? `${words} (${source})` : words;
  };
  const fields = aimLens.options.map((lens) => [lens, { label: label(LENS_LABELS[lens]), show }]);
  return Object.fromEntries(fields) as { [Lens in AimLens]: MergeField<AimValue> };
}
