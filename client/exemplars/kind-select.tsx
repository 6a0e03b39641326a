import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useWords } from '#client/core/words.ts';
import { EXEMPLAR_KIND_LABELS, type ExemplarKind, exemplarKind } from '#shared/exemplars/exemplars.schema.ts';

type Props = { value: ExemplarKind | undefined; onChange: (kind: ExemplarKind | undefined) => void };

/** Filter by kind of exemplar; none chosen means all. */
export function KindSelect({ value, onChange }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  return (
    <NativeSelect
      aria-label={t`Loại`}
      value={value ?? ''}
      onChange={(event) => onChange((event.currentTarget.value || undefined) as ExemplarKind | undefined)}
      data={[
        { value: '', label: t`Mọi loại` },
        ...exemplarKind.options.map((kind) => ({ value: kind, label: label(EXEMPLAR_KIND_LABELS[kind]) })),
      ]}
    />
  );
}
