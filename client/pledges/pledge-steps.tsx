import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useWords } from '#client/core/words.ts';
import css from '#client/pledges/pledges.module.css';
import { PLEDGE_STATUS_LABELS, type PledgeStatus, pledgeStatus } from '#shared/pledges/pledges.schema.ts';

/** Dự thảo > Lấy ý kiến > Thống nhất nội dung > Ký kết > Phát hành, lưu, with where the pledge stands. */
export function PledgeSteps({ status }: { status: PledgeStatus }) {
  const { t } = useLingui();
  const { label } = useWords();
  const steps = pledgeStatus.options;
  const at = steps.indexOf(status);
  return (
    <ol className={css.steps} aria-label={t`Các bước của giao ước`}>
      {steps.map((step, index) => {
        const isDone = index < at || status === 'published';
        return (
          <li
            key={step}
            className={isDone ? css.done : index === at ? css.now : css.later}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={css.mark}>{isDone ? <IconCheck size={14} aria-hidden /> : index + 1}</span>
            {label(PLEDGE_STATUS_LABELS[step])}
            {isDone && <VisuallyHidden>{t`(đã xong)`}</VisuallyHidden>}
          </li>
        );
      })}
    </ol>
  );
}
