import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import { ATTENDANCE_LABELS, type Attendance } from '#shared/conferences/conferences.schema.ts';

const TONES: Readonly<Record<Attendance, Tone>> = {
  invited: 'neutral',
  confirmed: 'info',
  present: 'good',
  absent: 'warn',
};

type Props = { attendance: Attendance; presentCount: number | null; headcount: number };

/** Đã mời, xác nhận dự, có mặt (with how many when not all came), vắng mặt. */
export function AttendanceBadge({ attendance, presentCount, headcount }: Props) {
  const { label } = useWords();
  const tone = TONES[attendance];
  return (
    <StatusBadge tone={tone} icon={<ToneIcon tone={tone} />}>
      {label(ATTENDANCE_LABELS[attendance])}
      {presentCount !== null && ` ${presentCount}/${headcount}`}
    </StatusBadge>
  );
}
