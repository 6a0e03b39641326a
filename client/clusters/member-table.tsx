import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Cluster, Member } from '#client/clusters/cluster-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useAction } from '#client/core/use-action.ts';
import { formatDate } from '#shared/core/dates.ts';

/** Members with their dates; those that left stay in sight, because the years they belonged to do. */
export function MemberTable({ cluster }: { cluster: Cluster }) {
  const { t } = useLingui();
  const [ending, setEnding] = useState<Member | null>(null);
  const columns: Column<Member>[] = [
    {
      id: 'unit',
      head: <Trans>Đơn vị thành viên</Trans>,
      rowHead: true,
      title: ({ unitFullName }) => unitFullName,
      cell: ({ unitName }) => unitName,
    },
    {
      id: 'from',
      head: <Trans>Từ ngày</Trans>,
      width: 130,
      cell: ({ validFrom }) => <Day day={validFrom} none={t`Từ trước`} />,
    },
    {
      id: 'to',
      head: <Trans>Đến hết ngày</Trans>,
      width: 130,
      cell: ({ validTo }) => <Day day={validTo} none={t`Đến nay`} />,
    },
    {
      id: 'state',
      head: <Trans>Hiện nay</Trans>,
      width: 150,
      cell: ({ isActive, validFrom }) =>
        isActive ? (
          <StatusBadge tone="good">
            <Trans>Thành viên</Trans>
          </StatusBadge>
        ) : validFrom !== null && validFrom > cluster.today ? (
          <StatusBadge tone="info">
            <Trans>Sắp tham gia</Trans>
          </StatusBadge>
        ) : (
          <StatusBadge tone="neutral">
            <Trans>Đã kết thúc</Trans>
          </StatusBadge>
        ),
    },
  ];
  if (cluster.mayChange)
    columns.push({
      id: 'act',
      head: <Trans>Thao tác</Trans>,
      width: 130,
      cell: (member) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={
            member.validTo
              ? t`Sửa ngày kết thúc của ${member.unitName}`
              : t`Kết thúc tư cách thành viên của ${member.unitName}`
          }
          onClick={() => setEnding(member)}
        >
          {member.validTo ? <Trans>Sửa ngày</Trans> : <Trans>Kết thúc</Trans>}
        </Button>
      ),
    });
  return (
    <>
      <DataTable
        caption={t`Đơn vị thành viên và thời gian tham gia`}
        rows={cluster.members}
        rowKey={({ id }) => id}
        minWidth={620}
        maxHeight={420}
        columns={columns}
        empty={
          cluster.mayChange ? (
            <Trans>Chưa có đơn vị thành viên. Bấm “Thêm đơn vị” để chọn đơn vị đầu tiên.</Trans>
          ) : (
            <Trans>Chưa có đơn vị thành viên. Cơ quan tổ chức cụm, khối ghi danh sách thành viên.</Trans>
          )
        }
      />
      {ending && <EndDialog cluster={cluster} member={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

function Day({ day, none }: { day: string | null; none: string }) {
  return <span className="tabular">{day === null ? none : formatDate(day)}</span>;
}

function EndDialog({ cluster, member, onClose }: { cluster: Cluster; member: Member; onClose: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const { unitName } = member;
  const end = useAction(
    ({ date, reason }: { date: string; reason: string }) =>
      client.clusters.endMember.mutate({
        clusterId: cluster.id as never,
        memberId: member.id as never,
        validTo: date,
        reason,
      }),
    { done: t`Đã ghi ngày kết thúc của ${unitName}`, onDone: onClose },
  );
  return (
    <ConfirmDialog
      title={t`Kết thúc tư cách thành viên`}
      confirmLabel={t`Ghi ngày kết thúc`}
      pending={end.pending}
      problem={end.problem}
      onRetry={() => void end.retry()}
      onClose={onClose}
      onConfirm={(confirmation) => void end.run(confirmation)}
      date={{
        label: t`Ngày cuối cùng là thành viên`,
        required: true,
        initial: member.validTo ?? '',
      }}
      reason={{ label: t`Lý do, căn cứ` }}
    >
      <Trans>
        Hết ngày này, {unitName} không nhập, gửi báo cáo và hồ sơ của Cụm được nữa nhưng vẫn xem được các năm đã tham
        gia. Có thể thêm lại sau.
      </Trans>
    </ConfirmDialog>
  );
}
