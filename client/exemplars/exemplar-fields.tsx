import { useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import grids from '#client/core/grids.module.css';
import { useWords } from '#client/core/words.ts';
import { EXEMPLAR_FIELD_LABELS } from '#shared/exemplars/exemplars.labels.ts';
import { EXEMPLAR_KIND_LABELS, type ExemplarDraft, exemplarKind } from '#shared/exemplars/exemplars.schema.ts';

type V = ExemplarDraft;

/** What is written of an exemplar, in the order in which it is read. */
export function ExemplarFields() {
  const { t } = useLingui();
  const { label } = useWords();
  const called = (field: keyof V) => label(EXEMPLAR_FIELD_LABELS[field]!);
  return (
    <Stack gap="sm">
      <FormText<V> name="title" label={called('title')} required />
      <div className={grids.pair}>
        <FormSelect<V>
          name="kind"
          label={called('kind')}
          required
          options={exemplarKind.options.map((value) => ({ value, label: label(EXEMPLAR_KIND_LABELS[value]) }))}
        />
        <FormText<V> name="field" label={called('field')} placeholder={t`Nông thôn mới, giáo dục, biên giới…`} />
      </div>
      <FormText<V>
        name="presenter"
        label={called('presenter')}
        placeholder={t`Họ và tên, chức vụ của người trình bày, hoặc của chính điển hình`}
      />
      <FormText<V> name="place" label={called('place')} placeholder={t`Bản, xã, tỉnh`} />
      <FormTextarea<V>
        name="story"
        label={called('story')}
        description={t`Chữ thường, không dùng mã HTML; để một dòng trống giữa hai đoạn. Nêu cách làm và kết quả.`}
        rows={7}
      />
      <FormText<V> name="source" label={called('source')} placeholder={t`Báo cáo, tham luận, bài báo và ngày`} />
    </Stack>
  );
}
