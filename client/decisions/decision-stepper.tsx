import { useLingui } from '@lingui/react/macro';
import { StepLine } from '#client/core/step-line.tsx';
import { useWords } from '#client/core/words.ts';
import { DECISION_STATUS_LABELS, type DecisionStatus } from '#shared/decisions/decisions.schema.ts';

const STEPS = ['draft', 'submitted', 'signed', 'issued'] as const;

/** Dự thảo > Trình ký > Đã ký, chờ số > Đã ban hành, with where the decision stands. */
export function DecisionStepper({ status }: { status: DecisionStatus }) {
  const { t } = useLingui();
  const { label } = useWords();
  return (
    <StepLine
      title={t`Các bước của quyết định`}
      steps={STEPS.map((step) => ({ step, word: label(DECISION_STATUS_LABELS[step]) }))}
      // A cancelled decision went all the way; the banner says the rest.
      at={status === 'cancelled' ? STEPS.length : STEPS.indexOf(status)}
      finished={status === 'issued'}
    />
  );
}
