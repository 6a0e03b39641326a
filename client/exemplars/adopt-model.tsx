import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormDate, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import type { Exemplar } from '#client/exemplars/exemplar-types.ts';
import { REPLICATION_FIELD_LABELS } from '#shared/replications/replications.labels.ts';
import { type ReplicationDraft, replicationDraft } from '#shared/replications/replications.schema.ts';

/** Áp dụng mô hình này: offered to a unit that is not the model's and has not taken it up. */
export function AdoptModel({ exemplar }: { exemplar: Exemplar }) {
  const { clusterYear } = useSession();
  const [open, setOpen] = useState(false);
  const unitId = exemplar.mayAdoptFor[0];
  if (!unitId || !clusterYear) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans>Áp dụng mô hình này</Trans>
      </Button>
      {open && <AdoptDialog exemplar={exemplar} unitId={unitId} onClose={() => setOpen(false)} />}
    </>
  );
}

type Props = { exemplar: Exemplar; unitId: string; onClose: () => void };

function AdoptDialog({ exemplar, unitId, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { clusterYear, today } = useSession();
  const { title } = exemplar;
  const form = useCheckedForm(replicationDraft, { place: '', startedOn: today, leader: '', steps: '' });
  const create = useAction(
    (draft: ReplicationDraft, idempotencyKey) =>
      client.replications.create.mutate({
        exemplarId: exemplar.id as never,
        clusterYearId: clusterYear?.id as never,
        unitId: unitId as never,
        draft,
        idempotencyKey,
      }),
    { done: t`Đã ghi việc áp dụng mô hình`, onDone: ({ id }) => navigate(paths.replication.to(id)) },
  );
  const called = (field: keyof ReplicationDraft) => label(REPLICATION_FIELD_LABELS[field]!);
  return (
    <Modal opened onClose={onClose} title={t`Áp dụng mô hình này`} size="lg">
      <CheckedForm form={form} problem={create.problem} onSubmit={(draft) => create.run(draft)}>
        <Stack gap="sm">
          <Text fw={600}>{title}</Text>
          <ProblemAlert problem={generalOf(create.problem)} title={t`Chưa ghi được`} onRetry={create.retry} />
          <FormText<ReplicationDraft>
            name="place"
            label={called('place')}
            placeholder={t`Xã, bản, cơ quan áp dụng`}
            required
          />
          <Group grow align="flex-start">
            <FormDate<ReplicationDraft> name="startedOn" label={called('startedOn')} required />
            <FormText<ReplicationDraft> name="leader" label={called('leader')} required />
          </Group>
          <FormTextarea<ReplicationDraft> name="steps" label={called('steps')} rows={3} />
          <DialogFoot onClose={onClose} pending={create.pending} send={<Trans>Áp dụng</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
