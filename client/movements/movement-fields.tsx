import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Stack } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormDate, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { useWords } from '#client/core/words.ts';
import type { MovementsOfYear } from '#client/movements/movement-types.ts';
import css from '#client/movements/movements.module.css';
import { formatDate, isIsoDate } from '#shared/core/dates.ts';
import { MOVEMENT_FIELD_LABELS } from '#shared/movements/movements.labels.ts';
import { outsideYear } from '#shared/movements/movements.rules.ts';
import { MOVEMENT_KIND_LABELS, type MovementDraft, movementKind } from '#shared/movements/movements.schema.ts';

type V = MovementDraft;

/** What is written of a movement; a period outside the year is pointed out and still taken. */
export function MovementFields({ year }: { year: MovementsOfYear['year'] }) {
  const { t } = useLingui();
  const { label } = useWords();
  const called = (field: keyof V) => label(MOVEMENT_FIELD_LABELS[field]!);
  return (
    <Stack gap="sm">
      <FormText<V> name="name" label={called('name')} required />
      <div className={css.pair}>
        <FormSelect<V>
          name="kind"
          label={called('kind')}
          required
          options={movementKind.options.map((value) => ({ value, label: label(MOVEMENT_KIND_LABELS[value]) }))}
        />
        <FormText<V> name="launchedBy" label={called('launchedBy')} required placeholder={t`UBND tỉnh…`} />
      </div>
      <div className={css.pair}>
        <FormDate<V> name="periodFrom" label={called('periodFrom')} required />
        <FormDate<V> name="periodTo" label={called('periodTo')} required />
      </div>
      <OutsideWarning year={year} />
      <FormTextarea<V> name="goal" label={called('goal')} rows={2} />
      <FormText<V> name="document" label={called('document')} placeholder={t`Kế hoạch số 12/KH-UBND ngày 10/01/2024`} />
    </Stack>
  );
}

function OutsideWarning({ year }: { year: MovementsOfYear['year'] }) {
  const { control } = useFormContext<V>();
  const [periodFrom, periodTo] = useWatch({ control, name: ['periodFrom', 'periodTo'] });
  if (!isIsoDate(periodFrom) || !isIsoDate(periodTo) || periodTo < periodFrom) return null;
  if (outsideYear({ periodFrom, periodTo }, year) === null) return null;
  const [startsOn, endsOn] = [formatDate(year.startsOn), formatDate(year.endsOn)];
  return (
    <Alert role="status" color="orange">
      <Trans>
        Thời gian này không có ngày nào trong năm thi đua ({startsOn} - {endsOn}). Kiểm tra lại; nếu đúng vẫn lưu được.
      </Trans>
    </Alert>
  );
}
