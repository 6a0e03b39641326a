import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Modal, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormContext } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { YearForm } from '#client/clusters/cluster-types.ts';
import { StageFields } from '#client/clusters/stage-fields.tsx';
import { draftOf, stagesText, type YearValues, yearSchema, yearValuesOf } from '#client/clusters/year-values.ts';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { fieldId } from '#client/core/form/field-id.ts';
import { FormDate, FormNumber, FormText } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ofForm, useMergingSave } from '#client/core/form/merging-save.ts';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { CLUSTER_FIELD_LABELS } from '#shared/clusters/clusters.labels.ts';
import { type YearKind, yearKind } from '#shared/clusters/clusters.schema.ts';
import { usualYear, YEAR_KIND_LABELS } from '#shared/clusters/year-draft.rules.ts';
import { formatDate } from '#shared/core/dates.ts';

type Props = { clusterId: string; clusterYearId: string | null; onClose: () => void };

/** Opens an emulation year after the model of the last one, or changes one that is there. */
export function YearDialog({ clusterId, clusterYearId, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const trpc = useTRPC();
  const input = { clusterId: clusterId as never, clusterYearId: clusterYearId as never };
  const { data, error, refetch } = useQuery({
    ...trpc.clusters.yearForm.queryOptions(input),
    // The form begins with what it read; what comes later meets the second editor's dialog.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const year = String(data?.values.year ?? '');
  return (
    <Modal
      opened
      onClose={onClose}
      // Up to thirty dates stand in it: one key too many must not lose them.
      closeOnEscape={false}
      size={1080}
      title={clusterYearId === null ? t`Mở năm thi đua` : t`Sửa năm thi đua ${year}`}
    >
      {error && <ProblemAlert problem={readProblem(error)} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Text role="status" c="gray.7">
          <Trans>Đang tải</Trans>
        </Text>
      )}
      {data &&
        (clusterYearId === null ? (
          <NewYear clusterId={clusterId} start={data} onClose={onClose} />
        ) : (
          <EditYear clusterId={clusterId} clusterYearId={clusterYearId} start={data} onClose={onClose} />
        ))}
    </Modal>
  );
}

type FormProps = { clusterId: string; start: YearForm; onClose: () => void };

function NewYear({ clusterId, start, onClose }: FormProps) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const form = useCheckedForm(yearSchema, yearValuesOf(start));
  const open = useAction(
    (values: YearValues, idempotencyKey) =>
      client.clusters.openYear.mutate({
        clusterId: clusterId as never,
        year: Number(values.year),
        ...draftOf(values),
        idempotencyKey,
      }),
    { done: t`Đã lập dự thảo năm thi đua`, onDone: ({ id }) => navigate(paths.yearPlan.to(id)) },
  );
  const { copied } = start;
  const last = String(copied?.year ?? '');
  const planYear = String(copied?.planYear ?? '');
  return (
    <CheckedForm form={form} problem={open.problem} onSubmit={(values) => void open.run(values)}>
      <Stack gap="sm">
        <ProblemAlert
          problem={generalOf(open.problem)}
          title={t`Chưa lập được dự thảo năm thi đua`}
          onRetry={() => void open.retry()}
        />
        {copied && (
          <Text c="gray.7">
            <Trans>
              Theo mẫu năm {last}: {copied.stageCount} giai đoạn theo kế hoạch năm {planYear} với ngày của năm mới,{' '}
              {copied.indicatorCount} chỉ tiêu, {copied.movementCount} phong trào. Kiểm tra lại các ngày nghỉ.
            </Trans>
          </Text>
        )}
        {copied?.agreed && (
          <Text c="gray.7">
            <Trans>
              Điền sẵn theo Hội nghị ngày {formatDate(copied.agreed.heldOn)}: {copied.agreed.text}.
            </Trans>
          </Text>
        )}
        {copied && !copied.isFinished && (
          <Alert color="orange" title={t`Năm lấy làm mẫu chưa xong`}>
            {copied.status === 'draft' ? (
              <Trans>
                Năm {last} còn là dự thảo chưa công bố. Vẫn lập được năm mới; kiểm tra lại trước khi công bố.
              </Trans>
            ) : (
              <Trans>
                Năm {last} còn đến hết ngày {formatDate(copied.endsOn)}: chỉ tiêu và số liệu còn có thể thay đổi. Vẫn
                lập được năm mới; kiểm tra lại trước khi công bố.
              </Trans>
            )}
          </Alert>
        )}
        <Text c="gray.7">
          <Trans>Năm mới là bản dự thảo: thành viên chưa thấy cho đến khi bạn công bố ở trang Kế hoạch năm.</Trans>
        </Text>
        <Fields units={start.units} isNew />
        <DialogFoot onClose={onClose} pending={open.pending} send={t`Lập dự thảo`} />
      </Stack>
    </CheckedForm>
  );
}

function EditYear({ clusterId, clusterYearId, start, onClose }: FormProps & { clusterYearId: string }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const begin = useMemo(() => yearValuesOf(start), [start]);
  const form = useCheckedForm(yearSchema, begin);
  const nameOf = (unitId: string | null) => start.units.find(({ id }) => id === unitId)?.name ?? '';
  const field = (name: string) => ({
    label: label(CLUSTER_FIELD_LABELS[name]!),
    show: (value: string | null) => value ?? '',
  });
  const number = (name: string) => ({ label: name, show: (value: number | string | null) => String(value ?? '') });
  const merging = useMergingSave<YearValues>({
    fields: {
      year: field('year'),
      name: field('name'),
      yearKind: { label: label(CLUSTER_FIELD_LABELS.yearKind!), show: (kind) => label(YEAR_KIND_LABELS[kind]) },
      startsOn: { ...field('startsOn'), show: formatDate },
      endsOn: { ...field('endsOn'), show: formatDate },
      chairUnitId: { ...field('chair'), show: nameOf },
      deputyChairUnitId: { ...field('deputyChair'), show: nameOf },
      chairPerson: field('chairPerson'),
      standingOffice: field('standingOffice'),
      collective: number(t`Tập thể`),
      individual: number(t`Cá nhân`),
      stages: { label: label(CLUSTER_FIELD_LABELS.stages!), show: stagesText },
    },
    begin,
    version: start.version,
    ...ofForm<YearValues>(form),
    send: (values, seenVersion) =>
      client.clusters.saveYear.mutate({ id: clusterYearId as never, seenVersion, ...draftOf(values) }),
    load: async () => {
      const fresh = await client.clusters.yearForm.query({
        clusterId: clusterId as never,
        clusterYearId: clusterYearId as never,
      });
      return { values: yearValuesOf(fresh), version: fresh.version };
    },
    done: t`Đã lưu năm thi đua`,
    onDone: onClose,
  });
  return (
    <CheckedForm form={form} problem={merging.problem} onSubmit={(values) => void merging.save(values)}>
      {merging.dialog}
      <Stack gap="sm">
        <ProblemAlert
          problem={generalOf(merging.problem)}
          title={t`Chưa lưu được năm thi đua`}
          onRetry={() => void merging.retry()}
        />
        {start.status === 'published' && (
          <Text c="gray.7">
            <Trans>
              Năm đã công bố: đổi hạn thì mọi tài khoản của các đơn vị thành viên nhận thông báo, kèm hạn cũ và hạn mới.
            </Trans>
          </Text>
        )}
        <Fields units={start.units} isNew={false} chairIsFixed={start.chairIsFixed} />
        <DialogFoot onClose={onClose} pending={merging.pending} send={t`Lưu`} />
      </Stack>
    </CheckedForm>
  );
}

type FieldsProps = { units: YearForm['units']; isNew: boolean; chairIsFixed?: boolean };

function Fields({ units, isNew, chairIsFixed = false }: FieldsProps) {
  const { t } = useLingui();
  const options = units.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <FormText<YearValues> name="year" label={t`Năm`} required readOnly={!isNew} />
        <KindField isNew={isNew} />
        <FormText<YearValues> name="name" label={t`Tên`} placeholder={t`Năm học 2024 - 2025`} required />
        <FormDate<YearValues> name="startsOn" label={t`Bắt đầu`} required />
        <FormDate<YearValues> name="endsOn" label={t`Kết thúc`} required />
        <FormSelect<YearValues>
          name="chairUnitId"
          label={t`Cụm trưởng (Khối trưởng)`}
          options={options}
          empty={t`Chọn…`}
          required
          disabled={chairIsFixed}
          {...(chairIsFixed && { description: t`Năm đã công bố: cơ quan tổ chức cụm, khối đổi được.` })}
        />
        <FormSelect<YearValues>
          name="deputyChairUnitId"
          label={t`Cụm phó (Khối phó)`}
          options={options}
          empty={t`Chưa có`}
        />
        <FormText<YearValues> name="standingOffice" label={t`Cơ quan thường trực`} required />
        <FormText<YearValues> name="chairPerson" label={t`Người đứng đầu`} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <FormNumber<YearValues>
          name="collective"
          label={t`Mỗi đơn vị được đề nghị: tập thể`}
          description={t`Để trống: không giới hạn.`}
          decimals={0}
        />
        <FormNumber<YearValues>
          name="individual"
          label={t`Mỗi đơn vị được đề nghị: cá nhân`}
          description={t`Để trống: không giới hạn.`}
          decimals={0}
        />
      </SimpleGrid>
      <StageFields />
    </>
  );
}

/** Năm dương lịch or năm học; of a new year name and days follow the choice. */
function KindField({ isNew }: { isNew: boolean }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { getValues, setValue, watch } = useFormContext<YearValues>();
  return (
    <NativeSelect
      id={fieldId('yearKind')}
      label={t`Loại năm`}
      value={watch('yearKind')}
      onChange={(event) => {
        const kind = event.currentTarget.value as YearKind;
        setValue('yearKind', kind, { shouldDirty: true });
        if (!isNew) return;
        for (const [name, value] of Object.entries(usualYear(Number(getValues('year')), kind)))
          setValue(name as 'name' | 'startsOn' | 'endsOn', value, { shouldDirty: true, shouldValidate: true });
      }}
      data={yearKind.options.map((kind) => ({ value: kind, label: label(YEAR_KIND_LABELS[kind]) }))}
    />
  );
}
