import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Cluster, Year } from '#client/clusters/cluster-types.ts';
import { YearDialog } from '#client/clusters/year-dialog.tsx';
import { paths } from '#client/core/paths.ts';
import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { CHAIR_LABELS, DEPUTY_CHAIR_LABELS, LEAD_STATE_LABELS } from '#shared/clusters/clusters.labels.ts';
import { YEAR_STATUS_LABELS } from '#shared/clusters/year-draft.rules.ts';
import { formatDate } from '#shared/core/dates.ts';
import { yearTitle } from '#shared/core/year-title.ts';

const TONES: Readonly<Record<Year['state'], Tone>> = { leading: 'good', 'handed-over': 'neutral', ahead: 'info' };

/** The emulation years with who led them, newest first. */
export function YearTable({ cluster }: { cluster: Cluster }) {
  const { t } = useLingui();
  const { label } = useWords();
  const [editing, setEditing] = useState<Year | null>(null);
  const columns: Column<Year>[] = [
    {
      id: 'year',
      head: <Trans>Năm thi đua</Trans>,
      width: 160,
      wrap: true,
      rowHead: true,
      cell: ({ id, mayOpen, status, ...year }) => {
        const name = label(yearTitle(year));
        const to = status === 'draft' ? paths.yearPlan.to(id) : mayOpen ? paths.clusterYear.to(id) : undefined;
        return (
          <>
            {to ? <Link to={to}>{name}</Link> : name}{' '}
            {status !== 'published' && (
              <StatusBadge tone={status === 'draft' ? 'warn' : 'neutral'}>
                {label(YEAR_STATUS_LABELS[status])}
              </StatusBadge>
            )}
          </>
        );
      },
    },
    {
      id: 'span',
      head: <Trans>Thời gian</Trans>,
      width: 184,
      cell: ({ startsOn, endsOn }) => (
        <span className="tabular">
          {formatDate(startsOn)} - {formatDate(endsOn)}
        </span>
      ),
    },
    {
      id: 'chair',
      head: label(CHAIR_LABELS[cluster.kind]),
      cell: ({ chairName, isDemo, chairPerson }) => (
        <>
          {chairName}
          {isDemo && !chairPerson && (
            <Text span size="sm" c="gray.7">
              {' '}
              <Trans>(minh họa)</Trans>
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'deputy',
      head: label(DEPUTY_CHAIR_LABELS[cluster.kind]),
      width: 105,
      cell: ({ deputyChairName }) => deputyChairName ?? '–',
    },
    {
      id: 'office',
      head: <Trans>Cơ quan thường trực</Trans>,
      width: 150,
      wrap: true,
      cell: ({ standingOffice }) => standingOffice,
    },
    {
      id: 'handOver',
      head: <Trans>Bàn giao</Trans>,
      width: 128,
      cell: ({ id, handOverOn, mayOpen, status }) => {
        if (status === 'draft') return '–';
        const day = handOverOn ? formatDate(handOverOn) : t`Chưa ghi ngày`;
        return mayOpen ? <Link to={paths.handOver.to(id)}>{day}</Link> : day;
      },
    },
    {
      id: 'state',
      head: <Trans>Phụ trách</Trans>,
      width: 146,
      cell: ({ state }) => <StatusBadge tone={TONES[state]}>{label(LEAD_STATE_LABELS[state])}</StatusBadge>,
    },
  ];
  if (cluster.mayPrepare)
    columns.push({
      id: 'act',
      head: <Trans>Thao tác</Trans>,
      width: 80,
      cell: (year) =>
        year.mayEdit && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t`Sửa ${label(yearTitle(year))}`}
            onClick={() => setEditing(year)}
          >
            <Trans>Sửa</Trans>
          </Button>
        ),
    });
  return (
    <>
      <DataTable
        caption={t`Các năm thi đua của cụm, khối`}
        rows={cluster.years}
        rowKey={({ id }) => id}
        firstNumber={null}
        minWidth={1080}
        columns={columns}
        empty={
          cluster.mayChange ? (
            <Trans>Chưa mở năm thi đua nào. Thêm đơn vị thành viên rồi bấm “Mở năm thi đua”.</Trans>
          ) : (
            <Trans>Chưa mở năm thi đua nào. Cơ quan tổ chức cụm, khối mở năm thi đua.</Trans>
          )
        }
      />
      {editing && <YearDialog clusterId={cluster.id} clusterYearId={editing.id} onClose={() => setEditing(null)} />}
    </>
  );
}
