import { Trans } from '@lingui/react/macro';
import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTRPC } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import type { Report } from '#client/reports/report-types.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';

/** From one member's report to the next, in the order of the cluster; to the list and to the summary. */
export function ReportNeighbours({ report }: { report: Report }) {
  const trpc = useTRPC();
  const clusterYearId = report.clusterYear.id;
  const { data } = useQuery(
    trpc.reports.inbox.queryOptions({ clusterYearId: clusterYearId as ClusterYearId, period: report.period }),
  );
  const members = data?.members.filter(({ reportId }) => reportId !== null) ?? [];
  const here = members.findIndex(({ reportId }) => reportId === report.id);
  const before = here > 0 ? members[here - 1] : undefined;
  const after = here < 0 ? undefined : members[here + 1];
  const to = (reportId: string | null) => paths.report.to(clusterYearId, reportId ?? '');
  return (
    <Group gap="md">
      {before && (
        <Anchor component={Link} to={to(before.reportId)} rel="prev">
          ‹ {before.name}
        </Anchor>
      )}
      {after && (
        <Anchor component={Link} to={to(after.reportId)} rel="next">
          {after.name} ›
        </Anchor>
      )}
      <Anchor component={Link} to={paths.reports.to(clusterYearId)}>
        <Trans>Báo cáo của các đơn vị</Trans>
      </Anchor>
      <Anchor component={Link} to={paths.summary.to(clusterYearId)}>
        <Trans>Biểu tổng hợp</Trans>
      </Anchor>
    </Group>
  );
}
