import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import type { Replication } from '#client/replications/replication-types.ts';
import {
  REPLICATION_STATUS_LABELS,
  type ReplicationId,
  type ReplicationStatus,
} from '#shared/replications/replications.schema.ts';

/** What may come next, in the order in which it usually does. */
const NEXT: Readonly<Record<ReplicationStatus, readonly ReplicationStatus[]>> = {
  preparing: ['running', 'stopped'],
  running: ['done', 'stopped'],
  done: ['running'],
  stopped: ['running'],
};

/** The buttons that set how far the adoption has come; stopping asks why. */
export function ReplicationSteps({ replication }: { replication: Replication }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const [asked, setAsked] = useState<ReplicationStatus | null>(null);
  const set = useAction(
    (choice: { status: ReplicationStatus; reason: string }) =>
      client.replications.setStatus.mutate({
        id: replication.id as ReplicationId,
        seenVersion: replication.version,
        ...choice,
      }),
    { done: t`Đã đổi trạng thái`, onDone: () => setAsked(null) },
  );
  const word = asked === null ? '' : label(REPLICATION_STATUS_LABELS[asked]);
  return (
    <>
      {NEXT[replication.status].map((status) => (
        <Button key={status} variant="default" onClick={() => setAsked(status)}>
          {status === 'stopped' ? <Trans>Dừng áp dụng</Trans> : label(REPLICATION_STATUS_LABELS[status])}
        </Button>
      ))}
      {asked && (
        <ConfirmDialog
          title={t`Đổi trạng thái nhân rộng`}
          confirmLabel={t`Chuyển sang “${word}”`}
          {...(asked === 'stopped' && { reason: { label: t`Lý do dừng`, required: true } })}
          pending={set.pending}
          problem={set.problem}
          onRetry={() => void set.retry()}
          onClose={() => setAsked(null)}
          onConfirm={({ reason }) => void set.run({ status: asked, reason })}
        >
          <Trans>Trạng thái mới: {word}. Đơn vị có mô hình cũng thấy trạng thái này.</Trans>
        </ConfirmDialog>
      )}
    </>
  );
}
