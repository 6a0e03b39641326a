import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#client/core/api.ts';
import { HistoryPanel } from '#client/core/history-panel.tsx';
import { useWords } from '#client/core/words.ts';
import { NOMINATION_ACTION_LABELS, NOMINATION_FIELD_LABELS } from '#shared/nominations/nominations.labels.ts';

/** Lịch sử cập nhật of a dossier. */
export function NominationHistory({ id }: { id: string }) {
  const trpc = useTRPC();
  const { word } = useWords();
  const { data } = useQuery(trpc.audit.ofRecord.queryOptions({ subjectKind: 'nomination', subjectId: id }));
  if (!data) return null;
  const entries = data.map((entry) => ({
    id: entry.id,
    at: entry.at,
    actorName: entry.actorName,
    actionText: word(NOMINATION_ACTION_LABELS, entry.action),
    reason: entry.reason,
    changes: entry.changes.map(({ field, from, to }) => ({
      field: word(NOMINATION_FIELD_LABELS, field),
      old: from,
      new: to,
    })),
  }));
  return <HistoryPanel entries={entries} />;
}
