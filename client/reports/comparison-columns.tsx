import { Trans } from '@lingui/react/macro';
import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import type { Column } from '#client/core/table/data-table.tsx';
import type { useWords } from '#client/core/words.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { PLEDGE_OUTCOME_LABELS, type PledgeOutcome } from '#shared/pledges/pledges.schema.ts';

const TONES: Record<PledgeOutcome, Tone> = {
  exceeded: 'good',
  met: 'good',
  missed: 'bad',
  'no-figure': 'neutral',
  'no-target': 'neutral',
};

type Line = { prior: number | null; target: number | null; outcome: PledgeOutcome | null };

/** A figure beside last year's and what was pledged: the columns that follow it, whoever the row is of. */
export function comparisonColumns<Row extends Line>(
  decimals: number,
  label: ReturnType<typeof useWords>['label'],
): Column<Row>[] {
  const number = (scaled: number | null) => (scaled === null ? '–' : formatScaled(scaled, decimals));
  return [
    {
      id: 'prior',
      head: <Trans>Thực hiện năm trước</Trans>,
      width: 165,
      numeric: true,
      cell: ({ prior }) => number(prior),
    },
    { id: 'target', head: <Trans>Kế hoạch</Trans>, width: 110, numeric: true, cell: ({ target }) => number(target) },
    {
      id: 'outcome',
      head: <Trans>So với giao ước</Trans>,
      width: 150,
      cell: ({ outcome }) =>
        outcome === null ? (
          '–'
        ) : (
          <StatusBadge tone={TONES[outcome]}>{label(PLEDGE_OUTCOME_LABELS[outcome])}</StatusBadge>
        ),
    },
  ];
}
