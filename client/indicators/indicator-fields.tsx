import { Trans, useLingui } from '@lingui/react/macro';
import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { fieldId } from '#client/core/form/field-id.ts';
import { FormDate, FormNumber, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { wordIssue } from '#client/core/form/word-issue.ts';
import { useWords } from '#client/core/words.ts';
import type { Choice } from '#client/indicators/indicator-types.ts';
import { type IndicatorValues, weightOptions } from '#client/indicators/indicator-values.ts';
import { formatDate } from '#shared/core/dates.ts';
import { BETTER_LABELS, INDICATOR_KIND_LABELS } from '#shared/indicators/indicators.labels.ts';
import {
  AGGREGATION_LABELS,
  aggregation,
  better,
  indicatorKind,
  USUAL_UNITS_OF_MEASURE,
} from '#shared/indicators/indicators.schema.ts';
import { conversionText, usualFactor } from '#shared/indicators/series.rules.ts';

/** Places of the figure in the wording for paper; braces mean something else in a sentence of the screen. */
const FULL = '{value}';
const FLOOR = '{floor:1000}';

type Props = {
  choices: readonly Choice[];
  indicatorId: string | null;
  /** A published year counts by it: these fields stand still. */
  isFixed?: boolean;
  /** The day it holds from, where it can still be chosen. */
  withDay?: boolean;
};

/** What an indicator says, and whose series it goes on. */
export function IndicatorFields({ choices, indicatorId, isFixed = false, withDay = false }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const { watch } = useFormContext<IndicatorValues>();
  const isWeighted = watch('aggregation') === 'weighted-mean';
  return (
    <Stack gap="sm">
      <FormText<IndicatorValues>
        name="name"
        label={t`Tên chỉ tiêu`}
        placeholder={t`Thu ngân sách nhà nước trên địa bàn`}
        required
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <UnitOfMeasure readOnly={isFixed} />
        <FormNumber<IndicatorValues>
          name="decimals"
          label={t`Số chữ số thập phân`}
          decimals={0}
          required
          readOnly={isFixed}
        />
        <FormSelect<IndicatorValues>
          name="kind"
          label={t`Loại số liệu`}
          options={indicatorKind.options.map((one) => ({ value: one, label: label(INDICATOR_KIND_LABELS[one]) }))}
          disabled={isFixed}
          required
        />
        <FormSelect<IndicatorValues>
          name="aggregation"
          label={t`Cách tổng hợp`}
          options={aggregation.options.map((one) => ({ value: one, label: label(AGGREGATION_LABELS[one]) }))}
          disabled={isFixed}
          required
        />
        <FormSelect<IndicatorValues>
          name="weightIndicatorId"
          label={t`Gia quyền theo`}
          options={weightOptions(choices, indicatorId)}
          empty={isWeighted ? t`Chọn…` : t`Không`}
          disabled={isFixed}
        />
        <FormSelect<IndicatorValues>
          name="better"
          label={t`Chiều đánh giá`}
          options={better.options.map((one) => ({ value: one, label: label(BETTER_LABELS[one]) }))}
          disabled={isFixed}
          required
        />
        <FormText<IndicatorValues>
          name="sourceOffice"
          label={t`Nguồn số liệu`}
          placeholder={t`Sở Tài chính`}
          required
        />
        {withDay && <FormDate<IndicatorValues> name="validFrom" label={t`Dùng cho năm bắt đầu từ ngày`} required />}
      </SimpleGrid>
      {isFixed && (
        <Text size="sm" c="gray.7">
          <Trans>
            Năm đã công bố đang dùng chỉ tiêu này: đơn vị tính, số lẻ và cách tính đổi bằng “Phiên bản mới”; năm cũ giữ
            như cũ.
          </Trans>
        </Text>
      )}
      <FormTextarea<IndicatorValues> name="definition" label={t`Định nghĩa, cách tính`} rows={2} />
      <FormText<IndicatorValues>
        name="paperWording"
        label={t`Cách ghi trong báo cáo`}
        description={t`${FULL}: số đầy đủ; ${FLOOR}: làm tròn xuống hàng nghìn. Ví dụ: trên ${FLOOR} tỷ đồng`}
      />
      <Continuation choices={choices} />
    </Stack>
  );
}

/** From a list, or as it is written. */
function UnitOfMeasure({ readOnly }: { readOnly: boolean }) {
  const { t } = useLingui();
  const { control } = useFormContext<IndicatorValues>();
  const { field, fieldState } = useController({ control, name: 'unitOfMeasure' });
  const list = useId();
  return (
    <>
      <TextInput
        {...field}
        id={fieldId('unitOfMeasure')}
        label={t`Đơn vị tính`}
        placeholder={t`Chọn trong danh sách hoặc tự ghi`}
        list={list}
        autoComplete="off"
        readOnly={readOnly}
        required
        error={wordIssue(fieldState.error?.message)}
      />
      <datalist id={list}>
        {USUAL_UNITS_OF_MEASURE.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
    </>
  );
}

/** Whose series goes on, and by which factor where it was counted in another unit of measure. */
function Continuation({ choices }: { choices: readonly Choice[] }) {
  const { t } = useLingui();
  const { watch, setValue } = useFormContext<IndicatorValues>();
  const [predecessorId, num, den, unit] = watch([
    'continues.predecessorId',
    'continues.num',
    'continues.den',
    'unitOfMeasure',
  ]);
  const predecessor = choices.find(({ versionId }) => versionId === predecessorId);
  const from = predecessor?.unitOfMeasure;
  const seen = useRef(`${from} ${unit}`);
  useEffect(() => {
    if (from === undefined || seen.current === `${from} ${unit}`) return;
    seen.current = `${from} ${unit}`;
    const usual = usualFactor(from, unit) ?? { num: 1n, den: 1n };
    setValue('continues.num', Number(usual.num), { shouldDirty: true });
    setValue('continues.den', Number(usual.den), { shouldDirty: true });
  }, [from, unit, setValue]);
  const options = choices.map((choice) => ({
    value: choice.versionId,
    label: `${choice.name} (${choice.unitOfMeasure}, ${t`từ`} ${formatDate(choice.validFrom)})`,
  }));
  const known = Number.isInteger(num) && Number.isInteger(den) && num > 0 && den > 0;
  const sentence =
    predecessor && known
      ? conversionText({ num: BigInt(num), den: BigInt(den) }, predecessor, { unitOfMeasure: unit })
      : null;
  return (
    <Stack gap="xs">
      <FormSelect<IndicatorValues>
        name="continues.predecessorId"
        label={t`Nối số liệu với chỉ tiêu năm trước`}
        description={t`Khi năm trước hỏi cách khác: chuỗi số nối tiếp qua các năm. Số đã lưu không thay đổi.`}
        options={options}
        empty={t`Không nối: chuỗi số bắt đầu mới`}
      />
      {predecessor && (
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <FormNumber<IndicatorValues> name="continues.num" label={t`Số năm trước nhân với`} decimals={0} required />
          <FormNumber<IndicatorValues> name="continues.den" label={t`rồi chia cho`} decimals={0} required />
          <FormText<IndicatorValues> name="continues.note" label={t`Ghi chú`} />
        </SimpleGrid>
      )}
      {sentence && (
        <Text size="sm" role="status">
          <Trans>Quy đổi: {sentence}</Trans>
        </Text>
      )}
    </Stack>
  );
}
