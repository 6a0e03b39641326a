import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import * as z from 'zod/mini';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormNumber, FormText } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { useLeaveGuard } from '#client/core/form/leave-guard.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useAction } from '#client/core/use-action.ts';
import {
  EFFECT_DECIMALS,
  type EffectRow,
  effectRows,
  formatEffect,
  MOST_EFFECTS,
  NO_EFFECT,
} from '#shared/exemplars/effects.schema.ts';

type Props = {
  title: string;
  effects: readonly EffectRow[];
  editable: boolean;
  empty: ReactNode;
  /** Writes all rows at once. */
  send: (effects: EffectRow[]) => Promise<unknown>;
};

/** Effect of a model, or results of adopting it, in figures: read, and written by whoever may. */
export function EffectsPanel({ title, effects, editable, empty, send }: Props) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  return (
    <section>
      <Group justify="space-between" mb={6}>
        <Title order={2}>{title}</Title>
        {editable && !editing && (
          <Button size="xs" variant="default" aria-label={t`Ghi số: ${title}`} onClick={() => setEditing(true)}>
            <Trans>Ghi số</Trans>
          </Button>
        )}
      </Group>
      {editing ? (
        <EffectsForm effects={effects} send={send} onClose={() => setEditing(false)} />
      ) : effects.length === 0 ? (
        <Text c="gray.7">{empty}</Text>
      ) : (
        <DataTable
          caption={title}
          rows={effects}
          rowKey={({ what, unitOfMeasure }) => `${what} ${unitOfMeasure}`}
          firstNumber={null}
          empty={empty}
          columns={[
            { id: 'what', head: <Trans>Nội dung</Trans>, rowHead: true, wrap: true, cell: ({ what }) => what },
            {
              id: 'before',
              head: <Trans>Trước</Trans>,
              width: 90,
              numeric: true,
              cell: (row) => formatEffect(row.beforeValue),
            },
            {
              id: 'after',
              head: <Trans>Sau</Trans>,
              width: 90,
              numeric: true,
              cell: (row) => formatEffect(row.afterValue),
            },
            { id: 'unit', head: <Trans>Đơn vị tính</Trans>, width: 120, wrap: true, cell: (row) => row.unitOfMeasure },
            { id: 'source', head: <Trans>Nguồn</Trans>, width: 140, wrap: true, cell: ({ source }) => source || '–' },
          ]}
        />
      )}
    </section>
  );
}

const formSchema = z.strictObject({ effects: effectRows });
type V = z.output<typeof formSchema>;

function EffectsForm({ effects, send, onClose }: Pick<Props, 'effects' | 'send'> & { onClose: () => void }) {
  const { t } = useLingui();
  const form = useCheckedForm<V, V>(formSchema, { effects: effects.length > 0 ? [...effects] : [{ ...NO_EFFECT }] });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'effects' });
  const save = useAction((values: V) => send(values.effects), { done: t`Đã lưu số liệu` });
  // Closed when the page has the new version: the next press would else be about the old one.
  const submit = async (values: V) => {
    if (await save.run(values)) onClose();
  };
  const question = useLeaveGuard(form.formState.isDirty && !save.pending);
  return (
    <CheckedForm form={form} problem={save.problem} onSubmit={submit}>
      <Stack gap="sm">
        {question}
        <ProblemAlert problem={generalOf(save.problem)} title={t`Chưa lưu được số liệu`} onRetry={save.retry} />
        {fields.map(({ id }, index) => {
          const row = String(index + 1);
          return (
            <fieldset key={id} style={{ border: '1px solid var(--line)', borderRadius: 6, padding: 10, margin: 0 }}>
              <legend>
                <Trans>Dòng {row}</Trans>
              </legend>
              <Stack gap="xs">
                <Group align="flex-start" wrap="nowrap" gap="xs">
                  <div style={{ flex: 1 }}>
                    <FormText<V>
                      name={`effects.${index}.what`}
                      label={t`Nội dung đo`}
                      placeholder={t`Hộ có đèn chiếu sáng`}
                      required
                    />
                  </div>
                  <ActionIcon
                    variant="default"
                    size={32}
                    mt={24}
                    aria-label={t`Gỡ dòng ${row}`}
                    onClick={() => remove(index)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Group>
                <Group grow gap="xs" align="flex-start">
                  <FormNumber<V> name={`effects.${index}.beforeValue`} label={t`Trước`} decimals={EFFECT_DECIMALS} />
                  <FormNumber<V>
                    name={`effects.${index}.afterValue`}
                    label={t`Sau`}
                    decimals={EFFECT_DECIMALS}
                    required
                  />
                  <FormText<V> name={`effects.${index}.unitOfMeasure`} label={t`Đơn vị tính`} required />
                  <FormText<V> name={`effects.${index}.source`} label={t`Nguồn`} />
                </Group>
              </Stack>
            </fieldset>
          );
        })}
        <Group justify="space-between">
          <Button
            variant="default"
            size="xs"
            disabled={fields.length >= MOST_EFFECTS}
            onClick={() => append({ ...NO_EFFECT })}
          >
            <Trans>Thêm dòng</Trans>
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              <Trans>Đóng, không lưu</Trans>
            </Button>
            <Button type="submit" loading={save.pending}>
              <Trans>Lưu</Trans>
            </Button>
          </Group>
        </Group>
      </Stack>
    </CheckedForm>
  );
}
