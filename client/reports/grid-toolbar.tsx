import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { DraftHistory } from '#client/reports/draft-history.ts';
import css from '#client/reports/report-grid.module.css';

type Props = {
  history: DraftHistory;
  onUndo: () => void;
  onRedo: () => void;
  /** What the last paste, fill or step did. */
  said: string;
  block: { rows: number; columns: number } | null;
};

/** Hoàn tác, Làm lại, what was just done, and the keys of the form. */
export function GridToolbar({ history, onUndo, onRedo, said, block }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <div className={`${css.toolbar} no-print`}>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          title={t`Hoàn tác (Ctrl+Z)`}
          disabled={!history.canUndo}
          onClick={onUndo}
        >
          <Trans>Hoàn tác</Trans>
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowForwardUp size={16} aria-hidden />}
          title={t`Làm lại (Ctrl+Y)`}
          disabled={!history.canRedo}
          onClick={onRedo}
        >
          <Trans>Làm lại</Trans>
        </Button>
        <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Trans>Phím tắt, dán từ Excel</Trans>
        </Button>
        <Text role="status" size="sm" c="gray.7">
          {block ? (
            <>
              <Trans>
                Đang chọn {block.rows} × {block.columns} ô.
              </Trans>{' '}
            </>
          ) : null}
          {said}
        </Text>
      </Group>
      {open && (
        <Text size="sm" mt={4}>
          <Trans>
            Mũi tên, Enter, Tab: sang ô khác · F2: sửa trong ô · Esc: lấy lại số cũ · Shift + mũi tên hoặc kéo chuột:
            chọn nhiều ô · Ctrl+C, Ctrl+X, Ctrl+V: chép, cắt, dán (cả từ Excel) · Ctrl+D: điền xuống · Delete: xóa các ô
            đang chọn · Ctrl+Z, Ctrl+Y: hoàn tác, làm lại · Shift+F2: minh chứng và các lần nhập · Ctrl+S: lưu ngay.
          </Trans>
        </Text>
      )}
    </div>
  );
}
