import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Modal, SimpleGrid, Stack } from '@mantine/core';
import { useController, useFormContext } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Member, Recommendation, RecommendationsOfYear } from '#client/conferences/conference-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { fieldId } from '#client/core/form/field-id.ts';
import { FormDate, FormNumber, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { useMergingSave } from '#client/core/form/merging-save.ts';
import { wordIssue } from '#client/core/form/word-issue.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { RECOMMENDATION_FIELD_LABELS } from '#shared/conferences/conferences.labels.ts';
import { type RecommendationDraft, recommendationDraft } from '#shared/conferences/recommendations.schema.ts';
import { formatDate, isIsoDate } from '#shared/core/dates.ts';

/** As the server takes it, but a due date left empty is text of no letters on the screen. */
const formSchema = z.strictObject({
  ...recommendationDraft.shape,
  dueOn: z.string().check(z.refine((text) => text === '' || isIsoDate(text), { error: 'date.impossible' })),
});
type Values = z.infer<typeof formSchema>;

type Props = {
  /** Null for a new one. */
  row: Recommendation | null;
  data: RecommendationsOfYear;
  conference: NonNullable<RecommendationsOfYear['conference']>;
  onClose: () => void;
};

/** A recommendation as the standing office writes it; each ticked unit gets a task of its own. */
export function RecommendationDialog({ row, data, conference, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const begin = row ? valuesOf(row) : newValues(data, conference.heldOn);
  const form = useCheckedForm(formSchema, begin);
  const clusterYearId = data.clusterYear.id as ClusterYearId;
  const merging = useMergingSave<Values>({
    fields: useFields(data.members),
    begin,
    version: row?.version ?? 0,
    read: () => structuredClone(form.getValues()) as Values,
    put: (values) => form.reset(values, { keepDefaultValues: true }),
    send: (values, seenVersion, idempotencyKey) =>
      row
        ? client.recommendations.save.mutate({ id: row.id, seenVersion, draft: draftOf(values) })
        : client.recommendations.create.mutate({
            conferenceId: conference.id,
            draft: draftOf(values),
            idempotencyKey,
          }),
    load: async () => {
      const { rows } = await client.recommendations.ofYear.query({ clusterYearId });
      const fresh = rows.find(({ id }) => id === row?.id);
      if (!fresh) throw new Error('the recommendation is gone');
      return { values: valuesOf(fresh), version: fresh.version };
    },
    done: t`Đã lưu ý kiến`,
    onDone: onClose,
  });
  const title = row ? t`Sửa ý kiến số ${row.number}` : t`Thêm ý kiến chỉ đạo, đề nghị`;
  return (
    <Modal opened onClose={onClose} title={title} size="xl">
      <CheckedForm form={form} problem={merging.problem} onSubmit={(values) => void merging.save(values)}>
        <Stack gap="sm">
          {merging.dialog}
          <ProblemAlert
            problem={generalOf(merging.problem)}
            title={t`Chưa lưu được ý kiến`}
            onRetry={() => void merging.retry()}
          />
          <FormTextarea<Values> name="content" label={t`Nội dung`} required rows={2} />
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
            <FormNumber<Values> name="number" label={t`Số thứ tự`} decimals={0} required />
            <FormDate<Values> name="madeOn" label={t`Ngày ghi nhận`} required />
            <FormDate<Values> name="dueOn" label={t({ message: 'Thời hạn', context: 'due date' })} />
          </SimpleGrid>
          <FormText<Values> name="madeBy" label={t`Người nêu ý kiến`} description={t`Họ tên, chức vụ`} required />
          <LeadUnitsField members={data.members} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <FormText<Values> name="leadOffice" label={t`Cơ quan chủ trì`} description={t`Ví dụ: Sở Nội vụ 7 tỉnh`} />
            <FormText<Values> name="coordinating" label={t`Cơ quan phối hợp`} description={t`Nếu có`} />
          </SimpleGrid>
          <FormTextarea<Values> name="measure" label={t`Cách đo`} rows={2} />
          <DialogFoot onClose={onClose} pending={merging.pending} send={<Trans>Lưu ý kiến</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}

/** Đơn vị thực hiện: all members in one press, or some. */
function LeadUnitsField({ members }: { members: readonly Member[] }) {
  const { t } = useLingui();
  const { control } = useFormContext<Values>();
  const { field, fieldState } = useController({ control, name: 'leadUnitIds' });
  const all = members.map(({ unitId }) => unitId);
  const isAll = field.value.length === all.length;
  return (
    <Checkbox.Group
      id={fieldId('leadUnitIds')}
      label={t`Đơn vị thực hiện`}
      description={t`Mỗi đơn vị được chọn có một việc phải báo kết quả`}
      required
      value={field.value}
      onChange={field.onChange}
      error={wordIssue(fieldState.error?.message)}
    >
      <Group gap="md" mt={4}>
        {members.map(({ unitId, name }) => (
          <Checkbox key={unitId} value={unitId} label={name} />
        ))}
        <Button size="compact-xs" variant="default" onClick={() => field.onChange(isAll ? [] : all)}>
          {isAll ? <Trans>Bỏ chọn tất cả</Trans> : <Trans>Chọn tất cả ({all.length})</Trans>}
        </Button>
      </Group>
    </Checkbox.Group>
  );
}

function useFields(members: readonly Member[]) {
  const { label } = useWords();
  const called = (name: string) => label(RECOMMENDATION_FIELD_LABELS[name]!);
  const text = (name: string) => ({ label: called(name), show: (value: string) => value });
  const date = (name: string) => ({ label: called(name), show: (value: string) => formatDate(value) });
  const names = (unitIds: readonly string[]) =>
    members.filter(({ unitId }) => unitIds.includes(unitId)).map(({ name }) => name);
  return {
    number: { label: called('number'), show: String },
    content: text('content'),
    madeBy: text('madeBy'),
    madeOn: date('madeOn'),
    leadOffice: text('leadOffice'),
    leadUnitIds: {
      label: called('leadUnits'),
      show: (value: readonly string[]) => names(value).join(', '),
      canJoin: true,
    },
    coordinating: text('coordinating'),
    measure: text('measure'),
    dueOn: date('dueOn'),
  };
}

const draftOf = ({ dueOn, ...values }: Values): RecommendationDraft => ({ ...values, dueOn: dueOn || null });

function valuesOf(row: Recommendation): Values {
  const { number, content, madeBy, madeOn, leadOffice, coordinating, measure, dueOn, tasks } = row;
  const leadUnitIds = tasks.map(({ unitId }) => unitId as Values['leadUnitIds'][number]);
  return { number, content, madeBy, madeOn, leadOffice, leadUnitIds, coordinating, measure, dueOn: dueOn ?? '' };
}

function newValues({ rows }: RecommendationsOfYear, heldOn: string): Values {
  const number = Math.max(0, ...rows.map((row) => row.number)) + 1;
  const empty = { content: '', leadOffice: '', leadUnitIds: [], coordinating: '', measure: '', dueOn: '' };
  return { ...empty, number, madeBy: rows.at(-1)?.madeBy ?? '', madeOn: heldOn };
}
