import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs } from 'react-router';
import * as z from 'zod/mini';
import { NewClusterDialog } from '#client/clusters/cluster-dialog.tsx';
import type { ClusterRow } from '#client/clusters/cluster-types.ts';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { CLUSTER_KIND_LABELS } from '#shared/clusters/clusters.labels.ts';
import { clusterKind } from '#shared/clusters/clusters.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';

const filterSchema = z.object({
  tim: z.optional(z.string().check(z.maxLength(100))),
  loai: z.optional(clusterKind),
});

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.clusters.catalogue.queryOptions());
  return null;
}

/** Danh sách Cụm, khối: national ones and those that provinces organise, as far as the person reaches. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.clusters.catalogue.queryOptions());
  const [filters, change, clear] = useUrlFilters(filterSchema);
  const [adding, setAdding] = useState(false);
  // The address follows the typing; read back from there, fast typing would lose letters.
  const [sought, setSought] = useState(filters.tim ?? '');
  const rows = data.rows.filter((row) => matches(row, sought, filters.loai));
  const mayAdd = data.organizers.length > 0;
  const filtered = sought !== '' || filters.loai !== undefined;
  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Danh sách cụm, khối thi đua`}
        about={<Trans>Thành viên tính đến ngày {formatDate(data.today)}</Trans>}
        actions={
          mayAdd && (
            <Button onClick={() => setAdding(true)}>
              <Trans>Thêm cụm, khối</Trans>
            </Button>
          )
        }
      />
      <Group gap="xs">
        <TextInput
          w={320}
          aria-label={t`Tìm theo tên cụm, đơn vị`}
          placeholder={t`Tìm theo tên cụm, đơn vị`}
          maxLength={100}
          value={sought}
          onChange={(event) => {
            setSought(event.currentTarget.value);
            change({ tim: event.currentTarget.value });
          }}
        />
        <NativeSelect
          aria-label={t`Loại`}
          value={filters.loai ?? ''}
          onChange={(event) => change({ loai: (event.currentTarget.value || undefined) as never })}
          data={[
            { value: '', label: t`Cụm và khối` },
            ...clusterKind.options.map((kind) => ({ value: kind, label: label(CLUSTER_KIND_LABELS[kind]) })),
          ]}
        />
        {filtered && (
          <Button
            variant="subtle"
            onClick={() => {
              setSought('');
              clear();
            }}
          >
            <Trans>Xóa lọc</Trans>
          </Button>
        )}
      </Group>
      <DataTable
        caption={t`Danh sách cụm, khối thi đua`}
        rows={rows}
        rowKey={({ id }) => id}
        minWidth={980}
        empty={
          filtered ? (
            <Trans>Không có cụm, khối nào khớp. Xóa lọc để xem tất cả.</Trans>
          ) : mayAdd ? (
            <Trans>Chưa có cụm, khối nào. Bấm “Thêm cụm, khối” để bắt đầu.</Trans>
          ) : (
            <Trans>Đơn vị chưa thuộc cụm, khối thi đua nào. Quản trị hệ thống thêm đơn vị vào cụm để bắt đầu.</Trans>
          )
        }
        columns={[
          {
            id: 'name',
            head: <Trans>Cụm, khối</Trans>,
            rowHead: true,
            wrap: true,
            cell: ({ id, name }) => <Link to={paths.cluster.to(id)}>{name}</Link>,
          },
          { id: 'kind', head: <Trans>Loại</Trans>, width: 110, cell: ({ kind }) => label(CLUSTER_KIND_LABELS[kind]) },
          {
            id: 'organizer',
            head: <Trans>Cơ quan tổ chức</Trans>,
            width: 130,
            cell: ({ organizerName }) => organizerName ?? t`Trung ương`,
          },
          {
            id: 'members',
            head: <Trans>Thành viên</Trans>,
            width: 100,
            numeric: true,
            cell: ({ memberCount }) => String(memberCount),
          },
          {
            id: 'year',
            head: <Trans>Năm đang phụ trách</Trans>,
            width: 150,
            cell: ({ yearName, closedOn }) =>
              closedOn ? t`Kết thúc ${formatDate(closedOn)}` : (yearName ?? t`Chưa mở`),
          },
          {
            id: 'chair',
            head: <Trans>Cụm trưởng, Khối trưởng</Trans>,
            width: 170,
            cell: ({ chairName }) => chairName ?? '–',
          },
          {
            id: 'deputy',
            head: <Trans>Cụm phó, Khối phó</Trans>,
            width: 130,
            cell: ({ deputyChairName }) => deputyChairName ?? '–',
          },
        ]}
      />
      {adding && <NewClusterDialog organizers={data.organizers} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function matches(row: ClusterRow, sought: string, kind: string | undefined): boolean {
  if (kind !== undefined && row.kind !== kind) return false;
  const text = fold([row.name, row.shortName, row.organizerName, row.chairName, row.deputyChairName].join(' '));
  return text.includes(fold(sought));
}
