import { Trans } from '@lingui/react/macro';
import { Fragment } from 'react';
import css from '#client/care/care.module.css';
import { useWords } from '#client/core/words.ts';
import { CERTAINTY_LABELS } from '#shared/awards/awards.labels.ts';
import { LENS_HOW, LENS_LABELS } from '#shared/care/care.labels.ts';
import { careLens } from '#shared/care/care.schema.ts';

/** Cách tính: what each line counts, where the definition comes from, and how sure it is. */
export function HowCounted() {
  const { label } = useWords();
  return (
    <dl className={css.how}>
      {careLens.options.map((lens) => {
        const { how, source, certainty } = LENS_HOW[lens];
        return (
          <Fragment key={lens}>
            <dt>{label(LENS_LABELS[lens])}</dt>
            <dd>
              {label(how)}{' '}
              <span className={css.soft}>
                <Trans>
                  Nguồn: {label(source)} ({label(CERTAINTY_LABELS[certainty])}).
                </Trans>
              </span>
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
