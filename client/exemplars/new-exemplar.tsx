import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import grids from '#client/core/grids.module.css';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { ExemplarFields } from '#client/exemplars/exemplar-fields.tsx';
import type { ExemplarOptions } from '#client/exemplars/exemplar-types.ts';
import { createExemplar, exemplarDraft } from '#shared/exemplars/exemplars.schema.ts';

const { clusterYearId, unitId } = createExemplar.shape;
const formSchema = z.strictObject({ ...exemplarDraft.shape, clusterYearId, unitId });
type V = z.input<typeof formSchema>;
type Values = z.output<typeof formSchema>;

/** A new exemplar of a member in a year; documents and photos follow on its page. */
export function NewExemplar({ options, onClose }: { options: ExemplarOptions; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { clusterYear } = useSession();
  const { addTo } = options;
  // The year the person works in, as long as they may add to it.
  const first = addTo.find((one) => one.clusterYearId === clusterYear?.id) ?? addTo[0];
  const form = useCheckedForm<V, Values>(formSchema, {
    kind: 'person',
    title: '',
    presenter: '',
    place: '',
    field: '',
    story: '',
    source: '',
    clusterYearId: first?.clusterYearId ?? '',
    unitId: first?.units.length === 1 ? first.units[0]!.id : '',
  });
  const year = useWatch({ control: form.control, name: 'clusterYearId' });
  const chosen = useWatch({ control: form.control, name: 'unitId' });
  const units = addTo.find((one) => one.clusterYearId === year)?.units ?? [];
  const create = useAction(
    ({ clusterYearId, unitId, ...draft }: Values, idempotencyKey) =>
      client.exemplars.create.mutate({ clusterYearId, unitId, draft, idempotencyKey }),
    { done: t`Đã thêm điển hình`, onDone: ({ id }) => navigate(paths.exemplar.to(id)) },
  );

  // A member of one year need not be one of another.
  const fits = chosen === '' || units.some(({ id }) => id === chosen);
  useEffect(() => {
    if (!fits) form.setValue('unitId', '');
  }, [fits, form]);

  return (
    <Modal opened onClose={onClose} title={t`Thêm điển hình, mô hình`} size="xl">
      <CheckedForm form={form} problem={create.problem} onSubmit={(values) => create.run(values)}>
        <Stack gap="sm">
          <ProblemAlert problem={generalOf(create.problem)} title={t`Chưa thêm được`} onRetry={create.retry} />
          <div className={grids.pair}>
            <FormSelect<V>
              name="clusterYearId"
              label={t`Năm thi đua`}
              required
              options={addTo.map((one) => ({
                value: one.clusterYearId,
                label: t`Năm ${one.year} · ${one.clusterName}`,
              }))}
            />
            <FormSelect<V>
              name="unitId"
              label={t`Đơn vị`}
              required
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              {...(units.length === 1 ? {} : { empty: t`Chọn…` })}
            />
          </div>
          <ExemplarFields />
          <DialogFoot onClose={onClose} pending={create.pending} send={<Trans>Thêm điển hình</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
