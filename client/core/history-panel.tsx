import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import css from '#client/core/history-panel.module.css';
import { formatInstant } from '#shared/core/dates.ts';

export type HistoryEntry = {
  id?: string | undefined;
  /** Instant, ISO UTC. */
  at: string;
  actorName: string;
  /** "Gửi báo cáo", in the words of the screen. */
  actionText: string;
  /** `field` is the name of the field on the screen; old and new as shown there, null when there was nothing. */
  changes: readonly { field: string; old: string | null; new: string | null }[];
  reason?: string | null | undefined;
};

/** Who changed what, when, from what to what, and why; the newest first, as given. */
export function HistoryPanel({ entries }: { entries: readonly HistoryEntry[] }) {
  if (entries.length === 0) {
    return (
      <Text c="gray.7">
        <Trans>Chưa có thay đổi nào được ghi.</Trans>
      </Text>
    );
  }
  return (
    <ol className={css.list}>
      {entries.map((entry) => (
        <li key={entry.id ?? `${entry.at} ${entry.actionText}`} className={css.entry}>
          <div>
            <strong>{entry.actionText}</strong>
          </div>
          <div className={`${css.when} tabular`}>
            {entry.actorName} · {formatInstant(entry.at)}
          </div>
          {entry.reason && (
            <div>
              <Trans>Lý do: {entry.reason}</Trans>
            </div>
          )}
          {entry.changes.length > 0 && <Changes changes={entry.changes} />}
        </li>
      ))}
    </ol>
  );
}

function Changes({ changes }: Pick<HistoryEntry, 'changes'>) {
  return (
    <table className={css.changes}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Nội dung</Trans>
          </th>
          <th scope="col">
            <Trans>Trước</Trans>
          </th>
          <th scope="col">
            <Trans>Sau</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <th scope="row">{change.field}</th>
            <td>{change.old ?? '–'}</td>
            <td>{change.new ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
