import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useAction } from '#client/core/use-action.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { ImportRunId } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

const MINUTE_MS = 60_000;

/** Hoàn tác cả lần nhập: how long it can still be done, and doing it. */
export function UndoImport({ run }: { run: ImportRunView }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [asking, setAsking] = useState(false);
  const now = useMinute();
  const undo = useAction(() => client.imports.undo.mutate({ id: run.id as ImportRunId, seenVersion: run.version }), {
    onDone: () => setAsking(false),
  });
  const { allowed } = run.actions.undo;
  const { undoUntil } = run;
  if (undoUntil === null || run.status === 'undone') return null;
  const leftMinutes = Math.floor((Date.parse(undoUntil) - now) / MINUTE_MS);
  const until = formatInstant(undoUntil);
  const hours = String(Math.floor(leftMinutes / 60));
  const minutes = String(leftMinutes % 60);
  const count = formatScaled(run.counts?.applied ?? 0, 0);
  if (leftMinutes < 0) {
    return (
      <Text c="gray.7">
        <Trans>Đã hết 24 giờ để hoàn tác (đến {until}). Từ nay sửa từng hồ sơ.</Trans>
      </Text>
    );
  }
  if (!allowed) return null;
  return (
    <Group gap="sm">
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>Hoàn tác cả lần nhập</Trans>
      </Button>
      <Text c="gray.7" className="tabular">
        <Trans>
          còn {hours} giờ {minutes} phút (đến {until})
        </Trans>
      </Text>
      {asking && (
        <ConfirmDialog
          title={t`Hoàn tác cả lần nhập`}
          confirmLabel={t`Hoàn tác ${count} dòng`}
          danger
          pending={undo.pending}
          problem={undo.problem}
          onRetry={() => void undo.retry()}
          onClose={() => setAsking(false)}
          onConfirm={() => void undo.run(undefined)}
        >
          <Trans>
            Những gì lần nhập này thêm sẽ được gỡ, những gì nó sửa trở về giá trị cũ. Hồ sơ đã có người sửa sau đó được
            giữ nguyên và được kể tên. Việc này được ghi vào nhật ký.
          </Trans>
        </ConfirmDialog>
      )}
    </Group>
  );
}

/** The real time, told again every half minute: the 24 hours do not follow the day of the demo. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
