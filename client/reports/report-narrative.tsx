import { Trans, useLingui } from '@lingui/react/macro';
import { Text, Textarea } from '@mantine/core';

/** As much text as a report keeps; see saveNarrative in shared. */
export const LONGEST_NARRATIVE = 50_000;

type Props = { value: string; onChange: (text: string) => void; readOnly: boolean };

/** The text of the report. A paste that is too long stays on the screen and is not saved, so that it can be cut. */
export function ReportNarrative({ value, onChange, readOnly }: Props) {
  const { t } = useLingui();
  if (readOnly)
    return (
      <Text style={{ whiteSpace: 'pre-wrap' }} maw={900}>
        {value === '' ? <Trans>Không có phần thuyết minh.</Trans> : value}
      </Text>
    );

  const tooLong = value.length > LONGEST_NARRATIVE;
  const length = value.length.toLocaleString('vi-VN');
  return (
    <Textarea
      id="o-narrative"
      label={t`Phần thuyết minh`}
      description={t`Kết quả, hạn chế, nguyên nhân; tối đa 50.000 ký tự.`}
      autosize
      minRows={4}
      maxRows={16}
      maw={900}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={
        tooLong ? t`Dài quá: ${length} ký tự, chỉ lưu được 50.000. Cắt bớt hoặc chuyển sang tệp kèm theo.` : undefined
      }
    />
  );
}
