import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { RecommendationsPanel } from '#client/conferences/recommendations-panel.tsx';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatDate } from '#shared/core/dates.ts';

const inputOf = (clusterYearId: string | undefined) => ({ clusterYearId: (clusterYearId ?? '') as ClusterYearId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.recommendations.ofYear.queryOptions(inputOf(params.clusterYearId)));
  return null;
}

/** Ý kiến chỉ đạo, đề nghị of a year's conference, and how far every unit is with each. */
export function Component() {
  const { t } = useLingui();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.recommendations.ofYear.queryOptions(inputOf(clusterYearId)));
  const { clusterYear, conference } = data;
  const { clusterName } = clusterYear;
  const year = String(clusterYear.year);
  const heldOn = conference && formatDate(conference.heldOn);
  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Ý kiến chỉ đạo, đề nghị`}
        about={
          <>
            <Trans>
              {clusterName}, năm thi đua {year}
            </Trans>
            {heldOn && (
              <>
                {' · '}
                <Anchor component={Link} underline="always" to={paths.conference.to(clusterYear.id)}>
                  <Trans>Hội nghị ngày {heldOn}</Trans>
                </Anchor>
              </>
            )}
          </>
        }
      />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <RecommendationsPanel data={data} />
    </Stack>
  );
}
