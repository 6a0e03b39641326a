import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import * as z from 'zod/mini';
import { useCheckedForm } from '#client/core/form/checked-form.tsx';
import { ChangeDialog } from '#client/units/change-dialog.tsx';
import { ActFields, actShape, EMPTY_ACT } from '#client/units/change-fields.tsx';
import type { UnitPage } from '#client/units/unit-types.ts';
import type { UnitId } from '#shared/units/units.schema.ts';

const schema = z.object(actShape);

/** Kết thúc hoạt động, without a unit that takes it over. */
export function CloseUnitDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useLingui();
  const form = useCheckedForm<z.input<typeof schema>, z.output<typeof schema>>(schema, EMPTY_ACT);
  return (
    <ChangeDialog
      title={t`Kết thúc hoạt động của ${unit.fullName}`}
      form={form}
      changeOf={(act) => ({ change: 'close', ...act, unitId: unit.id as UnitId })}
      confirmLabel={t`Ghi nhận kết thúc`}
      done={t`Đã ghi nhận kết thúc hoạt động`}
      onClose={onClose}
    >
      <Text size="sm">
        <Trans>Dùng khi không có đơn vị nào tiếp nhận. Nếu có đơn vị tiếp nhận, dùng “Sáp nhập”.</Trans>
      </Text>
      <ActFields about={t`Đơn vị kết thúc vào ngày liền trước`} />
    </ChangeDialog>
  );
}
