import { useLingui } from '@lingui/react/macro';
import { useWords } from '#client/core/words.ts';
import type { PairSide } from '#client/duplicates/duplicate-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import type { MergeField } from '#shared/duplicates/duplicates.schema.ts';
import { SEX_LABELS } from '#shared/recipients/recipients.schema.ts';

/** A field of a record as text; of what is sensitive only whether there is something. */
export function useFieldText(side: PairSide, field: MergeField): string {
  const { t } = useLingui();
  const { label } = useWords();
  const none = '–';
  switch (field) {
    case 'sex':
      return side.sex ? label(SEX_LABELS[side.sex]) : none;
    case 'birth':
      return side.birthOn ? formatDate(side.birthOn) : side.birthYear === null ? none : String(side.birthYear);
    case 'foundedOn':
      return side.foundedOn ? formatDate(side.foundedOn) : none;
    case 'unit':
      return side.unitName ?? t`chưa ghi đơn vị`;
    case 'cccd':
      return side.hasNumber ? t`có số (không hiện)` : none;
    case 'ethnicity':
      return side.hasEthnicity ? t`có ghi (không hiện)` : none;
    default:
      return side[field] || none;
  }
}
