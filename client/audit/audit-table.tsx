import { Trans, useLingui } from '@lingui/react/macro';
import css from '#client/audit/audit.module.css';
import { AuditChanges } from '#client/audit/audit-changes.tsx';
import { AuditRecordLink } from '#client/audit/audit-record-link.tsx';
import type { AuditEntry } from '#client/audit/audit-types.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { ACTION_LABELS } from '#shared/audit/audit.labels.ts';
import { formatInstant } from '#shared/core/dates.ts';

type Props = { entries: readonly AuditEntry[]; filtered: boolean };

/** Entries of the log as rows. */
export function AuditTable({ entries, filtered }: Props) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <DataTable
      caption={t`Nhật ký hệ thống`}
      rows={entries}
      rowKey={({ id }) => id}
      firstNumber={null}
      minWidth={980}
      columns={[
        {
          id: 'at',
          head: <Trans>Thời gian</Trans>,
          width: 132,
          cell: ({ at }) => <span className="tabular">{formatInstant(at)}</span>,
        },
        { id: 'who', head: <Trans>Người thực hiện</Trans>, width: 190, wrap: true, cell: ({ actorName }) => actorName },
        {
          id: 'what',
          head: <Trans>Việc</Trans>,
          width: 190,
          wrap: true,
          rowHead: true,
          cell: ({ action }) => word(ACTION_LABELS, action),
        },
        {
          id: 'record',
          head: <Trans>Bản ghi</Trans>,
          width: 250,
          wrap: true,
          cell: (entry) => <AuditRecordLink entry={entry} />,
        },
        {
          id: 'changes',
          head: <Trans>Lý do, nội dung thay đổi</Trans>,
          wrap: true,
          cell: (entry) => (
            <div className={css.told}>
              {entry.reason && (
                <div>
                  <Trans>Lý do: {entry.reason}</Trans>
                </div>
              )}
              <AuditChanges subjectKind={entry.subjectKind} changes={entry.changes} />
            </div>
          ),
        },
      ]}
      empty={
        filtered ? (
          <Trans>Không có mục nào theo bộ lọc này. Chọn “Xóa lọc” hoặc nới khoảng ngày để xem thêm.</Trans>
        ) : (
          <Trans>Nhật ký chưa có mục nào. Mỗi lần thêm, sửa, gửi, ký, ban hành sẽ hiện ở đây.</Trans>
        )
      }
    />
  );
}
