import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormCheckbox, FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { type Decision, seenOf } from '#client/decisions/decision-types.ts';
import { LinesField } from '#client/decisions/lines-field.tsx';
import { type DecisionDraft, decisionDraft, signatoryCapacity } from '#shared/decisions/decisions.schema.ts';
import { commendationWay, WAY_LABELS } from '#shared/nominations/nominations.schema.ts';

/** The text of a draft. Number and date are not here: the clerk gives them after signing. */
export function DecisionForm({ decision }: { decision: Decision }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const form = useCheckedForm(decisionDraft, decision.draft);
  const save = useAction((draft: DecisionDraft) => client.decisions.save.mutate({ ...seenOf(decision), draft }), {
    done: t`Đã lưu dự thảo`,
  });
  const send = form.handleSubmit((draft) => void save.run(draft));

  return (
    <CheckedForm form={form} onSubmit={(draft) => void save.run(draft)} problem={save.problem}>
      <Stack gap="sm" maw={860}>
        <ProblemAlert problem={save.problem} title={t`Chưa lưu được dự thảo`} onRetry={() => void save.retry()} />
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
          <Button type="submit" loading={save.pending} disabled={!form.formState.isDirty}>
            <Trans>Lưu dự thảo</Trans>
          </Button>
        </SubmitBar>
      </Stack>
    </CheckedForm>
  );
}
