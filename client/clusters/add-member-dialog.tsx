import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Cluster } from '#client/clusters/cluster-types.ts';
import css from '#client/clusters/clusters.module.css';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { fieldId } from '#client/core/form/field-id.ts';
import { FormDate, FormNumber } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { addMember } from '#shared/clusters/clusters.schema.ts';
import { formatDate } from '#shared/core/dates.ts';

const { validFrom, position } = addMember.shape;
const schema = z.object({ unitId: z.string().check(z.minLength(1, { error: 'id.format' })), validFrom, position });
type V = z.input<typeof schema>;
type Values = z.output<typeof schema>;

/** Adds a unit from a day on. */
export function AddMemberDialog({ cluster, onClose }: { cluster: Cluster; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const form = useCheckedForm<V, Values>(schema, { unitId: '', validFrom: '', position: null });
  const add = useAction(
    ({ unitId, ...values }: Values, idempotencyKey) =>
      client.clusters.addMember.mutate({
        ...values,
        clusterId: cluster.id as never,
        unitId: unitId as never,
        idempotencyKey,
      }),
    { done: t`Đã thêm đơn vị thành viên`, onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={t`Thêm đơn vị thành viên`} size="lg">
      <CheckedForm form={form} problem={add.problem} onSubmit={(values) => void add.run(values)}>
        <Stack gap="sm">
          <ProblemAlert
            problem={generalOf(add.problem)}
            title={t`Chưa thêm được đơn vị`}
            onRetry={() => void add.retry()}
          />
          <UnitChoice organizerUnitId={cluster.organizerUnitId} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <FormDate<V> name="validFrom" label={t`Tham gia từ ngày`} required />
            <FormNumber<V>
              name="position"
              label={t`Thứ tự trong danh sách`}
              description={t`Để trống: cuối danh sách.`}
              decimals={0}
            />
          </SimpleGrid>
          <DialogFoot onClose={onClose} pending={add.pending} send={<Trans>Thêm đơn vị</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}

/** Finds a unit by a part of its name; at most twenty are shown, the more one types the fewer. */
function UnitChoice({ organizerUnitId }: { organizerUnitId: string | null }) {
  const { t } = useLingui();
  const trpc = useTRPC();
  const [query, setQuery] = useState('');
  const { control } = useFormContext<V>();
  const { field, fieldState } = useController({ control, name: 'unitId' });
  const found = useQuery({
    ...trpc.clusters.unitsToAdd.queryOptions({ organizerUnitId: organizerUnitId as never, query }),
    placeholderData: keepPreviousData,
  });
  const units = found.data ?? [];
  return (
    <Stack gap={6}>
      <TextInput
        label={t`Tìm đơn vị`}
        placeholder={t`Nhập một phần tên, có dấu hoặc không dấu`}
        value={query}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Radio.Group
        label={t`Chọn đơn vị`}
        required
        id={fieldId('unitId')}
        value={field.value}
        onChange={field.onChange}
        error={fieldState.error?.message === 'id.format' ? t`Chưa chọn đơn vị` : fieldState.error?.message}
      >
        <div className={css.choices}>
          {units.map(({ id, fullName, parentName, validFrom: from, validTo }) => (
            <Radio
              key={id}
              value={id}
              label={fullName}
              description={[parentName, from && t`từ ${formatDate(from)}`, validTo && t`đến hết ${formatDate(validTo)}`]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
          {found.data?.length === 0 && (
            <Text c="gray.7">
              <Trans>Không có đơn vị nào khớp. Thử ít chữ hơn, hoặc thêm đơn vị ở Danh mục đơn vị.</Trans>
            </Text>
          )}
        </div>
      </Radio.Group>
    </Stack>
  );
}
