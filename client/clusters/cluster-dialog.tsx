import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import * as z from 'zod/mini';
import type { Cluster, ClusterList } from '#client/clusters/cluster-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormDate, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ofForm, useMergingSave } from '#client/core/form/merging-save.ts';
import { paths } from '#client/core/paths.ts';
import type { Problem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { CLUSTER_FIELD_LABELS, CLUSTER_KIND_LABELS } from '#shared/clusters/clusters.labels.ts';
import { type ClusterKind, clusterKind, createCluster, saveCluster } from '#shared/clusters/clusters.schema.ts';
import { formatDate, isoDate } from '#shared/core/dates.ts';

const { name, shortName, kind, source } = createCluster.shape;
/** The organiser is chosen from a list; 'central' there is the central council. */
const newSchema = z.object({ name, shortName, kind, source, organizer: z.string() });
type NewValues = z.output<typeof newSchema>;
const CENTRAL = 'central';

/** Adds a cluster or bloc. */
export function NewClusterDialog({
  organizers,
  onClose,
}: {
  organizers: ClusterList['organizers'];
  onClose: () => void;
}) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const options = organizers.map((one) =>
    one === null ? { value: CENTRAL, label: t`Trung ương` } : { value: one.id, label: one.name },
  );
  const form = useCheckedForm(newSchema, {
    name: '',
    shortName: '',
    kind: 'cluster',
    source: '',
    organizer: options[0]?.value ?? '',
  });
  const create = useAction(
    ({ organizer, ...fields }: NewValues, idempotencyKey) =>
      client.clusters.create.mutate({
        ...fields,
        organizerUnitId: (organizer === CENTRAL ? null : organizer) as never,
        idempotencyKey,
      }),
    { done: t`Đã thêm cụm, khối`, onDone: ({ id }) => navigate(paths.cluster.to(id)) },
  );
  return (
    <Modal opened onClose={onClose} title={t`Thêm cụm, khối thi đua`} size="lg">
      <CheckedForm form={form} problem={create.problem} onSubmit={(values) => void create.run(values)}>
        <Fields
          problem={create.problem}
          onRetry={() => void create.retry()}
          onClose={onClose}
          pending={create.pending}
          submit={<Trans>Thêm cụm, khối</Trans>}
        >
          <FormSelect<NewValues>
            name="organizer"
            label={t`Cơ quan tổ chức`}
            description={t`Cụm, khối của một tỉnh chỉ gồm các đơn vị của tỉnh đó.`}
            options={options}
            required
          />
        </Fields>
      </CheckedForm>
    </Modal>
  );
}

const editSchema = z.object({
  name,
  shortName,
  kind,
  source,
  closedOn: z.union([isoDate, z.literal('')]),
});
type EditValues = { name: string; shortName: string; kind: ClusterKind; source: string; closedOn: string };

/** Changes name, kind, basis and closing day. */
export function EditClusterDialog({ cluster, onClose }: { cluster: Cluster; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const begin = valuesOf(cluster);
  const form = useCheckedForm(editSchema, begin);
  const field = (one: string) => ({ label: label(CLUSTER_FIELD_LABELS[one]!), show: (value: string) => value });
  const id = cluster.id as never;
  const merging = useMergingSave<EditValues>({
    fields: {
      name: field('name'),
      shortName: field('shortName'),
      kind: { ...field('kind'), show: (value) => label(CLUSTER_KIND_LABELS[value]) },
      source: field('source'),
      closedOn: { ...field('closedOn'), show: formatDate },
    },
    begin,
    version: cluster.version,
    ...ofForm<EditValues>(form),
    send: ({ closedOn, ...values }, seenVersion) =>
      client.clusters.save.mutate(saveCluster.parse({ id, seenVersion, ...values, closedOn: closedOn || null })),
    load: async () => {
      const fresh = await client.clusters.byId.query({ id });
      return { values: valuesOf(fresh), version: fresh.version };
    },
    done: t`Đã lưu thông tin cụm, khối`,
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t`Sửa thông tin cụm, khối`} size="lg">
      <CheckedForm form={form} problem={merging.problem} onSubmit={(values) => void merging.save(values)}>
        {merging.dialog}
        <Fields
          problem={merging.problem}
          onRetry={() => void merging.retry()}
          onClose={onClose}
          pending={merging.pending}
          submit={<Trans>Lưu</Trans>}
        >
          <FormDate<EditValues>
            name="closedOn"
            label={t`Kết thúc hoạt động từ ngày`}
            description={t`Để trống khi cụm, khối còn hoạt động.`}
          />
        </Fields>
      </CheckedForm>
    </Modal>
  );
}

const valuesOf = ({ closedOn, ...one }: Cluster): EditValues => ({
  name: one.name,
  shortName: one.shortName,
  kind: one.kind,
  source: one.source ?? '',
  closedOn: closedOn ?? '',
});

type FieldsProps = {
  problem: Problem | null;
  onRetry: () => void;
  onClose: () => void;
  pending: boolean;
  submit: ReactNode;
  children: ReactNode;
};

function Fields({ problem, onRetry, onClose, pending, submit, children }: FieldsProps) {
  const { t } = useLingui();
  const { label } = useWords();
  return (
    <Stack gap="sm">
      <ProblemAlert problem={generalOf(problem)} title={t`Chưa lưu được cụm, khối`} onRetry={onRetry} />
      <FormText<EditValues>
        name="name"
        label={t`Tên cụm, khối`}
        placeholder={t`Cụm thi đua các xã vùng cao`}
        required
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <FormText<EditValues> name="shortName" label={t`Tên ngắn`} required />
        <FormSelect<EditValues>
          name="kind"
          label={t`Loại`}
          options={clusterKind.options.map((one) => ({ value: one, label: label(CLUSTER_KIND_LABELS[one]) }))}
          required
        />
      </SimpleGrid>
      {children}
      <FormTextarea<EditValues>
        name="source"
        label={t`Căn cứ`}
        description={t`Quyết định thành lập, quy chế; số, ngày, cơ quan ban hành.`}
        rows={2}
      />
      <Text size="sm" c="gray.7">
        <Trans>Đơn vị thành viên, năm thi đua và tài liệu được ghi ở trang của cụm, khối.</Trans>
      </Text>
      <DialogFoot onClose={onClose} pending={pending} send={submit} />
    </Stack>
  );
}
