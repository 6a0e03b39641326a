import { Trans } from '@lingui/react/macro';
import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import { ATTENDANCE_LABELS, type Attendance } from '#shared/conferences/conferences.schema.ts';
import { formatDate } from '#shared/core/dates.ts';

const TONES: Readonly<Record<Attendance, Tone>> = {
  invited: 'neutral',
  confirmed: 'info',
  present: 'good',
  absent: 'warn',
};

type Props = {
  attendance: Attendance;
  presentCount: number | null;
  headcount: number;
  invitationSentOn: string | null;
};

/** Đã mời or Đã gửi giấy mời with the day, xác nhận dự, có mặt (with how many when not all came), vắng mặt. */
export function AttendanceBadge({ attendance, presentCount, headcount, invitationSentOn }: Props) {
  const { label } = useWords();
  const tone = TONES[attendance];
  return (
    <StatusBadge tone={tone} icon={<ToneIcon tone={tone} />}>
      {attendance === 'invited' && invitationSentOn ? (
        <Trans>Đã gửi {formatDate(invitationSentOn)}</Trans>
      ) : (
        label(ATTENDANCE_LABELS[attendance])
      )}
      {presentCount !== null && ` ${presentCount}/${headcount}`}
    </StatusBadge>
  );
}
