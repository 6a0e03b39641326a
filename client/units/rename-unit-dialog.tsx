import { useLingui } from '@lingui/react/macro';
import * as z from 'zod/mini';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormText } from '#client/core/form/form-fields.tsx';
import grids from '#client/core/grids.module.css';
import { ChangeDialog } from '#client/units/change-dialog.tsx';
import { ActFields, actShape, EMPTY_ACT } from '#client/units/change-fields.tsx';
import type { UnitPage } from '#client/units/unit-types.ts';
import type { UnitId } from '#shared/units/units.schema.ts';

const schema = z.object({ ...actShape, name: z.string(), fullName: z.string() });

/** Đổi tên: the old name stays the name of its time. */
export function RenameUnitDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useLingui();
  const form = useCheckedForm<z.input<typeof schema>, z.output<typeof schema>>(schema, {
    ...EMPTY_ACT,
    name: unit.name,
    fullName: unit.fullName,
  });
  return (
    <ChangeDialog
      title={t`Đổi tên ${unit.fullName}`}
      form={form}
      changeOf={(values) => ({ change: 'rename', ...values, unitId: unit.id as UnitId })}
      confirmLabel={t`Ghi nhận đổi tên`}
      done={t`Đã ghi nhận đổi tên`}
      onClose={onClose}
    >
      <div className={grids.pair}>
        <FormText name="name" label={t`Tên mới`} required />
        <FormText name="fullName" label={t`Tên đầy đủ mới`} required />
      </div>
      <ActFields about={t`Tên cũ dùng đến hết ngày liền trước`} />
    </ChangeDialog>
  );
}
