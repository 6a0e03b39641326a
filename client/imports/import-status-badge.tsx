import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { useWords } from '#client/core/words.ts';
import {
  IMPORT_STATUS_LABELS,
  type ImportStatus,
  ROW_VERDICT_LABELS,
  type RowVerdict,
} from '#shared/imports/imports.schema.ts';

const STATUS_TONES: Record<ImportStatus, Tone> = {
  reading: 'info',
  mapping: 'warn',
  checking: 'info',
  checked: 'warn',
  applying: 'info',
  applied: 'good',
  undoing: 'info',
  undone: 'neutral',
  cancelled: 'neutral',
  failed: 'bad',
};

/** Đang đọc tệp / Chờ ghép cột / … / Đã nhập */
export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  const { label } = useWords();
  return <StatusBadge tone={STATUS_TONES[status]}>{label(IMPORT_STATUS_LABELS[status])}</StatusBadge>;
}

const VERDICT_TONES: Record<RowVerdict, Tone> = {
  new: 'good',
  changed: 'info',
  unchanged: 'neutral',
  wrong: 'bad',
  doubtful: 'warn',
  skipped: 'neutral',
};

/** Mới / Thay đổi / Không đổi / Sai / Cần xem lại / Bỏ qua */
export function VerdictBadge({ verdict }: { verdict: RowVerdict }) {
  const { label } = useWords();
  return <StatusBadge tone={VERDICT_TONES[verdict]}>{label(ROW_VERDICT_LABELS[verdict])}</StatusBadge>;
}
