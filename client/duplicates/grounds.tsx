import { StatusBadge } from '#client/core/status-badge.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import type { PairRow } from '#client/duplicates/duplicate-types.ts';
import css from '#client/duplicates/duplicates.module.css';
import { GROUND_LABELS, isAgainst } from '#shared/duplicates/duplicates.schema.ts';

/** Why two records may be one, what speaks against it in another tone. */
export function Grounds({ grounds }: Pick<PairRow, 'grounds'>) {
  const { label } = useWords();
  return (
    <span className={css.grounds}>
      {grounds.map(({ code }) => {
        const tone = isAgainst(code) ? 'warn' : 'info';
        return (
          <StatusBadge
            key={code}
            tone={tone}
            icon={isAgainst(code) ? <ToneIcon tone="bad" /> : <ToneIcon tone="good" />}
          >
            {label(GROUND_LABELS[code])}
          </StatusBadge>
        );
      })}
    </span>
  );
}
