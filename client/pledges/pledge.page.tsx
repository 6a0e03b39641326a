import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { type AppRouter, apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { PLEDGE_STATUS_LABELS } from '#shared/pledges/pledges.schema.ts';

type OfYear = inferRouterOutputs<AppRouter>['pledges']['ofYear'];
type Pledge = NonNullable<OfYear['pledge']>;

const inputOf = (clusterYearId: string | undefined) => ({ clusterYearId: (clusterYearId ?? '') as ClusterYearId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.pledges.ofYear.queryOptions(inputOf(params.clusterYearId)));
  return null;
}

/** Giao ước thi đua of a year: joint text, targets of every member, who signed and in which capacity. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.pledges.ofYear.queryOptions(inputOf(clusterYearId)));
  const { clusterYear, members, pledge } = data;
  const title = t`Giao ước thi đua năm ${clusterYear.year}`;
  if (!pledge)
    return (
      <Stack gap={0}>
        <PageHeader title={title} about={clusterYear.clusterName} />
        <ClusterYearTabs clusterYearId={clusterYear.id} />
        <Text>
          <Trans>Năm này chưa có giao ước. Cơ quan thường trực Cụm soạn dự thảo rồi lấy ý kiến các tỉnh.</Trans>
        </Text>
      </Stack>
    );
  const signed = pledge.signedCount;
  const count = members.length;
  return (
    <Stack gap="xs">
      <PageHeader
        title={title}
        about={
          <>
            {clusterYear.clusterName} · {label(PLEDGE_STATUS_LABELS[pledge.status])} ·{' '}
            <Trans>
              Đã ký kết ({signed}/{count})
            </Trans>
          </>
        }
      />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      {pledge.isDemo && (
        <Text size="sm" c="gray.7">
          <Trans>Chỉ tiêu của từng tỉnh và người ký là dữ liệu minh họa.</Trans>
        </Text>
      )}
      <Title order={2}>
        <Trans>Nội dung giao ước</Trans>
      </Title>
      <Text style={{ whiteSpace: 'pre-wrap' }} maw={900}>
        {pledge.jointText}
      </Text>
      <Title order={2} mt="sm">
        <Trans>Đăng ký chỉ tiêu thi đua</Trans>
      </Title>
      <Targets pledge={pledge} members={members} />
      <Title order={2} mt="sm">
        <Trans>Ký kết</Trans>
      </Title>
      <Signatures pledge={pledge} />
    </Stack>
  );
}

function Targets({ pledge, members }: { pledge: Pledge; members: OfYear['members'] }) {
  const { t } = useLingui();
  return (
    <DataTable
      caption={t`Chỉ tiêu đăng ký của từng tỉnh`}
      rows={pledge.indicators}
      rowKey={({ id }) => id}
      minWidth={1080}
      empty={<Trans>Giao ước này chưa có chỉ tiêu.</Trans>}
      columns={[
        {
          id: 'name',
          head: <Trans>Chỉ tiêu, đơn vị tính</Trans>,
          rowHead: true,
          wrap: true,
          cell: ({ name, unitOfMeasure }) => `${name} (${unitOfMeasure})`,
        },
        ...members.map((member, index) => ({
          id: member.unitId,
          head: member.name,
          width: 92,
          numeric: true,
          cell: ({ targets, decimals }: Pledge['indicators'][number]) => figure(targets[index] ?? null, decimals),
        })),
        {
          id: 'total',
          head: <Trans>Toàn cụm</Trans>,
          width: 100,
          numeric: true,
          cell: ({ total, decimals }) => <strong>{figure(total.value, decimals)}</strong>,
        },
      ]}
    />
  );
}

function Signatures({ pledge }: { pledge: Pledge }) {
  const { t } = useLingui();
  return (
    <DataTable
      caption={t`Danh sách ký kết`}
      rows={pledge.signatures}
      rowKey={({ unitId }) => unitId}
      empty={<Trans>Chưa có đơn vị nào được mời ký.</Trans>}
      columns={[
        { id: 'unit', head: <Trans>Đơn vị</Trans>, width: 180, rowHead: true, cell: ({ name }) => name },
        {
          id: 'state',
          head: <Trans>Trạng thái</Trans>,
          width: 120,
          cell: ({ signedOn }) =>
            signedOn === null ? (
              <StatusBadge tone="neutral">{t`Chưa ký`}</StatusBadge>
            ) : (
              <StatusBadge tone="good">{t`Đã ký`}</StatusBadge>
            ),
        },
        {
          id: 'on',
          head: <Trans>Ngày ký</Trans>,
          width: 120,
          cell: ({ signedOn }) => <span className="tabular">{signedOn === null ? '–' : formatDate(signedOn)}</span>,
        },
        {
          id: 'capacity',
          head: <Trans>Chức vụ người ký</Trans>,
          cell: ({ capacity, signatoryName }) => [capacity, signatoryName].filter(Boolean).join(', ') || '–',
        },
      ]}
    />
  );
}

const figure = (scaled: number | null, decimals: number) => (scaled === null ? '–' : formatScaled(scaled, decimals));
