import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';

/** Leads to the papers of the conference: their versions and their templates. */
export function PackButton({ clusterYearId }: { clusterYearId: ClusterYearId }) {
  return (
    <Button
      component={Link}
      to={paths.conferencePacks.to(clusterYearId)}
      variant="default"
      leftSection={<IconFileZip size={16} aria-hidden />}
    >
      <Trans>Bộ tài liệu Hội nghị</Trans>
    </Button>
  );
}
