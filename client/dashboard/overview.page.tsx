import { useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { useSession } from '#client/core/session.tsx';
import { AwardFacets } from '#client/dashboard/award-facets.tsx';
import css from '#client/dashboard/dashboard.module.css';
import { TaskList } from '#client/dashboard/task-list.tsx';
import { YearStanding } from '#client/dashboard/year-standing.tsx';

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.dashboard.overview.queryOptions());
  return null;
}

/** The first page of everybody: what waits for me, and how the year stands. */
export function Component() {
  const { t } = useLingui();
  const { can } = useSession();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.dashboard.overview.queryOptions());
  return (
    <>
      <PageHeader title={t`Tổng quan`} />
      <div className={css.columns}>
        <TaskList tasks={data.tasks} today={data.today} clusterYearId={data.standing?.clusterYearId} />
        <YearStanding overview={data} />
        {can('awards.aggregate') && <AwardFacets />}
      </div>
    </>
  );
}
