import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Stack, Tabs } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs, useParams, useSearchParams } from 'react-router';
import { PackNames } from '#client/conferences/pack-names.tsx';
import { PackTemplates } from '#client/conferences/pack-templates.tsx';
import { PackVersions } from '#client/conferences/pack-versions.tsx';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';

const inputOf = (clusterYearId: string | undefined) => ({ clusterYearId: (clusterYearId ?? '') as ClusterYearId });
const WHILE_MADE_MS = 1_000;

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const input = inputOf(params.clusterYearId);
  const { mayMake } = await queryClient.ensureQueryData(trpc.conferencePacks.ofYear.queryOptions(input));
  if (mayMake) await queryClient.ensureQueryData(trpc.conferencePacks.templates.queryOptions(input));
  return null;
}

const TABS = ['ban-da-lap', 'mau', 'ten'] as const;

/** Bộ tài liệu Hội nghị: its versions, the office's templates, and the names they may use. */
export function Component() {
  const { t } = useLingui();
  const { clusterYearId } = useParams();
  const [params, setParams] = useSearchParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.conferencePacks.ofYear.queryOptions(inputOf(clusterYearId)),
    refetchInterval: ({ state }) => (state.data?.job?.isUnderWay ? WHILE_MADE_MS : false),
  });
  const { clusterYear, mayMake } = data;
  const { clusterName } = clusterYear;
  const year = String(clusterYear.year);
  const tab = (mayMake ? TABS : []).find((one) => one === params.get('muc')) ?? 'ban-da-lap';
  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Bộ tài liệu Hội nghị`}
        about={
          <>
            <Trans>
              {clusterName}, năm thi đua {year}
            </Trans>
            {' · '}
            <Anchor component={Link} underline="always" to={paths.conference.to(clusterYear.id)}>
              <Trans>Về trang Hội nghị</Trans>
            </Anchor>
          </>
        }
      />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <Tabs
        value={tab}
        onChange={(next) => setParams(next && next !== 'ban-da-lap' ? { muc: next } : {})}
        keepMounted={false}
      >
        <Tabs.List mb="sm">
          <Tabs.Tab value="ban-da-lap">{t`Các bản đã lập (${data.packs.length})`}</Tabs.Tab>
          {mayMake && <Tabs.Tab value="mau">{t`Mẫu văn bản`}</Tabs.Tab>}
          {mayMake && <Tabs.Tab value="ten">{t`Danh sách tên`}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="ban-da-lap">
          <PackVersions data={data} />
        </Tabs.Panel>
        {mayMake && <TemplatePanels clusterYearId={clusterYear.id as ClusterYearId} />}
      </Tabs>
    </Stack>
  );
}

/** What the office works with that makes the papers: its templates, and the names they may use. */
function TemplatePanels({ clusterYearId }: { clusterYearId: ClusterYearId }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.conferencePacks.templates.queryOptions({ clusterYearId }));
  return (
    <>
      <Tabs.Panel value="mau">
        <PackTemplates clusterYearId={clusterYearId} papers={data.papers} />
      </Tabs.Panel>
      <Tabs.Panel value="ten">
        <PackNames clusterYearId={clusterYearId} names={data.names} invitationNames={data.invitationNames} />
      </Tabs.Panel>
    </>
  );
}
