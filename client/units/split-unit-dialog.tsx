import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useController, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { useTRPCClient } from '#client/core/api.ts';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { fieldId } from '#client/core/form/field-id.ts';
import { FormNumber } from '#client/core/form/form-fields.tsx';
import { wordIssue } from '#client/core/form/word-issue.ts';
import grids from '#client/core/grids.module.css';
import { ChangeDialog } from '#client/units/change-dialog.tsx';
import {
  ActFields,
  actShape,
  EMPTY_ACT,
  EMPTY_UNIT,
  NewUnitFields,
  newUnitOf,
  newUnitShape,
  picked,
} from '#client/units/change-fields.tsx';
import { FormUnit } from '#client/units/unit-picker.tsx';
import type { UnitListRow, UnitPage } from '#client/units/unit-types.ts';
import css from '#client/units/units.module.css';
import { isIsoDate } from '#shared/core/dates.ts';
import { percentText } from '#shared/units/units.rules.ts';
import type { UnitId } from '#shared/units/units.schema.ts';

const part = z.object({
  target: z.enum(['new', 'existing', 'self']),
  into: picked,
  unit: newUnitShape,
  /** In tenths of a percent, as typed when it is no number. */
  sharePermille: z.nullable(z.int()),
});
const schema = z.object({
  ...actShape,
  parts: z.array(part),
  /** Part by its place, as text of the select; '' where none is chosen. */
  children: z.record(z.string(), z.string()),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

/** Chia tách: one unit into several, with shares that make the whole. */
export function SplitUnitDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useLingui();
  const above = unit.above.at(-1);
  const empty: Input['parts'][number] = {
    target: 'new',
    into: null,
    unit: { ...EMPTY_UNIT, kind: unit.kind, parentId: above ? { id: above.id, label: above.fullName } : null },
    sharePermille: null,
  };
  const form = useCheckedForm<Input, Output>(schema, {
    ...EMPTY_ACT,
    parts: [{ ...empty, target: 'self' }, empty],
    children: {},
  });
  return (
    <ChangeDialog
      title={t`Chia tách ${unit.fullName}`}
      form={form}
      changeOf={({ parts, children, ...act }) => ({
        change: 'split',
        ...act,
        unitId: unit.id as UnitId,
        parts: parts.map(({ target, into, unit: made, sharePermille }) => ({
          into:
            target === 'self'
              ? { unitId: unit.id as UnitId }
              : target === 'existing' && into
                ? { unitId: into.id as UnitId }
                : { unit: newUnitOf(made) },
          sharePermille: sharePermille ?? 0,
        })),
        children: Object.entries(children).flatMap(([id, chosen]) =>
          chosen === '' ? [] : [{ unitId: id as UnitId, part: Number(chosen) }],
        ),
      })}
      confirmLabel={t`Ghi nhận chia tách`}
      done={t`Đã ghi nhận chia tách`}
      onClose={onClose}
    >
      <Parts unitName={unit.name} empty={empty} />
      <ActFields about={t`Phần tách ra hoạt động từ ngày này`} />
      <Children unit={unit} />
    </ChangeDialog>
  );
}

function Parts({ unitName, empty }: { unitName: string; empty: Input['parts'][number] }) {
  const { t } = useLingui();
  const { control, formState } = useFormContext<Input>();
  const { fields, append, remove } = useFieldArray({ control, name: 'parts' });
  const parts = useWatch<Input, 'parts'>({ name: 'parts' });
  const sum = parts.reduce((total, { sharePermille }) => total + (Number(sharePermille) || 0), 0);
  const error = wordIssue(formState.errors.parts?.message ?? formState.errors.parts?.root?.message);
  return (
    <Stack gap="sm" id={fieldId('parts')} tabIndex={-1}>
      {fields.map((field, index) => (
        <fieldset key={field.id} className={css.part}>
          <legend>
            <Trans>Phần {index + 1}</Trans>
          </legend>
          <div className={css.stack}>
            <div className={grids.pair}>
              <FormSelect<Input>
                name={`parts.${index}.target`}
                label={t`Thuộc về`}
                options={[
                  { value: 'self', label: t`${unitName} (giữ lại)` },
                  { value: 'new', label: t`Một đơn vị mới` },
                  { value: 'existing', label: t`Một đơn vị đã có` },
                ]}
              />
              <FormNumber<Input>
                name={`parts.${index}.sharePermille`}
                label={t`Tỷ lệ`}
                decimals={1}
                unit="%"
                required
              />
            </div>
            {parts[index]?.target === 'existing' && (
              <FormUnit<Input> name={`parts.${index}.into`} label={t`Đơn vị đã có`} required />
            )}
            {parts[index]?.target === 'new' && <NewUnitFields at={`parts.${index}.unit.`} />}
            {fields.length > 2 && (
              <Button size="compact-sm" variant="subtle" onClick={() => remove(index)}>
                <Trans>Bỏ phần {index + 1}</Trans>
              </Button>
            )}
          </div>
        </fieldset>
      ))}
      <Group justify="space-between">
        <Button size="xs" variant="default" onClick={() => append(empty)}>
          <Trans>Thêm phần</Trans>
        </Button>
        <Text size="sm" role="status" c={sum === 1000 ? 'gray.7' : 'red.8'}>
          <Trans>Tổng tỷ lệ: {percentText(sum)} (phải đúng 100 %)</Trans>
        </Text>
      </Group>
      {error && (
        <Text size="sm" c="red.8">
          {error}
        </Text>
      )}
    </Stack>
  );
}

/** Which part each unit below goes to. */
function Children({ unit }: { unit: UnitPage }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const { control } = useFormContext<Input>();
  const { field, fieldState } = useController({ control, name: 'children' });
  const effectiveOn = useWatch<Input, 'effectiveOn'>({ name: 'effectiveOn' });
  const parts = useWatch<Input, 'parts'>({ name: 'parts' });
  const on = isIsoDate(effectiveOn) ? effectiveOn : unit.childrenOn;
  const { data: children = [] } = useQuery({
    queryKey: ['units below', unit.id, on],
    queryFn: async () => {
      const rows: UnitListRow[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await client.units.list.query({
          on,
          parentId: unit.id as UnitId,
          ...(cursor && { cursor }),
        });
        rows.push(...page.rows);
        if (!page.nextCursor) return rows;
        cursor = page.nextCursor;
      }
    },
  });
  if (children.length === 0) return null;
  const chosen = field.value as Record<string, string>;
  const nameOf = (one: Input['parts'][number], index: number) => {
    const number = String(index + 1);
    if (one.target === 'self') return unit.name;
    const name = one.target === 'existing' ? one.into?.label : one.unit.name;
    return name || t`Phần ${number}`;
  };
  return (
    <fieldset className={css.part} id={fieldId('children')} tabIndex={-1}>
      <legend>
        <Trans>Đơn vị cấp dưới thuộc về</Trans>
      </legend>
      <Stack gap={4} className={css.children ?? ''}>
        {children.map(({ id, fullName }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <span>{fullName}</span>
            <NativeSelect
              size="xs"
              aria-label={t`${fullName} thuộc về`}
              value={chosen[id] ?? ''}
              onChange={(event) => field.onChange({ ...chosen, [id]: event.currentTarget.value })}
              data={[
                { value: '', label: t`Chọn…` },
                ...parts.map((one, index) => ({ value: String(index), label: nameOf(one, index) })),
              ]}
            />
          </Group>
        ))}
      </Stack>
      {fieldState.error && (
        <Text size="sm" c="red.8">
          {wordIssue(fieldState.error.message)}
        </Text>
      )}
    </fieldset>
  );
}
