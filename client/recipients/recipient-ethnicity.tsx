import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { idOf, type Recipient } from '#client/recipients/recipient-types.ts';
import { ETHNICITIES } from '#shared/recipients/ethnicity.codes.ts';

/**
 * Dân tộc of a recipient: the page only knows whether it is written; opening it asks for a reason and is written down.
 */
export function RecipientEthnicity({ recipient, isKnown }: { recipient: Recipient; isKnown: boolean }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const id = idOf(recipient);
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<{ code: string | null } | null>(null);
  const open = useAction((reason: string) => client.recipients.readEthnicity.mutate({ id, reason }), {
    onDone: (answer) => {
      setOpened(answer);
      setAsking(false);
    },
  });
  const save = useAction(
    (code: string | null) => client.recipients.setEthnicity.mutate({ id, seenVersion: recipient.version, code }),
    { done: t`Đã ghi dân tộc` },
  );
  const known = opened ?? (isKnown ? null : { code: null });
  const mayChange = recipient.actions.save.allowed;
  return (
    <>
      <ProblemAlert problem={save.problem} title={t`Chưa ghi được`} />
      {known === null && (
        <Group gap="xs">
          <Trans>Đã ghi nhận.</Trans>
          <Button size="compact-sm" variant="default" className="no-print" onClick={() => setAsking(true)}>
            <Trans>Mở xem dân tộc</Trans>
          </Button>
        </Group>
      )}
      {known !== null && !mayChange && (known.code === null ? <Trans>Chưa ghi</Trans> : ETHNICITIES[known.code])}
      {known !== null && mayChange && (
        <NativeSelect
          aria-label={t`Dân tộc`}
          size="xs"
          value={known.code ?? ''}
          disabled={save.pending}
          onChange={({ currentTarget: { value } }) => void save.run(value === '' ? null : value)}
          data={[
            { value: '', label: t`Không ghi` },
            ...Object.entries(ETHNICITIES).map(([value, label]) => ({ value, label })),
          ]}
          maw={240}
        />
      )}
      {asking && (
        <ConfirmDialog
          title={t`Mở xem dân tộc`}
          confirmLabel={t`Mở xem`}
          reason={{ label: t`Lý do xem`, required: true, description: t`Người xem, thời điểm và lý do được ghi lại.` }}
          pending={open.pending}
          problem={open.problem}
          onRetry={() => void open.retry()}
          onClose={() => setAsking(false)}
          onConfirm={({ reason }) => void open.run(reason)}
        >
          <Trans>Dân tộc là dữ liệu nhạy cảm, chỉ dùng cho cơ cấu khen thưởng.</Trans>
        </ConfirmDialog>
      )}
    </>
  );
}
