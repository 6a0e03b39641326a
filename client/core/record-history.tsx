import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#client/core/api.ts';
import { HistoryPanel } from '#client/core/history-panel.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useWords } from '#client/core/words.ts';
import { ACTION_LABELS, fieldLabel } from '#shared/audit/audit.labels.ts';
import type { SubjectKind } from '#shared/audit/audit.schema.ts';

type Props = { subjectKind: SubjectKind; subjectId: string };

/** Lịch sử cập nhật of any record; asked for when it is first shown. */
export function RecordHistory({ subjectKind, subjectId }: Props) {
  const trpc = useTRPC();
  const { label, word } = useWords();
  const { data, error, refetch } = useQuery(trpc.audit.ofRecord.queryOptions({ subjectKind, subjectId }));
  if (error) return <ProblemAlert problem={readProblem(error)} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Text role="status" c="gray.7">
        <Trans>Đang tải lịch sử cập nhật</Trans>
      </Text>
    );
  }
  const fieldWord = (field: string) => {
    const known = fieldLabel(subjectKind, field);
    return known ? label(known) : field;
  };
  return (
    <HistoryPanel
      entries={data.map(({ id, at, actorName, action, reason, changes }) => ({
        id,
        at,
        actorName,
        actionText: word(ACTION_LABELS, action),
        reason,
        changes: changes.map(({ field, from, to }) => ({ field: fieldWord(field), old: from, new: to })),
      }))}
    />
  );
}
