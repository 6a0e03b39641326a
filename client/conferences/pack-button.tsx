import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { here } from '#client/core/base.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';

/** The papers of the conference as they stand now, in one file. */
export function PackButton({ clusterYearId }: { clusterYearId: ClusterYearId }) {
  const { t } = useLingui();
  return (
    <Button
      component="a"
      href={here(`/print/conference-packs/${clusterYearId}.zip`)}
      title={t`Báo cáo tổng kết (Word), Giao ước (PDF) và danh sách, theo số liệu lúc này. Chưa có bảng xếp hạng vì chưa chấm điểm.`}
      variant="default"
      leftSection={<IconFileZip size={16} aria-hidden />}
    >
      <Trans>Tải bộ tài liệu Hội nghị</Trans>
    </Button>
  );
}
