import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormCheckbox, FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { useLeaveGuard } from '#client/core/form/leave-guard.tsx';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { isSameValue } from '#client/core/form/three-way.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { type Decision, seenOf } from '#client/decisions/decision-types.ts';
import { LinesField } from '#client/decisions/lines-field.tsx';
import { useDecisionMerge } from '#client/decisions/use-decision-merge.ts';
import { type DecisionDraft, decisionDraft, signatoryCapacity } from '#shared/decisions/decisions.schema.ts';
import { commendationWay, WAY_LABELS } from '#shared/nominations/nominations.schema.ts';

/** The text of a draft. Number and date are not here: the clerk gives them after signing. */
export function DecisionForm({ decision }: { decision: Decision }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const form = useCheckedForm(decisionDraft, decision.draft);
  const { isDirty } = form.formState;
  // What this form began with; a newer text of somebody else must meet a conflict, not be adopted in silence.
  const seen = useRef(decision);
  const write = async (draft: DecisionDraft) => {
    const sent = structuredClone(form.getValues());
    const { version } = await client.decisions.save.mutate({ ...seenOf(seen.current), draft });
    seen.current = { ...seen.current, draft, version };
    const typed = structuredClone(form.getValues());
    form.reset(draft);
    // What was typed while it was being saved stays, unsaved.
    for (const name of Object.keys(typed) as (keyof DecisionDraft)[])
      if (!isSameValue(typed[name], sent[name])) form.setValue(name, typed[name], { shouldDirty: true });
  };
  const save = useAction(write, { done: t`Đã lưu dự thảo`, onProblem: (problem) => merge.ask(problem) });
  const merge = useDecisionMerge({
    base: seen.current.draft,
    mine: form.getValues,
    loadTheirs: () => client.decisions.byId.query({ id: seenOf(decision).id }),
    onMerged: async (draft, theirs) => {
      seen.current = theirs;
      form.reset(theirs.draft);
      form.reset(draft, { keepDefaultValues: true });
      await write(draft);
      save.dismiss();
      await queryClient.invalidateQueries();
    },
  });

  // Where nothing is typed here, or only the list of names moved, the newer version is simply the present one.
  useEffect(() => {
    if (decision.version <= seen.current.version) return;
    const isSameText = isSameValue(decision.draft, seen.current.draft);
    if (isDirty && !isSameText) return;
    seen.current = decision;
    if (!isSameText) form.reset(decision.draft);
  }, [decision, isDirty, form]);

  const leaveQuestion = useLeaveGuard(isDirty && !save.pending);
  const send = form.handleSubmit((draft) => void save.run(draft));

  return (
    <CheckedForm form={form} onSubmit={(draft) => void save.run(draft)} problem={save.problem}>
      <Stack gap="sm" maw={860}>
        {merge.dialog}
        {leaveQuestion}
        <ProblemAlert
          problem={save.problem?.kind === 'conflict' ? null : save.problem}
          title={t`Chưa lưu được dự thảo`}
          onRetry={() => void save.retry()}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <FormText name="headerOrg" label={t`Cơ quan ban hành`} required />
          <FormText name="place" label={t`Địa danh`} required />
        </SimpleGrid>
        <FormText name="issuerLine" label={t`Thẩm quyền ban hành`} required />
        <FormText name="subject" label={t`Trích yếu`} required />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <FormSelect
            name="way"
            label={t`Loại hình khen thưởng`}
            description={t`Quyết định việc tính khen thưởng này về sau.`}
            required
            options={commendationWay.options.map((value) => ({ value, label: label(WAY_LABELS[value]) }))}
          />
          <FormText
            name="submissionLetter"
            label={t`Tờ trình`}
            description={t`Ví dụ: Tờ trình số 74/TTr-SNV ngày 23/02/2024`}
          />
        </SimpleGrid>
        <LinesField name="legalBases" label={t`Căn cứ ban hành`} description={t`Mỗi căn cứ một dòng.`} />
        <LinesField name="articles" label={t`Các điều`} description={t`Mỗi điều một dòng, không ghi “Điều 1.”`} />
        <FormTextarea
          name="commonSentence"
          label={t`Câu ghi trên bằng`}
          description={t`Một câu chung cho cả quyết định; thành tích của từng người ở danh sách trích ngang.`}
          required
          rows={2}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <FormSelect
            name="signatoryCapacity"
            label={t`Quyền hạn, chức vụ`}
            required
            options={signatoryCapacity.options.map((value) => ({ value, label: value }))}
          />
          <FormText name="signatoryName" label={t`Người ký`} required />
        </SimpleGrid>
        <FormCheckbox name="qrOnCertificates" label={t`In mã QR xác thực trên bằng`} />
        <SubmitBar
          status={
            <Text size="sm" c="gray.7">
              <Trans>Số và ngày do văn thư cấp sau khi ký, ghi ở bước cuối.</Trans>
            </Text>
          }
          onSave={() => void send()}
        >
          <Button type="submit" loading={save.pending} disabled={!isDirty}>
            <Trans>Lưu dự thảo</Trans>
          </Button>
        </SubmitBar>
      </Stack>
    </CheckedForm>
  );
}
