import { useLingui } from '@lingui/react/macro';
import * as z from 'zod/mini';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { ChangeDialog } from '#client/units/change-dialog.tsx';
import {
  ActFields,
  actShape,
  EMPTY_ACT,
  EMPTY_UNIT,
  NewUnitFields,
  newUnitOf,
  newUnitShape,
} from '#client/units/change-fields.tsx';

const schema = z.object({ ...actShape, unit: newUnitShape });

type Props = { parent: { id: string; fullName: string } | null; onClose: () => void };

/** Thêm đơn vị, below the one whose list is open. */
export function AddUnitDialog({ parent, onClose }: Props) {
  const { t } = useLingui();
  const form = useCheckedForm<z.input<typeof schema>, z.output<typeof schema>>(schema, {
    ...EMPTY_ACT,
    unit: parent ? { ...EMPTY_UNIT, kind: 'commune', parentId: { id: parent.id, label: parent.fullName } } : EMPTY_UNIT,
  });
  return (
    <ChangeDialog
      title={t`Thêm đơn vị`}
      form={form}
      changeOf={({ unit, ...act }) => ({ change: 'add', ...act, unit: newUnitOf(unit) })}
      confirmLabel={t`Thêm đơn vị`}
      done={t`Đã thêm đơn vị`}
      onClose={onClose}
    >
      <NewUnitFields at="unit." />
      <ActFields about={t`Đơn vị tồn tại từ ngày này`} />
    </ChangeDialog>
  );
}
