import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Conference } from '#client/conferences/conference-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormDate, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ofForm, useMergingSave } from '#client/core/form/merging-save.ts';
import type { Problem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { CONFERENCE_FIELD_LABELS } from '#shared/conferences/conferences.labels.ts';
import { type ConferenceHead, conferenceHead } from '#shared/conferences/conferences.schema.ts';
import { formatDate } from '#shared/core/dates.ts';

type New = { clusterYearId: ClusterYearId; title: string; onClose: () => void };

/** Sets up the conference of a year. */
export function NewConferenceDialog({ clusterYearId, title, onClose }: New) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const form = useCheckedForm(conferenceHead, { title, heldOn: '', place: '', chairedBy: '', secretary: '' });
  const create = useAction(
    (head: ConferenceHead, idempotencyKey) =>
      client.conferences.create.mutate({ clusterYearId, ...head, idempotencyKey }),
    { done: t`Đã lập Hội nghị`, onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={t`Lập Hội nghị`} size="lg">
      <CheckedForm form={form} problem={create.problem} onSubmit={(head) => void create.run(head)}>
        <HeadFields
          problem={create.problem}
          problemTitle={t`Chưa lập được Hội nghị`}
          onRetry={() => void create.retry()}
          onClose={onClose}
          pending={create.pending}
          submit={<Trans>Lập Hội nghị</Trans>}
        />
      </CheckedForm>
    </Modal>
  );
}

/** Title, day, place, who leads and who writes. */
export function HeadDialog({
  conference,
  clusterYearId,
  onClose,
}: {
  conference: Conference;
  clusterYearId: ClusterYearId;
  onClose: () => void;
}) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const form = useCheckedForm(conferenceHead, conference.head);
  const field = (name: keyof ConferenceHead) => ({
    label: label(CONFERENCE_FIELD_LABELS[name]!),
    show: (value: string) => (name === 'heldOn' ? formatDate(value) : value),
  });
  const merging = useMergingSave<ConferenceHead>({
    fields: {
      title: field('title'),
      heldOn: field('heldOn'),
      place: field('place'),
      chairedBy: field('chairedBy'),
      secretary: field('secretary'),
    },
    begin: conference.head,
    version: conference.version,
    ...ofForm<ConferenceHead>(form),
    send: (head, seenVersion) => client.conferences.save.mutate({ id: conference.id, seenVersion, head }),
    load: async () => {
      const fresh = (await client.conferences.ofYear.query({ clusterYearId })).conference;
      if (!fresh) throw new Error('the conference is gone');
      return { values: fresh.head, version: fresh.version };
    },
    done: t`Đã lưu thông tin Hội nghị`,
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t`Thông tin Hội nghị`} size="lg">
      <CheckedForm form={form} problem={merging.problem} onSubmit={(head) => void merging.save(head)}>
        {merging.dialog}
        <HeadFields
          problem={merging.problem}
          problemTitle={t`Chưa lưu được thông tin Hội nghị`}
          onRetry={() => void merging.retry()}
          onClose={onClose}
          pending={merging.pending}
          submit={<Trans>Lưu</Trans>}
        />
      </CheckedForm>
    </Modal>
  );
}

type FieldsProps = {
  problem: Problem | null;
  problemTitle: string;
  onRetry: () => void;
  onClose: () => void;
  pending: boolean;
  submit: ReactNode;
};

function HeadFields({ problem, problemTitle, onRetry, onClose, pending, submit }: FieldsProps) {
  const { t } = useLingui();
  return (
    <Stack gap="sm">
      <ProblemAlert problem={generalOf(problem)} title={problemTitle} onRetry={onRetry} />
      <FormTextarea<ConferenceHead> name="title" label={t`Tên Hội nghị`} required rows={2} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <FormDate<ConferenceHead> name="heldOn" label={t`Ngày tổ chức`} required />
        <FormText<ConferenceHead> name="place" label={t`Địa điểm`} />
      </SimpleGrid>
      <FormText<ConferenceHead> name="chairedBy" label={t`Chủ trì`} description={t`Họ tên, chức vụ`} />
      <FormText<ConferenceHead> name="secretary" label={t`Thư ký`} />
      <DialogFoot onClose={onClose} pending={pending} send={submit} />
    </Stack>
  );
}
