import { Trans, useLingui } from '@lingui/react/macro';
import { Group, Modal, Stack } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormDate, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import type { Replication } from '#client/replications/replication-types.ts';
import { REPLICATION_FIELD_LABELS } from '#shared/replications/replications.labels.ts';
import {
  type ReplicationDraft,
  type ReplicationId,
  replicationDraft,
} from '#shared/replications/replications.schema.ts';

/** Changes where, since when, who and how. */
export function EditReplication({ replication, onClose }: { replication: Replication; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const { place, startedOn, leader, steps } = replication;
  const form = useCheckedForm(replicationDraft, { place, startedOn, leader, steps });
  const save = useAction(
    (draft: ReplicationDraft) =>
      client.replications.save.mutate({
        id: replication.id as ReplicationId,
        seenVersion: replication.version,
        draft,
      }),
    { done: t`Đã lưu thông tin nhân rộng`, onDone: onClose },
  );
  const called = (field: keyof ReplicationDraft) => label(REPLICATION_FIELD_LABELS[field]!);
  return (
    <Modal opened onClose={onClose} title={t`Sửa thông tin nhân rộng`} size="lg">
      <CheckedForm form={form} problem={save.problem} onSubmit={(draft) => save.run(draft)}>
        <Stack gap="sm">
          <ProblemAlert problem={generalOf(save.problem)} title={t`Chưa lưu được`} onRetry={save.retry} />
          <FormText<ReplicationDraft> name="place" label={called('place')} required />
          <Group grow align="flex-start">
            <FormDate<ReplicationDraft> name="startedOn" label={called('startedOn')} required />
            <FormText<ReplicationDraft> name="leader" label={called('leader')} required />
          </Group>
          <FormTextarea<ReplicationDraft> name="steps" label={called('steps')} rows={4} />
          <DialogFoot onClose={onClose} pending={save.pending} send={<Trans>Lưu</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
