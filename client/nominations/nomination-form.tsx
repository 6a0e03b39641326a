import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { useAutosave } from '#client/core/form/autosave.ts';
import { AutosaveStatus } from '#client/core/form/autosave-status.tsx';
import { CheckedForm } from '#client/core/form/checked-form.tsx';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { type Problem, readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { NominationFields } from '#client/nominations/nomination-fields.tsx';
import type { Nomination } from '#client/nominations/nomination-types.ts';
import {
  draftOf,
  draftOfValues,
  type NominationValues,
  type TypedField,
  unreadFields,
  valuesOf,
} from '#client/nominations/nomination-values.ts';
import { PaperPreview } from '#client/nominations/paper-preview.tsx';
import { useNominationMerge } from '#client/nominations/use-nomination-merge.ts';

type Props = { nomination: Nomination };

/** The dossier as its province writes it: saved while typing, sent when complete. */
export function NominationForm({ nomination }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { id } = nomination;
  // What cannot be read is not saved, so it must not be sent as what was saved before either.
  const unreadWords: Record<TypedField, string> = {
    birthYear: t`Năm sinh gồm 4 chữ số, ví dụ 1979`,
    proposalOn: t`Ngày không hợp lệ. Nhập ngày/tháng/năm, ví dụ 15/01/2024`,
    headcount: t`Số người là số nguyên từ 1 đến 1.000.000`,
  };
  const form = useForm<NominationValues>({
    defaultValues: valuesOf(draftOf(nomination)),
    shouldFocusError: false,
    resolver: (values) => {
      const unread = unreadFields(values);
      if (unread.length === 0) return { values, errors: {} };
      const errors = unread.map((field) => [field, { type: 'unread', message: unreadWords[field] }]);
      return { values: {}, errors: Object.fromEntries(errors) };
    },
  });
  // What this screen has seen; a newer version of somebody else must meet a conflict, not be adopted in silence.
  const saved = useRef(draftOf(nomination));
  const [unsaved, setUnsaved] = useState(false);
  const seen = useRef(nomination.version);

  const autosave = useAutosave<NominationValues>(async (values) => {
    const draft = draftOfValues(values, saved.current);
    const { version } = await client.nominations.save
      .mutate({ id, seenVersion: seen.current, draft })
      .catch((error: unknown) => {
        merge.ask(readProblem(error));
        throw error;
      });
    seen.current = version;
    saved.current = draft;
    setUnsaved(unreadFields(values).length > 0);
    queryClient.setQueryData(trpc.nominations.byId.queryOptions({ id }).queryKey, (before) =>
      before
        ? {
            ...before,
            ...draft,
            isBorderArea: draft.isBorderArea ? 1 : 0,
            isSmallCollective: draft.isSmallCollective ? 1 : 0,
            version,
          }
        : before,
    );
    void queryClient.invalidateQueries(trpc.audit.ofRecord.queryFilter({ subjectKind: 'nomination', subjectId: id }));
  });

  const merge = useNominationMerge({
    id,
    base: saved.current,
    mine: form.getValues,
    onMerged: async (values, theirs) => {
      seen.current = theirs.version;
      saved.current = draftOf(theirs);
      form.reset(values, { keepDirty: true });
      autosave.change(values);
      await autosave.flush();
    },
  });

  const { change } = autosave;
  const resting = useRef(false);
  // Two versions wait for a choice: what is typed meanwhile is kept here and goes into it.
  resting.current = merge.waiting;
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values, name }) => name && !resting.current && change(values),
      }),
    [form, change],
  );

  const send = useAction(
    async () => {
      if (!(await autosave.flush())) return false;
      await client.nominations.submit.mutate({ id, seenVersion: seen.current });
      return true;
    },
    { done: (sent) => (sent ? t`Đã gửi hồ sơ đề nghị` : undefined), onProblem: merge.ask },
  );

  const refused = autosave.state.kind === 'refused' ? autosave.state.problem : null;
  const general = refused ?? withoutFields(send.problem);
  return (
    <CheckedForm form={form} problem={send.problem} onSubmit={() => send.run(undefined)}>
      <Stack gap="md">
        {merge.dialog}
        <ProblemAlert
          problem={general?.kind === 'conflict' ? null : general}
          title={refused ? t`Chưa lưu được hồ sơ` : t`Chưa gửi được hồ sơ`}
          onRetry={send.retry}
        />
        <NominationFields kind={nomination.recipientKind} />
        <section>
          <Title order={2} mb={6}>
            <Trans>Nội dung ghi trên Bằng</Trans>
          </Title>
          <LivePreview control={form.control} />
        </section>
        <SubmitBar
          status={<AutosaveStatus state={autosave.state} partly={unsaved} />}
          onSave={() => void autosave.flush()}
        >
          <Button type="submit" loading={send.pending}>
            {nomination.status === 'supplement' ? <Trans>Gửi lại hồ sơ</Trans> : <Trans>Gửi hồ sơ</Trans>}
          </Button>
        </SubmitBar>
      </Stack>
    </CheckedForm>
  );
}

function LivePreview({ control }: { control: ReturnType<typeof useForm<NominationValues>>['control'] }) {
  const [salutation, printedName, printedPlace] = useWatch({
    control,
    name: ['salutation', 'printedName', 'printedPlace'],
  });
  return <PaperPreview draft={{ salutation, printedName, printedPlace }} />;
}

/** Grounds that belong to a field stand in the summary and beside the field, not a third time. */
function withoutFields(problem: Problem | null): Problem | null {
  if (problem === null) return null;
  const reasons = problem.reasons.filter(({ field }) => !field);
  return problem.reasons.length > 0 && reasons.length === 0 ? null : { ...problem, reasons };
}
