import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { ChooseIndicators } from '#client/indicators/choose-indicators.tsx';
import type { AskedRow, YearIndicators } from '#client/indicators/indicator-types.ts';
import { SeriesNote } from '#client/indicators/series-note.tsx';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { yearInSentence } from '#shared/core/year-title.ts';
import { INDICATOR_KIND_LABELS } from '#shared/indicators/indicators.labels.ts';
import { AGGREGATION_LABELS } from '#shared/indicators/indicators.schema.ts';

const inputOf = (clusterYearId: string | undefined) => ({ clusterYearId: (clusterYearId ?? '') as ClusterYearId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.indicators.ofYear.queryOptions(inputOf(params.clusterYearId)));
  return null;
}

/** Chỉ tiêu của năm: what the year asks, in its order; those who prepare it choose. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.indicators.ofYear.queryOptions(inputOf(clusterYearId)));
  const [choosing, setChoosing] = useState(false);
  const { year, rows, chooseReasons } = data;
  const title = label(yearInSentence(year));
  const count = String(rows.length);
  const mayChoose = chooseReasons.length === 0;
  return (
    <Stack gap="xs">
      <div>
        <PageHeader
          title={t`Chỉ tiêu ${title}`}
          about={
            <>
              {year.clusterName} · <Trans>{count} chỉ tiêu</Trans> ·{' '}
              <Link to={paths.yearPlan.to(year.id)}>
                <Trans>Kế hoạch năm</Trans>
              </Link>{' '}
              ·{' '}
              <Link to={paths.indicators.to()}>
                <Trans>Danh mục chỉ tiêu</Trans>
              </Link>
            </>
          }
          actions={
            mayChoose &&
            !choosing && (
              <Button onClick={() => setChoosing(true)}>
                <Trans>Chọn, sắp xếp</Trans>
              </Button>
            )
          }
        />
        {year.status !== 'draft' && <ClusterYearTabs clusterYearId={year.id} />}
      </div>
      {choosing ? (
        // A version that came meanwhile starts the choice anew: what was moved here stood on the old one.
        <ChooseIndicators key={year.version} data={data} onClose={() => setChoosing(false)} />
      ) : (
        <AskedTable rows={rows} mayChoose={mayChoose} />
      )}
      {!mayChoose && (
        <Text size="sm" c="gray.7">
          {chooseReasons[0]!.text}
        </Text>
      )}
    </Stack>
  );
}

function AskedTable({ rows, mayChoose }: { rows: YearIndicators['rows']; mayChoose: boolean }) {
  const { t } = useLingui();
  const { label } = useWords();
  const columns: Column<AskedRow>[] = [
    {
      id: 'name',
      head: <Trans>Chỉ tiêu</Trans>,
      rowHead: true,
      wrap: true,
      cell: ({ indicatorId, name, isHeadline }) => (
        <>
          <Link to={paths.indicator.to(indicatorId)}>{name}</Link>{' '}
          {isHeadline && (
            <StatusBadge tone="info">
              <Trans>Chỉ tiêu chính</Trans>
            </StatusBadge>
          )}
        </>
      ),
    },
    { id: 'unit', head: <Trans>Đơn vị tính</Trans>, width: 110, cell: ({ unitOfMeasure }) => unitOfMeasure },
    {
      id: 'kind',
      head: <Trans>Loại số liệu</Trans>,
      width: 130,
      cell: ({ kind }) => label(INDICATOR_KIND_LABELS[kind]),
    },
    {
      id: 'aggregation',
      head: <Trans>Cách tổng hợp</Trans>,
      width: 180,
      wrap: true,
      cell: ({ aggregation }) => label(AGGREGATION_LABELS[aggregation]),
    },
    {
      id: 'source',
      head: <Trans>Nguồn số liệu</Trans>,
      width: 160,
      wrap: true,
      cell: ({ sourceOffice }) => sourceOffice,
    },
    {
      id: 'series',
      head: <Trans>Chuỗi số</Trans>,
      width: 240,
      wrap: true,
      cell: ({ series }) => (series ? <SeriesNote series={series} /> : '–'),
    },
  ];
  return (
    <DataTable
      caption={t`Chỉ tiêu của năm`}
      columns={columns}
      rows={rows}
      rowKey={({ indicatorVersionId }) => indicatorVersionId}
      minWidth={1080}
      empty={
        mayChoose ? (
          <Trans>Năm này chưa có chỉ tiêu. Bấm “Chọn, sắp xếp” để chọn từ danh mục.</Trans>
        ) : (
          <Trans>Năm này chưa có chỉ tiêu. Cơ quan thường trực Cụm chọn từ danh mục chỉ tiêu.</Trans>
        )
      }
    />
  );
}
