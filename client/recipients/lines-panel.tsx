import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { Link } from 'react-router';
import * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormDate, FormText } from '#client/core/form/form-fields.tsx';
import { paths } from '#client/core/paths.ts';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { FormDialog } from '#client/recipients/form-dialog.tsx';
import { RecipientSearch } from '#client/recipients/recipient-search.tsx';
import { idOf, type Recipient } from '#client/recipients/recipient-types.ts';
import css from '#client/recipients/recipients.module.css';
import { formatDate } from '#shared/core/dates.ts';
import { addLine, LINE_DIRECTION_LABELS, lineDirection } from '#shared/recipients/recipient-page.schema.ts';
import { RECIPIENT_FIELD_LABELS } from '#shared/recipients/recipients.labels.ts';

type Line = Recipient['lines'][number];

/** What the line is called on the page of this collective. */
function seenFrom({ kind, fromRecipientId }: Line, id: string): 'into' | 'out' | 'of' | 'from' {
  const isOnward = fromRecipientId === id;
  if (kind === 'merged') return isOnward ? 'into' : 'of';
  return isOnward ? 'out' : 'from';
}

/** Sáp nhập, chia tách: collectives this one came from and went into. */
export function Lines({ recipient }: { recipient: Recipient }) {
  const { t } = useLingui();
  const { label } = useWords();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Line | null>(null);
  const { id, lines, actions } = recipient;
  const mayChange = actions.save.allowed;
  return (
    <section>
      <Title order={2} mb={6}>
        <Trans>Sáp nhập, chia tách</Trans>
      </Title>
      {lines.length === 0 ? (
        <Text c="gray.7">
          <Trans>Chưa ghi sáp nhập, chia tách nào.</Trans>
        </Text>
      ) : (
        <ul className={css.plain}>
          {lines.map((line) => {
            const isOnward = line.fromRecipientId === id;
            const name = isOnward ? line.toName : line.fromName;
            const isOpen = (isOnward ? line.isToOpen : line.isFromOpen) === 1;
            return (
              <li key={line.id}>
                {label(RECIPIENT_FIELD_LABELS[seenFrom(line, id)]!)}{' '}
                {isOpen ? (
                  <Anchor
                    component={Link}
                    to={paths.recipient.to(isOnward ? line.toRecipientId : line.fromRecipientId)}
                  >
                    {name}
                  </Anchor>
                ) : (
                  name
                )}
                {mayChange && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    className="no-print"
                    aria-label={t`Gỡ quan hệ với ${name}`}
                    onClick={() => setRemoving(line)}
                  >
                    <Trans>Gỡ</Trans>
                  </Button>
                )}
                <Text size="sm" c="gray.7">
                  {[formatDate(line.onDate), line.document].filter(Boolean).join(' · ')}
                </Text>
              </li>
            );
          })}
        </ul>
      )}
      {mayChange && (
        <Button size="xs" variant="default" mt="xs" className="no-print" onClick={() => setAdding(true)}>
          <Trans>Ghi sáp nhập, chia tách</Trans>
        </Button>
      )}
      {adding && <AddLine recipient={recipient} onClose={() => setAdding(false)} />}
      {removing && <RemoveLine recipient={recipient} line={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}

const { direction, otherId, onDate, document } = addLine.shape;
const formSchema = z.strictObject({ direction, otherId, onDate, document });
type V = z.input<typeof formSchema>;
type Values = z.output<typeof formSchema>;

function AddLine({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const form = useCheckedForm<V, Values>(formSchema, { direction: 'into', otherId: '', onDate: '', document: '' });
  const { field, fieldState } = useController({ control: form.control, name: 'otherId' });
  const add = useAction(
    (values: Values) =>
      client.recipients.addLine.mutate({ ...values, id: idOf(recipient), seenVersion: recipient.version }),
    { done: t`Đã ghi sáp nhập, chia tách`, onDone: onClose },
  );
  const refused = add.problem?.reasons.find((reason) => reason.field === 'otherId')?.text;
  return (
    <FormDialog
      title={t`Ghi sáp nhập, chia tách`}
      failed={t`Chưa ghi được`}
      confirmLabel={<Trans>Ghi</Trans>}
      form={form}
      action={add}
      onClose={onClose}
    >
      <FormSelect<V>
        name="direction"
        label={t`“${recipient.name}”`}
        required
        options={lineDirection.options.map((value) => ({ value, label: label(LINE_DIRECTION_LABELS[value]) }))}
      />
      <RecipientSearch
        kind="collective"
        exceptId={recipient.id}
        value={field.value}
        onChange={field.onChange}
        error={refused ?? (fieldState.error ? t`Tìm rồi chọn một tập thể` : undefined)}
      />
      <FormDate<V> name="onDate" label={t`Ngày`} required />
      <FormText<V> name="document" label={t`Văn bản`} placeholder={t`Quyết định số, ngày, cơ quan`} />
    </FormDialog>
  );
}

function RemoveLine({ recipient, line, onClose }: { recipient: Recipient; line: Line; onClose: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const name = line.fromRecipientId === recipient.id ? line.toName : line.fromName;
  const remove = useAction(
    (reason: string) =>
      client.recipients.removeLine.mutate({
        id: idOf(recipient),
        seenVersion: recipient.version,
        lineId: line.id as never,
        reason,
      }),
    { done: t`Đã gỡ`, onDone: onClose },
  );
  return (
    <ConfirmDialog
      title={t`Gỡ sáp nhập, chia tách ghi nhầm`}
      confirmLabel={t`Gỡ`}
      danger
      reason={{ label: t`Lý do`, required: true, description: t`Lịch sử cập nhật giữ lại lý do này.` }}
      pending={remove.pending}
      problem={remove.problem}
      onRetry={() => void remove.retry()}
      onClose={onClose}
      onConfirm={({ reason }) => void remove.run(reason)}
    >
      <Trans>Quan hệ với “{name}” sẽ không còn; lượt khen của hai bên không tính chung nữa.</Trans>
    </ConfirmDialog>
  );
}
