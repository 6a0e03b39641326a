import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { ReactNode } from 'react';
import { Link, type LoaderFunctionArgs } from 'react-router';
import { type AppRouter, apiContext, useTRPC } from '#client/core/api.ts';
import { ModelTabs } from '#client/core/model-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { ReplicationBadge } from '#client/replications/replication-badge.tsx';
import { formatDate } from '#shared/core/dates.ts';
import { effectText } from '#shared/exemplars/effects.schema.ts';
import { REPLICATION_FIELD_LABELS } from '#shared/replications/replications.labels.ts';

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.replications.list.queryOptions({}));
  return null;
}

/** What one's unit took up of others, and who took up what is of one's unit or cluster. */
export function Component() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { data: rows } = useSuspenseQuery(trpc.replications.list.queryOptions({}));
  return (
    <Stack gap="sm">
      <PageHeader
        title={t`Mô hình đã áp dụng`}
        about={<Trans>Mô hình đơn vị bạn áp dụng của nơi khác, và nơi khác áp dụng của đơn vị bạn</Trans>}
      />
      <ModelTabs />
      <Table
        title={t`Đơn vị bạn áp dụng`}
        rows={rows.filter(({ isMine }) => isMine)}
        empty={
          <Trans>
            Chưa áp dụng mô hình nào. Mở một mô hình ở “Phổ biến từ các cụm, khối” và bấm “Áp dụng mô hình này”.
          </Trans>
        }
      />
      <Table
        title={t`Đơn vị khác áp dụng`}
        rows={rows.filter(({ isMine }) => !isMine)}
        empty={
          <Trans>
            Chưa có đơn vị nào áp dụng mô hình của đơn vị bạn hoặc của Cụm. Mô hình được đồng ý phổ biến ngoài Cụm thì
            các cụm, khối khác áp dụng được.
          </Trans>
        }
      />
    </Stack>
  );
}

type Rows = inferRouterOutputs<AppRouter>['replications']['list'];

function Table({ title, rows, empty }: { title: string; rows: Rows; empty: ReactNode }) {
  const { label } = useWords();
  return (
    <DataTable
      caption={title}
      captionShown
      rows={rows}
      rowKey={({ id }) => id}
      minWidth={1000}
      empty={empty}
      columns={[
        {
          id: 'model',
          head: label(REPLICATION_FIELD_LABELS.model!),
          rowHead: true,
          wrap: true,
          cell: ({ id, title: model }) => (
            <Anchor component={Link} to={paths.replication.to(id)}>
              {model}
            </Anchor>
          ),
        },
        { id: 'origin', head: <Trans>Đơn vị có mô hình</Trans>, width: 130, cell: ({ originName }) => originName },
        { id: 'unit', head: <Trans>Đơn vị áp dụng</Trans>, width: 130, cell: ({ unitName }) => unitName },
        {
          id: 'place',
          head: label(REPLICATION_FIELD_LABELS.place!),
          width: 190,
          wrap: true,
          cell: ({ place }) => place,
        },
        {
          id: 'from',
          head: label(REPLICATION_FIELD_LABELS.startedOn!),
          width: 100,
          cell: ({ startedOn }) => formatDate(startedOn),
        },
        {
          id: 'status',
          head: label(REPLICATION_FIELD_LABELS.status!),
          width: 140,
          cell: ({ status }) => <ReplicationBadge status={status} />,
        },
        {
          id: 'results',
          head: label(REPLICATION_FIELD_LABELS.effects!),
          width: 230,
          wrap: true,
          cell: ({ results }) => results.map(effectText).join('; ') || '–',
        },
      ]}
    />
  );
}
