import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormDate, FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { Replication } from '#client/replications/replication-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { addReplicationEntry, type ReplicationId } from '#shared/replications/replications.schema.ts';

/** Tiến độ: what was done on which day, newest first, with a line to add one. */
export function ReplicationEntries({ replication }: { replication: Replication }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [removing, setRemoving] = useState<Replication['entries'][number] | null>(null);
  const id = replication.id as ReplicationId;
  const remove = useAction(
    (entryId: string) => client.replications.removeEntry.mutate({ id, entryId: entryId as never }),
    { done: t`Đã gỡ dòng tiến độ`, onDone: () => setRemoving(null) },
  );
  return (
    <section aria-label={t`Tiến độ`}>
      <Title order={2} mb={6}>
        <Trans>Tiến độ</Trans>
      </Title>
      <Stack gap="xs">
        {replication.mayEdit && <AddEntry id={id} />}
        {replication.entries.length === 0 && (
          <Text c="gray.7">
            <Trans>Chưa ghi tiến độ nào.</Trans>
          </Text>
        )}
        {replication.entries.map((entry) => {
          const day = formatDate(entry.onDate);
          return (
            <Group key={entry.id} align="flex-start" wrap="nowrap" gap="xs">
              <Text className="tabular" style={{ whiteSpace: 'nowrap' }}>
                {day}
              </Text>
              <div style={{ flex: 1, whiteSpace: 'pre-line' }}>
                {entry.content}{' '}
                <Text span size="sm" c="gray.7">
                  ({entry.enteredBy})
                </Text>
              </div>
              {replication.mayEdit && (
                <ActionIcon
                  variant="subtle"
                  aria-label={t`Gỡ dòng tiến độ ngày ${day}`}
                  onClick={() => setRemoving(entry)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          );
        })}
      </Stack>
      {removing && (
        <ConfirmDialog
          title={t`Gỡ dòng tiến độ`}
          confirmLabel={t`Gỡ dòng tiến độ`}
          danger
          pending={remove.pending}
          problem={remove.problem}
          onRetry={() => void remove.retry()}
          onClose={() => setRemoving(null)}
          onConfirm={() => void remove.run(removing.id)}
        >
          <Trans>“{removing.content}” sẽ không còn ở đây; lịch sử cập nhật vẫn giữ lại.</Trans>
        </ConfirmDialog>
      )}
    </section>
  );
}

const entrySchema = z.strictObject({
  onDate: addReplicationEntry.shape.onDate,
  content: addReplicationEntry.shape.content,
});
type Entry = z.output<typeof entrySchema>;

function AddEntry({ id }: { id: ReplicationId }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const { today } = useSession();
  const form = useCheckedForm<Entry, Entry>(entrySchema, { onDate: today, content: '' });
  const add = useAction(
    (entry: Entry, idempotencyKey) => client.replications.addEntry.mutate({ id, ...entry, idempotencyKey }),
    { done: t`Đã ghi tiến độ`, onDone: () => form.reset() },
  );
  return (
    <CheckedForm form={form} problem={add.problem} onSubmit={(entry) => add.run(entry)}>
      <Stack gap="xs">
        <ProblemAlert problem={generalOf(add.problem)} title={t`Chưa ghi được tiến độ`} onRetry={add.retry} />
        <Group align="flex-end" gap="xs">
          <div style={{ width: 170 }}>
            <FormDate<Entry> name="onDate" label={t`Ngày`} required />
          </div>
          <div style={{ flex: 1, minWidth: 220 }}>
            <FormTextarea<Entry> name="content" label={t`Nội dung tiến độ`} rows={1} required />
          </div>
          <Button type="submit" variant="default" loading={add.pending}>
            <Trans>Ghi tiến độ</Trans>
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}
