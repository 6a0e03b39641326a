import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { ImportRunId } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

/** Hủy lần nhập: before anything was written. */
export function DropImport({ run }: { run: ImportRunView }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [asking, setAsking] = useState(false);
  const cancel = useAction(
    () => client.imports.cancel.mutate({ id: run.id as ImportRunId, seenVersion: run.version }),
    {
      done: t`Đã hủy lần nhập`,
      onDone: () => setAsking(false),
    },
  );
  if (!run.actions.cancel.allowed) return null;
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        <Trans>Hủy lần nhập</Trans>
      </Button>
      {asking && (
        <ConfirmDialog
          title={t`Hủy lần nhập này`}
          confirmLabel={t`Hủy lần nhập`}
          danger
          pending={cancel.pending}
          problem={cancel.problem}
          onRetry={() => void cancel.retry()}
          onClose={() => setAsking(false)}
          onConfirm={() => void cancel.run(undefined)}
        >
          <Trans>Chưa có gì được ghi. Các sửa chữa ở bước kiểm tra sẽ mất; tệp Excel của bạn vẫn nguyên.</Trans>
        </ConfirmDialog>
      )}
    </>
  );
}
