import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormDate, FormText } from '#client/core/form/form-fields.tsx';
import { useAction } from '#client/core/use-action.ts';
import { FormDialog } from '#client/recipients/form-dialog.tsx';
import { idOf, type Recipient } from '#client/recipients/recipient-types.ts';
import { moveRecipient } from '#shared/recipients/recipient-page.schema.ts';

const { unitId, positionHeld, place, changedOn, document } = moveRecipient.shape;
const formSchema = z.strictObject({ unitId, positionHeld, place, changedOn, document });
type V = z.input<typeof formSchema>;
type Values = z.output<typeof formSchema>;

/** Chuyển đơn vị, chức vụ, nơi công tác, from a day on. */
export function MoveRecipient({ recipient }: { recipient: Recipient }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        {recipient.kind === 'individual' ? (
          <Trans>Chuyển công tác, đổi chức vụ</Trans>
        ) : (
          <Trans>Chuyển đơn vị, địa chỉ</Trans>
        )}
      </Button>
      {open && <MoveDialog recipient={recipient} onClose={() => setOpen(false)} />}
    </>
  );
}

function MoveDialog({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { data: options } = useQuery({ ...trpc.awards.filters.queryOptions(), staleTime: 5 * 60_000 });
  const units = (options?.units ?? []).filter(({ validTo }) => validTo === null);
  const isListed = recipient.unitId === null || units.some(({ id }) => id === recipient.unitId);
  const isPerson = recipient.kind === 'individual';
  const form = useCheckedForm<V, Values>(formSchema, {
    unitId: recipient.unitId ?? '',
    positionHeld: recipient.positionHeld,
    place: recipient.place,
    changedOn: '',
    document: '',
  });
  const move = useAction(
    (values: Values) =>
      client.recipients.move.mutate({ ...values, id: idOf(recipient), seenVersion: recipient.version }),
    { done: t`Đã ghi nơi mới`, onDone: onClose },
  );
  return (
    <FormDialog
      title={isPerson ? t`Chuyển công tác, đổi chức vụ` : t`Chuyển đơn vị, địa chỉ`}
      failed={t`Chưa ghi được`}
      confirmLabel={<Trans>Ghi nơi mới</Trans>}
      form={form}
      action={move}
      onClose={onClose}
    >
      <Text c="gray.7">
        <Trans>
          Nơi hiện nay được giữ trong quá trình công tác. Chuyển sang đơn vị khác thì hồ sơ do đơn vị đó quản lý.
        </Trans>
      </Text>
      <FormSelect<V>
        name="unitId"
        label={t`Đơn vị`}
        required
        options={[
          ...(isListed ? [] : [{ value: recipient.unitId as string, label: recipient.unitName ?? '' }]),
          ...units.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        empty={t`Chọn…`}
      />
      {isPerson && <FormText<V> name="positionHeld" label={t`Chức vụ`} />}
      <FormText<V> name="place" label={isPerson ? t`Nơi công tác, địa chỉ` : t`Địa chỉ`} />
      <FormDate<V> name="changedOn" label={t`Kể từ ngày`} required />
      <FormText<V> name="document" label={t`Văn bản`} placeholder={t`Quyết định số, ngày, cơ quan`} />
    </FormDialog>
  );
}
