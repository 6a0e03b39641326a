import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { AddUnitDialog } from '#client/units/add-unit-dialog.tsx';
import { CloseUnitDialog } from '#client/units/close-unit-dialog.tsx';
import { MergeUnitsDialog } from '#client/units/merge-units-dialog.tsx';
import { RenameUnitDialog } from '#client/units/rename-unit-dialog.tsx';
import { SplitUnitDialog } from '#client/units/split-unit-dialog.tsx';
import type { UnitPage } from '#client/units/unit-types.ts';

type Which = 'add' | 'rename' | 'merge' | 'split' | 'close';

/** What the administrator can record of a unit; each shows first what it will touch. */
export function UnitActions({ unit }: { unit: UnitPage }) {
  const [open, setOpen] = useState<Which | null>(null);
  const close = () => setOpen(null);
  const button = (which: Which, words: ReactNode) => (
    <Button size="xs" variant="default" onClick={() => setOpen(which)}>
      {words}
    </Button>
  );
  return (
    <>
      {button('rename', <Trans>Đổi tên</Trans>)}
      {button('merge', <Trans>Sáp nhập</Trans>)}
      {button('split', <Trans>Chia tách</Trans>)}
      {button('close', <Trans>Kết thúc</Trans>)}
      {button('add', <Trans>Thêm đơn vị cấp dưới</Trans>)}
      {open === 'add' && <AddUnitDialog parent={unit} onClose={close} />}
      {open === 'rename' && <RenameUnitDialog unit={unit} onClose={close} />}
      {open === 'merge' && <MergeUnitsDialog unit={unit} onClose={close} />}
      {open === 'split' && <SplitUnitDialog unit={unit} onClose={close} />}
      {open === 'close' && <CloseUnitDialog unit={unit} onClose={close} />}
    </>
  );
}
