import { Trans } from '@lingui/react/macro';
import { formatDate } from '#shared/core/dates.ts';

type Props = {
  chairUnitId: string;
  leaderUnitId: string;
  leaderName: string;
  /** The day on which the chair of this year hands over, 'YYYY-MM-DD'. */
  handOverOn: string | null;
  today: string;
};

/** Beside the chair of a year: who leads the cluster today, where that is somebody else. */
export function LeaderBadge({ chairUnitId, leaderUnitId, leaderName, handOverOn, today }: Props) {
  if (chairUnitId === leaderUnitId) return null;
  return handOverOn !== null && handOverOn <= today ? (
    <Trans>
      , đã bàn giao cho {leaderName} ngày {formatDate(handOverOn)}
    </Trans>
  ) : (
    <Trans>, chưa nhận bàn giao; {leaderName} đang phụ trách Cụm</Trans>
  );
}
