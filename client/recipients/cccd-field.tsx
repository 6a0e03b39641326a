import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormText } from '#client/core/form/form-fields.tsx';
import { useAction } from '#client/core/use-action.ts';
import { FormDialog } from '#client/recipients/form-dialog.tsx';
import { idOf, type Recipient } from '#client/recipients/recipient-types.ts';
import { setCccd } from '#shared/recipients/recipient-page.schema.ts';

const SHOWN_MS = 60_000;

type Props = { recipient: Recipient; cccd: NonNullable<Recipient['cccd']> };

/** The citizen number, masked; opened for a minute with a reason, and each opening is written down. */
export function CccdField({ recipient, cccd }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [asking, setAsking] = useState(false);
  const [editing, setEditing] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const reveal = useAction((reason: string) => client.recipients.revealCccd.mutate({ id: idOf(recipient), reason }), {
    onDone: ({ cccd: digits }) => {
      setShown(digits);
      setAsking(false);
    },
  });
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);

  return (
    <Group gap="xs">
      <span className="tabular">{shown ? grouped(shown) : (cccd.masked ?? <Trans>Chưa ghi</Trans>)}</span>
      {shown && (
        <Text span size="sm" c="gray.7" role="status">
          <Trans>Tự ẩn sau một phút</Trans>
        </Text>
      )}
      {cccd.isKnown &&
        (shown ? (
          <Button size="compact-sm" variant="default" className="no-print" onClick={() => setShown(null)}>
            <Trans>Ẩn số</Trans>
          </Button>
        ) : (
          <Button size="compact-sm" variant="default" className="no-print" onClick={() => setAsking(true)}>
            <Trans>Xem số</Trans>
          </Button>
        ))}
      {recipient.actions.save.allowed && (
        <Button size="compact-sm" variant="subtle" className="no-print" onClick={() => setEditing(true)}>
          {cccd.isKnown ? <Trans>Sửa số</Trans> : <Trans>Ghi số</Trans>}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t`Xem số căn cước`}
          confirmLabel={t`Xem số`}
          reason={{ label: t`Lý do xem`, required: true, description: t`Người xem, thời điểm và lý do được ghi lại.` }}
          pending={reveal.pending}
          problem={reveal.problem}
          onRetry={() => void reveal.retry()}
          onClose={() => setAsking(false)}
          onConfirm={({ reason }) => void reveal.run(reason)}
        >
          <Trans>Số căn cước của {recipient.name} sẽ hiện trong một phút.</Trans>
        </ConfirmDialog>
      )}
      {editing && <CccdDialog recipient={recipient} isKnown={cccd.isKnown} onClose={() => setEditing(false)} />}
    </Group>
  );
}

/** "014085001234" → "014 085 001 234" */
const grouped = (digits: string): string => digits.replace(/(\d{3})(?=\d)/gu, '$1 ');

const formSchema = z.strictObject({ cccd: setCccd.shape.cccd });
type V = z.input<typeof formSchema>;

function CccdDialog({ recipient, isKnown, onClose }: { recipient: Recipient; isKnown: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const form = useCheckedForm<V, V>(formSchema, { cccd: '' });
  const [clash, setClash] = useState<string | null>(null);
  const write = useAction(
    ({ cccd }: V) =>
      client.recipients.setCccd.mutate({
        id: idOf(recipient),
        seenVersion: recipient.version,
        cccd,
        anyway: clash !== null && clash === cccd,
      }),
    {
      done: t`Đã ghi số căn cước`,
      onDone: onClose,
      onProblem: ({ reasons }) =>
        setClash(reasons.some(({ code }) => code === 'cccd.clash') ? form.getValues('cccd') : null),
    },
  );
  return (
    <FormDialog
      title={t`Ghi số căn cước`}
      failed={t`Chưa ghi được`}
      confirmLabel={clash === null ? <Trans>Lưu</Trans> : <Trans>Vẫn lưu</Trans>}
      form={form}
      action={write}
      onClose={onClose}
    >
      <FormText<V>
        name="cccd"
        label={t`Số căn cước`}
        description={
          isKnown
            ? t`12 chữ số. Để trống rồi lưu là xóa số đang ghi. Lưu ở dạng mã hóa.`
            : t`12 chữ số. Lưu ở dạng mã hóa; trên màn hình chỉ hiện 3 số cuối.`
        }
      />
    </FormDialog>
  );
}
