import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useTRPC } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import type { Report } from '#client/reports/report-types.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isWaiting, nextWaiting } from '#shared/reports/walk.rules.ts';

export type ReportWalk = {
  /** Other reports that wait for the chair's office; undefined while they are not known. */
  waiting: number | undefined;
  before: { name: string; go: () => void } | undefined;
  after: { name: string; go: () => void } | undefined;
};

/**
 * From one report that waits to the next, without a list between them. Alt+PageDown and Alt+PageUp do the same: free in
 * every browser, and safe while a Vietnamese keyboard is composing.
 */
export function useReportWalk({ id, period, clusterYear }: Report): ReportWalk {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { data } = useQuery(
    trpc.reports.inbox.queryOptions({ clusterYearId: clusterYear.id as ClusterYearId, period }),
  );
  const members = data?.members ?? [];
  const stepTo = (direction: 1 | -1) => {
    const found = nextWaiting(members, id, direction);
    const to = found?.reportId;
    return found && to ? { name: found.name, go: () => void navigate(paths.report.to(clusterYear.id, to)) } : undefined;
  };
  const before = stepTo(-1);
  const after = stepTo(1);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
      const step = event.key === 'PageDown' ? after : event.key === 'PageUp' ? before : undefined;
      if (!step || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      step.go();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  const others = members.filter((member) => member.reportId !== id && isWaiting(member));
  return { waiting: data && others.length, before, after };
}
