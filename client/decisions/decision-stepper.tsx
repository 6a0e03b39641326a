import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useWords } from '#client/core/words.ts';
import css from '#client/decisions/decisions.module.css';
import { DECISION_STATUS_LABELS, type DecisionStatus } from '#shared/decisions/decisions.schema.ts';

const STEPS = ['draft', 'submitted', 'signed', 'issued'] as const;

/** Dự thảo > Trình ký > Đã ký, chờ số > Đã ban hành, with where the decision stands. */
export function DecisionStepper({ status }: { status: DecisionStatus }) {
  const { t } = useLingui();
  const { label } = useWords();
  // A cancelled decision went all the way; the banner says the rest.
  const at = status === 'cancelled' ? STEPS.length : STEPS.indexOf(status);
  return (
    <ol className={css.steps} aria-label={t`Các bước của quyết định`}>
      {STEPS.map((step, index) => {
        const isDone = index < at || (step === 'issued' && status === 'issued');
        return (
          <li
            key={step}
            className={isDone ? css.done : index === at ? css.now : css.later}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={css.mark}>{isDone ? <IconCheck size={14} aria-hidden /> : index + 1}</span>
            {label(DECISION_STATUS_LABELS[step])}
            {isDone && <VisuallyHidden>{t`(đã xong)`}</VisuallyHidden>}
          </li>
        );
      })}
    </ol>
  );
}
