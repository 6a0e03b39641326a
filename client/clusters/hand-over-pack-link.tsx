import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { here } from '#client/core/base.ts';

/** Everything that goes over with the cluster as it stands now, in one file. */
export function HandOverPackLink({ clusterYearId }: { clusterYearId: string }) {
  const { t } = useLingui();
  return (
    <Button
      component="a"
      href={here(`/print/hand-over-packs/${clusterYearId}.zip`)}
      title={t`Thành viên và người liên hệ, chỉ tiêu, việc còn mở, biên bản, Giao ước, tài liệu và danh mục nói rõ từng tệp. Lần tải được ghi vào lịch sử.`}
      variant="default"
      leftSection={<IconFileZip size={16} aria-hidden />}
    >
      <Trans>Tải hồ sơ bàn giao</Trans>
    </Button>
  );
}
