import { Trans, useLingui } from '@lingui/react/macro';
import { Group, Modal, Radio, Stack, Text, Title } from '@mantine/core';
import { useController, useFormContext } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Recommendation, Task } from '#client/conferences/conference-types.ts';
import css from '#client/conferences/conferences.module.css';
import { TaskBadge } from '#client/conferences/task-badge.tsx';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ofForm, useMergingSave } from '#client/core/form/merging-save.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { RECOMMENDATION_TASK_FIELD_LABELS } from '#shared/conferences/conferences.labels.ts';
import {
  reportTask,
  TASK_STATUS_LABELS,
  type TaskStatus,
  taskStatus,
} from '#shared/conferences/recommendations.schema.ts';
import { formatDate, formatInstant } from '#shared/core/dates.ts';

const formSchema = z.strictObject({ status: reportTask.shape.status, outcome: reportTask.shape.outcome });
type Values = { status: TaskStatus; outcome: string };

type Props = { row: Recommendation; task: Task; today: string; clusterYearId: string; onClose: () => void };

/** What one unit does about one recommendation: reported by the unit, read by all members. */
export function TaskDialog({ row, task, clusterYearId, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const mayReport = task.isMine && task.report.allowed;
  const due = row.dueOn && formatDate(row.dueOn);
  return (
    <Modal opened onClose={onClose} title={t`${task.unitName}: ý kiến số ${row.number}`} size="lg">
      <Stack gap="sm">
        <Text>{row.content}</Text>
        <Text size="sm" c="gray.7">
          {due ? <Trans>Thời hạn {due}</Trans> : <Trans>Không ghi thời hạn</Trans>}
          {row.measure && <Trans> · cách đo: {row.measure}</Trans>}
        </Text>
        {mayReport ? (
          <ReportForm row={row} task={task} clusterYearId={clusterYearId as ClusterYearId} onClose={onClose} />
        ) : (
          <Reported task={task} />
        )}
        {task.isMine && !task.report.allowed && (
          <Text component="div" c="gray.7">
            <Reasons reasons={task.report.reasons} />
          </Text>
        )}
        <section>
          <Title order={3} mb={4}>
            <Trans>Tài liệu minh chứng</Trans>
          </Title>
          <Attachments subjectKind="recommendation-task" subjectId={task.id} files={task.files} editable={mayReport} />
        </section>
        <section>
          <Title order={3} mb={4}>
            <Trans>Lịch sử cập nhật</Trans>
          </Title>
          <RecordHistory subjectKind="recommendation-task" subjectId={task.id} />
        </section>
      </Stack>
    </Modal>
  );
}

function Reported({ task }: { task: Task }) {
  const { outcome, reportedAt, reportedByName } = task;
  const at = reportedAt && formatInstant(reportedAt);
  return (
    <Stack gap={4}>
      <div>
        <TaskBadge task={task} />{' '}
        {at && (
          <Text span size="sm" c="gray.7">
            <Trans>
              {reportedByName} báo lúc {at}
            </Trans>
          </Text>
        )}
      </div>
      {outcome !== '' && <p className={css.quote}>{outcome}</p>}
    </Stack>
  );
}

type FormProps = { row: Recommendation; task: Task; clusterYearId: ClusterYearId; onClose: () => void };

function ReportForm({ row, task, clusterYearId, onClose }: FormProps) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const begin: Values = { status: task.status, outcome: task.outcome };
  const form = useCheckedForm(formSchema, begin);
  const called = (name: string) => label(RECOMMENDATION_TASK_FIELD_LABELS[name]!);
  const merging = useMergingSave<Values>({
    fields: {
      status: { label: called('status'), show: (status) => label(TASK_STATUS_LABELS[status]) },
      outcome: { label: called('outcome'), show: (outcome) => outcome, canJoin: true },
    },
    begin,
    version: task.version,
    ...ofForm<Values>(form),
    send: (values, seenVersion) => client.recommendations.reportTask.mutate({ id: task.id, seenVersion, ...values }),
    load: async () => {
      const { rows } = await client.recommendations.ofYear.query({ clusterYearId });
      const fresh = rows.find(({ id }) => id === row.id)?.tasks.find(({ id }) => id === task.id);
      if (!fresh) throw new Error('the task is gone');
      return { values: { status: fresh.status, outcome: fresh.outcome }, version: fresh.version };
    },
    done: t`Đã báo kết quả thực hiện`,
    onDone: onClose,
  });
  return (
    <CheckedForm form={form} problem={merging.problem} onSubmit={(values) => void merging.save(values)}>
      <Stack gap="sm">
        {merging.dialog}
        <ProblemAlert
          problem={generalOf(merging.problem)}
          title={t`Chưa báo được kết quả`}
          onRetry={() => void merging.retry()}
        />
        <StatusField />
        <FormTextarea<Values>
          name="outcome"
          label={t`Kết quả thực hiện`}
          description={t`Bắt buộc khi đã hoàn thành: làm được gì, số liệu theo cách đo`}
          rows={3}
        />
        <DialogFoot onClose={onClose} pending={merging.pending} send={<Trans>Báo kết quả</Trans>} />
      </Stack>
    </CheckedForm>
  );
}

function StatusField() {
  const { t } = useLingui();
  const { label } = useWords();
  const { control } = useFormContext<Values>();
  const { field } = useController({ control, name: 'status' });
  return (
    <Radio.Group label={t`Tình trạng`} required value={field.value} onChange={field.onChange}>
      <Group gap="md" mt={4}>
        {taskStatus.options.map((status) => (
          <Radio key={status} value={status} label={label(TASK_STATUS_LABELS[status])} />
        ))}
      </Group>
    </Radio.Group>
  );
}
