import { Trans, useLingui } from '@lingui/react/macro';
import css from '#client/clusters/clusters.module.css';
import { MilestoneLink } from '#client/clusters/milestone-link.tsx';
import type { MatrixRow, Workspace } from '#client/clusters/workspace-types.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { TodayUnitLink } from '#client/units/today-unit-link.tsx';
import type { UnitsToday } from '#client/units/unit-view-picker.tsx';
import { MILESTONE_LABELS, milestone } from '#shared/clusters/clusters.schema.ts';
import { groupByToday } from '#shared/units/today-groups.ts';
import { percentText } from '#shared/units/units.rules.ts';

type Row = { unitId: string; members: { row: MatrixRow; sharePermille: number }[] };
type Props = { workspace: Workspace; mapping: UnitsToday };

/** The matrix by the units of today: each line holds the members that are in it now, with what they did then. */
export function TodayMatrix({ workspace, mapping }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const rowOf = new Map(workspace.matrix.map((row) => [row.unitId, row]));
  const members = new Set(rowOf.keys());
  const unitOf = new Map(mapping.units.map((unit) => [unit.unitId, unit]));
  const rows: Row[] = groupByToday([...members], mapping).map(({ unitId, from }) => ({
    unitId,
    members: from.flatMap(({ unitId: id, sharePermille }) => {
      const row = rowOf.get(id);
      return row ? [{ row, sharePermille }] : [];
    }),
  }));
  const cell = ({ members: all }: Row, index: number) => (
    <div className={css.stacked}>
      {all.map(({ row, sharePermille }) => (
        <span key={row.unitId}>
          {(all.length > 1 || sharePermille < 1000) && (
            <>
              {row.name}
              {sharePermille < 1000 && ` (${percentText(sharePermille)})`}:{' '}
            </>
          )}
          <MilestoneLink
            cell={row.cells[index]!}
            unitId={row.unitId}
            unitName={row.name}
            clusterYearId={workspace.clusterYear.id}
          />
        </span>
      ))}
    </div>
  );
  return (
    <DataTable
      caption={t`Bảng theo dõi tiến độ, quy về đơn vị hiện nay`}
      rows={rows}
      rowKey={({ unitId }) => unitId}
      minWidth={860}
      columns={[
        {
          id: 'unit',
          head: <Trans>Đơn vị hiện nay</Trans>,
          rowHead: true,
          wrap: true,
          cell: ({ unitId }) => {
            const unit = unitOf.get(unitId);
            return unit ? <TodayUnitLink unit={unit} members={members} /> : unitId;
          },
        },
        ...milestone.options.map((one, index) => ({
          id: one,
          head: label(MILESTONE_LABELS[one]),
          width: index === 0 ? '15%' : '20%',
          wrap: true,
          cell: (row: Row) => cell(row, index),
        })),
      ]}
      empty={<Trans>Chưa có đơn vị thành viên nào trong năm này.</Trans>}
    />
  );
}
