import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormDate, FormText } from '#client/core/form/form-fields.tsx';
import { useAction } from '#client/core/use-action.ts';
import { FormDialog } from '#client/recipients/form-dialog.tsx';
import { idOf, type Recipient } from '#client/recipients/recipient-types.ts';
import { renameRecipient } from '#shared/recipients/recipient-page.schema.ts';

const { name, changedOn, document } = renameRecipient.shape;
const formSchema = z.strictObject({ name, changedOn, document });
type V = z.input<typeof formSchema>;
type Values = z.output<typeof formSchema>;

/** Đổi tên: the name until then stays in the record, and in every award. */
export function RenameRecipient({ recipient }: { recipient: Recipient }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        <Trans>Đổi tên</Trans>
      </Button>
      {open && <RenameDialog recipient={recipient} onClose={() => setOpen(false)} />}
    </>
  );
}

function RenameDialog({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const form = useCheckedForm<V, Values>(formSchema, { name: recipient.name, changedOn: '', document: '' });
  const rename = useAction(
    (values: Values) =>
      client.recipients.rename.mutate({ ...values, id: idOf(recipient), seenVersion: recipient.version }),
    { done: t`Đã đổi tên`, onDone: onClose },
  );
  return (
    <FormDialog
      title={t`Đổi tên`}
      failed={t`Chưa đổi được tên`}
      confirmLabel={<Trans>Đổi tên</Trans>}
      form={form}
      action={rename}
      onClose={onClose}
    >
      <Text c="gray.7">
        <Trans>Tên “{recipient.name}” được giữ làm tên cũ: vẫn tìm được, và các Bằng đã in không đổi.</Trans>
      </Text>
      <FormText<V> name="name" label={t`Tên mới`} required />
      <FormDate<V> name="changedOn" label={t`Kể từ ngày`} required />
      <FormText<V> name="document" label={t`Văn bản`} placeholder={t`Quyết định số, ngày, cơ quan`} />
    </FormDialog>
  );
}
