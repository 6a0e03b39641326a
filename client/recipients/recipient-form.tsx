import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { useLeaveGuard } from '#client/core/form/leave-guard.tsx';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { useMergedSave } from '#client/core/form/use-merged-save.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useWords } from '#client/core/words.ts';
import { RecipientFields } from '#client/recipients/recipient-fields.tsx';
import { draftOf, idOf, type Recipient } from '#client/recipients/recipient-types.ts';
import { type RecipientDraft, recipientDraft } from '#shared/recipients/recipient-page.schema.ts';
import { RECIPIENT_FIELD_LABELS } from '#shared/recipients/recipients.labels.ts';
import { SEX_LABELS } from '#shared/recipients/recipients.schema.ts';

/** Corrects a recipient; the second of two editors chooses field by field. */
export function RecipientForm({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const id = idOf(recipient);
  // What this form began with stays, whatever is asked for again in the background.
  const [base] = useState(() => ({ values: draftOf(recipient), version: recipient.version }));
  const form = useCheckedForm(recipientDraft, base.values);
  const text = (field: keyof RecipientDraft) => ({
    label: label(RECIPIENT_FIELD_LABELS[field]!),
    show: (value: string) => value,
  });
  const { save, retry, pending, problem, dialog } = useMergedSave<RecipientDraft, number>({
    form,
    base,
    fields: {
      name: text('name'),
      sex: { label: label(RECIPIENT_FIELD_LABELS.sex!), show: (value) => (value ? label(SEX_LABELS[value]) : '') },
      birth: text('birth'),
      founded: text('founded'),
      positionHeld: text('positionHeld'),
      place: text('place'),
    },
    write: (draft, seenVersion) => client.recipients.save.mutate({ id, seenVersion, draft }),
    loadTheirs: async () => {
      const theirs = await client.recipients.byId.query({ id });
      return { values: draftOf(theirs), version: theirs.version };
    },
    done: t`Đã lưu hồ sơ`,
    onDone: onClose,
  });
  const leaveQuestion = useLeaveGuard(form.formState.isDirty && !pending);
  const submit = form.handleSubmit(save);
  return (
    <CheckedForm form={form} problem={problem} onSubmit={save}>
      <Stack gap="sm">
        {dialog}
        {leaveQuestion}
        <ProblemAlert problem={generalOf(problem)} title={t`Chưa lưu được hồ sơ`} onRetry={retry} />
        <RecipientFields kind={recipient.kind} />
        <SubmitBar onSave={() => void submit()}>
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng, không lưu</Trans>
          </Button>
          <Button type="submit" loading={pending}>
            <Trans>Lưu</Trans>
          </Button>
        </SubmitBar>
      </Stack>
    </CheckedForm>
  );
}
