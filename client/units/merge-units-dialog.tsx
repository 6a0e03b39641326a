import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Group, Stack } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { fieldId } from '#client/core/form/field-id.ts';
import { wordIssue } from '#client/core/form/word-issue.ts';
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
import { FormUnit, UnitPicker } from '#client/units/unit-picker.tsx';
import type { PickedUnit, UnitPage } from '#client/units/unit-types.ts';
import css from '#client/units/units.module.css';
import type { UnitId } from '#shared/units/units.schema.ts';

const schema = z.object({
  ...actShape,
  sources: z.array(z.object({ id: z.string(), label: z.string() })),
  target: z.enum(['new', 'existing']),
  into: picked,
  unit: newUnitShape,
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

/** Sáp nhập: several units into a new one or one that is there. */
export function MergeUnitsDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useLingui();
  const above = unit.above.at(-1);
  const form = useCheckedForm<Input, Output>(schema, {
    ...EMPTY_ACT,
    sources: [{ id: unit.id, label: unit.name }],
    target: 'new',
    into: null,
    unit: {
      ...EMPTY_UNIT,
      kind: unit.kind,
      parentId: above ? { id: above.id, label: above.fullName } : null,
    },
  });
  return (
    <ChangeDialog
      title={t`Sáp nhập đơn vị`}
      form={form}
      changeOf={({ sources, target, into, unit: made, ...act }) => ({
        change: 'merge',
        ...act,
        sources: sources.map(({ id }) => id as UnitId),
        into: target === 'existing' && into ? { unitId: into.id as UnitId } : { unit: newUnitOf(made) },
      })}
      confirmLabel={t`Ghi nhận sáp nhập`}
      done={t`Đã ghi nhận sáp nhập`}
      onClose={onClose}
    >
      <Sources />
      <Target />
      <ActFields about={t`Đơn vị cũ kết thúc vào ngày liền trước`} />
    </ChangeDialog>
  );
}

/** The units that end, with a field to add one more. */
function Sources() {
  const { t } = useLingui();
  const { control } = useFormContext<Input>();
  const { field, fieldState } = useController({ control, name: 'sources' });
  const chosen = field.value as PickedUnit[];
  return (
    <fieldset className={css.part}>
      <legend>
        <Trans>Các đơn vị sáp nhập (kết thúc)</Trans>
      </legend>
      <Stack gap={4}>
        {chosen.map(({ id, label }) => (
          <Group key={id} gap="xs" justify="space-between">
            <span>{label}</span>
            <ActionIcon
              variant="subtle"
              aria-label={t`Bỏ ${label} khỏi danh sách`}
              onClick={() => field.onChange(chosen.filter((one) => one.id !== id))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <UnitPicker
          // A new field each time, empty again.
          key={chosen.length}
          id={fieldId('sources')}
          label={t`Thêm đơn vị sáp nhập`}
          value={null}
          except={chosen.map(({ id }) => id)}
          onChange={(unit) => unit && field.onChange([...chosen, unit])}
          error={wordIssue(fieldState.error?.message)}
        />
      </Stack>
    </fieldset>
  );
}

function Target() {
  const { t } = useLingui();
  const target = useWatch<Input>({ name: 'target' });
  return (
    <fieldset className={css.part}>
      <legend>
        <Trans>Đơn vị tiếp nhận</Trans>
      </legend>
      <div className={css.stack}>
        <FormSelect<Input>
          name="target"
          label={t`Sáp nhập vào`}
          options={[
            { value: 'new', label: t`Một đơn vị mới` },
            { value: 'existing', label: t`Một đơn vị đã có` },
          ]}
        />
        {target === 'existing' ? (
          <FormUnit<Input> name="into" label={t`Đơn vị đã có`} required />
        ) : (
          <NewUnitFields at="unit." />
        )}
      </div>
    </fieldset>
  );
}
