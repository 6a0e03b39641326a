import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import css from '#client/core/step-line.module.css';

type Props<Step extends string> = {
  /** Names the list for screen readers: 'Các bước của giao ước'. */
  title: string;
  steps: readonly { step: Step; word: string }[];
  /** Index of the step the record stands at; those before it are done. */
  at: number;
  /** The last step is reached and nothing follows. */
  finished?: boolean;
};

/** The steps of a record in one line, with where it stands. */
export function StepLine<Step extends string>({ title, steps, at, finished = false }: Props<Step>) {
  const { t } = useLingui();
  return (
    <ol className={css.steps} aria-label={title}>
      {steps.map(({ step, word }, index) => {
        const isDone = index < at || finished;
        return (
          <li
            key={step}
            className={isDone ? css.done : index === at ? css.now : css.later}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={css.mark}>{isDone ? <IconCheck size={14} aria-hidden /> : index + 1}</span>
            {word}
            {isDone && <VisuallyHidden>{t`(đã xong)`}</VisuallyHidden>}
          </li>
        );
      })}
    </ol>
  );
}
