import { useLingui } from '@lingui/react/macro';
import { StepLine } from '#client/core/step-line.tsx';
import { useWords } from '#client/core/words.ts';
import { PLEDGE_STATUS_LABELS, type PledgeStatus, pledgeStatus } from '#shared/pledges/pledges.schema.ts';

/** Dự thảo > Lấy ý kiến > Thống nhất nội dung > Ký kết > Phát hành, lưu, with where the pledge stands. */
export function PledgeSteps({ status }: { status: PledgeStatus }) {
  const { t } = useLingui();
  const { label } = useWords();
  const steps = pledgeStatus.options;
  return (
    <StepLine
      title={t`Các bước của giao ước`}
      steps={steps.map((step) => ({ step, word: label(PLEDGE_STATUS_LABELS[step]) }))}
      at={steps.indexOf(status)}
      finished={status === 'published'}
    />
  );
}
