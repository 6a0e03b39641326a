import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#client/core/api.ts';
import { HistoryPanel } from '#client/core/history-panel.tsx';
import { useWords } from '#client/core/words.ts';
import { REPORT_ACTION_LABELS, REPORT_FIELD_LABELS } from '#shared/reports/reports.labels.ts';

/** Lịch sử cập nhật of a report; asked for when it is opened. */
export function ReportHistory({ reportId }: { reportId: string }) {
  const trpc = useTRPC();
  const { word } = useWords();
  const { data } = useQuery(trpc.audit.ofRecord.queryOptions({ subjectKind: 'report', subjectId: reportId }));
  if (!data) return null;
  const entries = data.map((entry) => ({
    id: entry.id,
    at: entry.at,
    actorName: entry.actorName,
    actionText: word(REPORT_ACTION_LABELS, entry.action),
    reason: entry.reason,
    changes: entry.changes.map(({ field, from, to }) => ({
      field: word(REPORT_FIELD_LABELS, field),
      old: from,
      new: to,
    })),
  }));
  return <HistoryPanel entries={entries} />;
}
