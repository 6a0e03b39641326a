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
import { ExemplarFields } from '#client/exemplars/exemplar-fields.tsx';
import { draftOf, type Exemplar } from '#client/exemplars/exemplar-types.ts';
import { EXEMPLAR_FIELD_LABELS } from '#shared/exemplars/exemplars.labels.ts';
import {
  EXEMPLAR_KIND_LABELS,
  type ExemplarDraft,
  type ExemplarId,
  exemplarDraft,
} from '#shared/exemplars/exemplars.schema.ts';

/** Changes an exemplar; the second of two editors chooses field by field. */
export function ExemplarForm({ exemplar, onClose }: { exemplar: Exemplar; onClose: () => void }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const id = exemplar.id as ExemplarId;
  // What this form began with stays, whatever is asked for again in the background.
  const [base] = useState(() => ({ values: draftOf(exemplar), version: exemplar.version }));
  const form = useCheckedForm(exemplarDraft, base.values);
  const text = (field: keyof ExemplarDraft) => ({
    label: label(EXEMPLAR_FIELD_LABELS[field]!),
    show: (value: string) => value,
  });
  const { save, retry, pending, problem, dialog } = useMergedSave<ExemplarDraft, number>({
    form,
    base,
    fields: {
      kind: { label: label(EXEMPLAR_FIELD_LABELS.kind!), show: (kind) => label(EXEMPLAR_KIND_LABELS[kind]) },
      title: text('title'),
      presenter: text('presenter'),
      place: text('place'),
      field: text('field'),
      story: { ...text('story'), canJoin: true },
      source: text('source'),
    },
    write: (draft, seenVersion) => client.exemplars.save.mutate({ id, seenVersion, draft }),
    loadTheirs: async () => {
      const theirs = await client.exemplars.byId.query({ id });
      return { values: draftOf(theirs), version: theirs.version };
    },
    done: t`Đã lưu điển hình`,
    onDone: onClose,
  });
  const leaveQuestion = useLeaveGuard(form.formState.isDirty && !pending);
  const submit = form.handleSubmit(save);
  return (
    <CheckedForm form={form} problem={problem} onSubmit={save}>
      <Stack gap="sm">
        {dialog}
        {leaveQuestion}
        <ProblemAlert problem={generalOf(problem)} title={t`Chưa lưu được điển hình`} onRetry={retry} />
        <ExemplarFields />
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
