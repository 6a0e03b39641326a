import { useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormText } from '#client/core/form/form-fields.tsx';
import grids from '#client/core/grids.module.css';
import { useWords } from '#client/core/words.ts';
import type { RecipientDraft } from '#shared/recipients/recipient-page.schema.ts';
import { type RecipientKind, SEX_LABELS, sex } from '#shared/recipients/recipients.schema.ts';

type V = RecipientDraft;

/** What is written of a recipient; a person is born, a collective founded. */
export function RecipientFields({ kind }: { kind: RecipientKind }) {
  const { t } = useLingui();
  const { label } = useWords();
  const isPerson = kind === 'individual';
  return (
    <Stack gap="sm">
      <FormText<V> name="name" label={isPerson ? t`Họ và tên` : t`Tên`} required />
      {isPerson ? (
        <>
          <div className={grids.pair}>
            <FormText<V> name="birth" label={t`Ngày sinh, hoặc chỉ năm sinh`} placeholder="12/5/1985" />
            <FormSelect<V>
              name="sex"
              label={t`Giới tính`}
              empty={t`Chưa rõ`}
              options={sex.options.map((value) => ({ value, label: label(SEX_LABELS[value]) }))}
            />
          </div>
          <FormText<V> name="positionHeld" label={t`Chức vụ`} />
          <FormText<V> name="place" label={t`Nơi công tác, địa chỉ`} />
        </>
      ) : (
        <>
          {kind === 'collective' && (
            <FormText<V> name="founded" label={t`Ngày thành lập, hoặc chỉ năm`} placeholder="5/1985" />
          )}
          <FormText<V> name="place" label={t`Địa chỉ`} />
        </>
      )}
    </Stack>
  );
}
