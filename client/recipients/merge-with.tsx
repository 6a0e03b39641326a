import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { paths } from '#client/core/paths.ts';
import { useAction } from '#client/core/use-action.ts';
import { FormDialog } from '#client/recipients/form-dialog.tsx';
import { RecipientSearch } from '#client/recipients/recipient-search.tsx';
import { idOf, type Recipient } from '#client/recipients/recipient-types.ts';
import { proposeInput } from '#shared/duplicates/duplicates.schema.ts';

const formSchema = z.strictObject({ otherId: proposeInput.shape.otherId });
type V = z.input<typeof formSchema>;
type Values = z.output<typeof formSchema>;

/** Ghép với hồ sơ khác…: when two records are one and the search has not seen it. */
export function MergeWith({ recipient }: { recipient: Recipient }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        <Trans>Ghép với hồ sơ khác…</Trans>
      </Button>
      {open && <Choose recipient={recipient} onClose={() => setOpen(false)} />}
    </>
  );
}

function Choose({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const form = useCheckedForm<V, Values>(formSchema, { otherId: '' });
  const { field, fieldState } = useController({ control: form.control, name: 'otherId' });
  const { name } = recipient;
  const propose = useAction(
    ({ otherId }: Values, idempotencyKey) =>
      client.duplicates.propose.mutate({ recipientId: idOf(recipient), otherId, idempotencyKey }),
    { onDone: ({ id }) => navigate(paths.duplicate.to(id)) },
  );
  const refused = propose.problem?.reasons.find((reason) => reason.field === 'otherId')?.text;
  return (
    <FormDialog
      title={t`Ghép với hồ sơ khác`}
      failed={t`Chưa đặt được hai hồ sơ cạnh nhau`}
      confirmLabel={<Trans>So hai hồ sơ</Trans>}
      form={form}
      action={propose}
      onClose={onClose}
    >
      <Text>
        <Trans>
          Chọn hồ sơ cũng là “{name}”. Trang sau đặt hai hồ sơ cạnh nhau; chưa có gì được ghép cho đến khi bạn chọn từng
          mục và bấm “Ghép hai hồ sơ”.
        </Trans>
      </Text>
      <RecipientSearch
        kind={recipient.kind}
        exceptId={recipient.id}
        value={field.value}
        onChange={field.onChange}
        error={refused ?? (fieldState.error ? t`Tìm rồi chọn một hồ sơ` : undefined)}
      />
    </FormDialog>
  );
}
