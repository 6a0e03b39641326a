import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { useWords } from '#client/core/words.ts';
import { REPORT_PERIOD_LABELS, type ReportPeriod, reportPeriod } from '#shared/reports/reports.schema.ts';

type Props = { period: ReportPeriod; onChange: (period: ReportPeriod) => void };

/** Sơ kết 6 tháng or tổng kết năm. */
export function PeriodSwitch({ period, onChange }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  return (
    <SegmentedControl
      aria-label={t`Kỳ báo cáo`}
      size="xs"
      value={period}
      onChange={(next) => onChange(next as ReportPeriod)}
      data={reportPeriod.options.map((one) => ({ value: one, label: label(REPORT_PERIOD_LABELS[one]) }))}
    />
  );
}
