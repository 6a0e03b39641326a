import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { Nomination } from '#client/nominations/nomination-types.ts';

/** The proposing province takes its dossier back, as long as it is not checked. */
export function WithdrawAction({ nomination }: { nomination: Nomination }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const { id, version, actions, name } = nomination;
  const withdraw = useAction(() => client.nominations.withdraw.mutate({ id: id as never, seenVersion: version }), {
    done: t`Đã rút hồ sơ`,
    onDone: () => setOpen(false),
  });
  if (!actions.withdraw.allowed) return null;
  const named = name || t`(chưa nhập tên)`;
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        <Trans>Rút hồ sơ</Trans>
      </Button>
      {open && (
        <ConfirmDialog
          title={t`Rút hồ sơ đề nghị`}
          confirmLabel={t`Rút hồ sơ`}
          danger
          pending={withdraw.pending}
          problem={withdraw.problem}
          onRetry={withdraw.retry}
          onClose={() => setOpen(false)}
          onConfirm={() => void withdraw.run(undefined)}
        >
          <Trans>Hồ sơ “{named}” sẽ không còn được xét. Muốn đề nghị lại phải lập hồ sơ mới.</Trans>
        </ConfirmDialog>
      )}
    </div>
  );
}
