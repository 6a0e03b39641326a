import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { paths } from '#client/core/paths.ts';
import { useAction } from '#client/core/use-action.ts';
import type { Exemplar } from '#client/exemplars/exemplar-types.ts';
import type { ExemplarId } from '#shared/exemplars/exemplars.schema.ts';

/** Takes an exemplar out of the list, with a reason. */
export function RemoveExemplar({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { id, version, title } = exemplar;
  const remove = useAction(
    (reason: string) => client.exemplars.remove.mutate({ id: id as ExemplarId, seenVersion: version, reason }),
    { done: t`Đã gỡ điển hình`, onDone: () => navigate(paths.exemplars.to()) },
  );
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        <Trans>Gỡ</Trans>
      </Button>
      {open && (
        <ConfirmDialog
          title={t`Gỡ điển hình, mô hình`}
          confirmLabel={t`Gỡ điển hình`}
          danger
          reason={{ label: t`Lý do`, required: true, description: t`Lịch sử cập nhật giữ lại lý do này.` }}
          pending={remove.pending}
          problem={remove.problem}
          onRetry={() => void remove.retry()}
          onClose={() => setOpen(false)}
          onConfirm={({ reason }) => void remove.run(reason)}
        >
          <Trans>“{title}” sẽ không còn trong danh sách. Tài liệu và lịch sử cập nhật vẫn được giữ.</Trans>
        </ConfirmDialog>
      )}
    </>
  );
}
