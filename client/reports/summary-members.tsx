import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { comparisonColumns } from '#client/reports/comparison-columns.tsx';
import type { Summary, SummaryIndicator, SummaryLine } from '#client/reports/report-types.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { VALUE_STATUS_LABELS } from '#shared/reports/reports.schema.ts';

type Props = { indicator: SummaryIndicator; members: Summary['members']; clusterYearId: string };

/** The figures behind one figure of the cluster, each with its report. */
export function SummaryMembers({ indicator, members, clusterYearId }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const { decimals, name } = indicator;
  const memberOf = new Map(members.map((member) => [member.unitId, member]));
  const number = (scaled: number | null) => (scaled === null ? '–' : formatScaled(scaled, decimals));

  function unit({ unitId }: SummaryLine) {
    const member = memberOf.get(unitId);
    if (!member?.reportId) return member?.name ?? unitId;
    return (
      <Anchor component={Link} to={paths.report.to(clusterYearId, member.reportId)}>
        {member.name}
      </Anchor>
    );
  }

  return (
    <DataTable
      caption={t`Số thành phần: ${name}`}
      rows={indicator.members}
      rowKey={({ unitId }) => unitId}
      empty={<Trans>Cụm chưa có đơn vị thành viên trong năm này. Quản trị hệ thống thêm đơn vị vào cụm.</Trans>}
      columns={[
        { id: 'unit', head: <Trans>Đơn vị</Trans>, width: 150, rowHead: true, cell: unit },
        {
          id: 'value',
          head: <Trans>Thực hiện</Trans>,
          width: 150,
          numeric: true,
          cell: (line) => (line.value === null ? <Missing state={line.state} /> : number(line.value)),
        },
        {
          id: 'status',
          head: <Trans>Trạng thái số liệu</Trans>,
          width: 140,
          cell: ({ valueStatus }) => (valueStatus === null ? '–' : label(VALUE_STATUS_LABELS[valueStatus])),
        },
        ...comparisonColumns<SummaryLine>(decimals, label),
        { id: 'note', head: <Trans>Giải trình</Trans>, wrap: true, cell: ({ note }) => note },
      ]}
    />
  );
}

function Missing({ state }: Pick<SummaryLine, 'state'>) {
  return state === 'completing' ? <Trans>Đang bổ sung</Trans> : <Trans>Chưa có số liệu</Trans>;
}
