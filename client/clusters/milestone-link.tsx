import { Link } from 'react-router';
import css from '#client/clusters/clusters.module.css';
import type { Cell } from '#client/clusters/workspace-types.ts';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import { CELL_WORDS } from '#shared/clusters/clusters.labels.ts';
import { MILESTONE_LABELS } from '#shared/clusters/clusters.schema.ts';

type Props = { cell: Cell; unitId: string; unitName: string; clusterYearId: string };

/** What one member has done about one milestone, in a word; it opens what is behind it. */
export function MilestoneLink({ cell, unitId, unitName, clusterYearId }: Props) {
  const { can } = useSession();
  const { label, word } = useWords();
  const words = word(CELL_WORDS, cell.code, cell.facts);
  const badge = (
    <StatusBadge tone={cell.tone} icon={<ToneIcon tone={cell.tone} />}>
      {words}
    </StatusBadge>
  );
  if (cell.milestone === 'nominations' && !can('nominations.list')) return badge;
  return (
    <Link
      className={css.cellLink}
      to={addressOf(cell, unitId, clusterYearId)}
      aria-label={`${unitName}, ${label(MILESTONE_LABELS[cell.milestone])}: ${words}`}
    >
      {badge}
    </Link>
  );
}

function addressOf(cell: Cell, unitId: string, clusterYearId: string): string {
  switch (cell.milestone) {
    case 'pledge':
      return paths.pledges.to(clusterYearId);
    case 'nominations':
      return `${paths.nominations.to()}?cum=${clusterYearId}&unitId=${encodeURIComponent(unitId)}`;
    default:
      return cell.recordId ? paths.report.to(clusterYearId, cell.recordId) : paths.reports.to(clusterYearId);
  }
}
