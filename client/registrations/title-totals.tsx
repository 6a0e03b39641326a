import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { KINDS, type Registrations, sumOf, titlesIn } from '#client/registrations/registration-types.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { REGISTERED_KIND_LABELS, type RegisteredKind } from '#shared/registrations/registrations.schema.ts';

type Row = { code: string; name: string; kind: RegisteredKind; registered: number; achieved: number; names: string[] };

/** Titles aimed at against those given, of one member or of the cluster; a count given opens its rows. */
export function TitleTotals({ data, unitId }: { data: Registrations; unitId: string | null }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { can } = useSession();
  const of = <One extends { unitId: string }>(rows: readonly One[]) =>
    unitId === null ? rows : rows.filter((row) => row.unitId === unitId);
  const lines = of(data.members)
    .filter(({ status }) => status === 'sent')
    .flatMap((member) => member.lines);
  const achieved = of(data.achieved);
  const rows = titlesIn(data.forms, [...lines, ...achieved]).flatMap(({ code, name }): Row[] =>
    KINDS.map((kind) => ({
      code,
      name,
      kind,
      registered: sumOf(lines, code, kind),
      achieved: sumOf(achieved, code, kind),
      names: lines.filter((line) => line.awardCode === code && line.kind === kind).flatMap((line) => line.names),
    })).filter((row) => row.registered > 0 || row.achieved > 0),
  );
  const opens = ({ code, kind }: Row): string => {
    const params = new URLSearchParams({ year: String(data.year.year), awardCode: code });
    if (unitId) params.set('unitId', unitId);
    if (kind === 'individual') params.set('kind', kind);
    return `${paths.registry.to()}?${params}`;
  };
  return (
    <DataTable
      caption={t`Danh hiệu đăng ký và đạt được`}
      rows={rows}
      rowKey={({ code, kind }) => `${code} ${kind}`}
      empty={
        unitId === null ? (
          <Trans>Chưa có đơn vị nào gửi đăng ký, và Sổ khen thưởng chưa có khen thưởng của năm này.</Trans>
        ) : (
          <Trans>Đơn vị này chưa gửi đăng ký, và Sổ khen thưởng chưa có khen thưởng của đơn vị trong năm.</Trans>
        )
      }
      columns={[
        {
          id: 'title',
          head: <Trans>Danh hiệu, hình thức</Trans>,
          rowHead: true,
          wrap: true,
          cell: ({ name }) => name,
        },
        {
          id: 'kind',
          head: <Trans>Cho</Trans>,
          width: 100,
          cell: ({ kind }) => label(REGISTERED_KIND_LABELS[kind]),
        },
        {
          id: 'registered',
          head: <Trans>Đăng ký</Trans>,
          width: 100,
          numeric: true,
          cell: ({ registered }) => formatScaled(registered, 0),
        },
        {
          id: 'achieved',
          head: <Trans>Đạt được</Trans>,
          width: 100,
          numeric: true,
          cell: (row) => {
            const count = formatScaled(row.achieved, 0);
            const { name } = row;
            return row.achieved > 0 && can('awards.list') ? (
              <Anchor component={Link} to={opens(row)} aria-label={t`${count} khen thưởng: ${name}`}>
                {count}
              </Anchor>
            ) : (
              count
            );
          },
        },
        {
          id: 'names',
          head: <Trans>Tên đã ghi</Trans>,
          width: 360,
          wrap: true,
          cell: ({ names }) => names.join('; ') || '–',
        },
      ]}
    />
  );
}
