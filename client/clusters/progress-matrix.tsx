import { Trans, useLingui } from '@lingui/react/macro';
import { MilestoneLink } from '#client/clusters/milestone-link.tsx';
import type { MatrixRow, Workspace } from '#client/clusters/workspace-types.ts';
import { useSession } from '#client/core/session.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { MILESTONE_LABELS, milestone } from '#shared/clusters/clusters.schema.ts';

/** A longer matrix scrolls inside its frame: its head, and the plan of the year below it, stay in reach. */
const LONG = 15;

/** Bảng theo dõi tiến độ: members down, milestones across; each cell says a state and opens what is behind it. */
export function ProgressMatrix({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { account } = useSession();
  const cellOf = ({ cells, unitId, name }: MatrixRow, index: number) => (
    <MilestoneLink cell={cells[index]!} unitId={unitId} unitName={name} clusterYearId={workspace.clusterYear.id} />
  );
  return (
    <DataTable
      caption={t`Bảng theo dõi tiến độ của các đơn vị thành viên`}
      rows={workspace.matrix}
      rowKey={({ unitId }) => unitId}
      minWidth={860}
      maxHeight={workspace.matrix.length > LONG ? 'max(360px, calc(100vh - 300px))' : undefined}
      columns={[
        {
          id: 'unit',
          head: <Trans>Đơn vị thành viên</Trans>,
          rowHead: true,
          title: ({ fullName }) => fullName,
          cell: ({ unitId, name, leftOn }) => {
            const shown = leftOn === null ? name : t`${name} (đã rời Cụm)`;
            return unitId === account.unitId ? <strong>{shown}</strong> : shown;
          },
        },
        ...milestone.options.map((one, index) => ({
          id: one,
          head: label(MILESTONE_LABELS[one]),
          width: index === 0 ? '13%' : '21%',
          cell: (row: MatrixRow) => cellOf(row, index),
        })),
      ]}
      empty={
        <Trans>Chưa có đơn vị thành viên nào trong năm này. Quản trị hệ thống ghi thành viên của Cụm, Khối.</Trans>
      }
    />
  );
}
