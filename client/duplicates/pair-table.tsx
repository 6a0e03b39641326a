import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import type { PairRow } from '#client/duplicates/duplicate-types.ts';
import { Grounds } from '#client/duplicates/grounds.tsx';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';

type Props = { rows: readonly PairRow[]; empty: ReactNode; isSettled: boolean };

/** One line for each pair: how likely, who, why. */
export function PairTable({ rows, empty, isSettled }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  return (
    <DataTable
      caption={t`Cặp hồ sơ nghi trùng`}
      rows={rows}
      rowKey={({ id }) => id}
      minWidth={1080}
      empty={empty}
      columns={[
        {
          id: 'score',
          head: <Trans>Mức nghi</Trans>,
          width: 84,
          numeric: true,
          cell: ({ score }) => score,
        },
        {
          id: 'first',
          head: <Trans>Hồ sơ thứ nhất</Trans>,
          rowHead: true,
          wrap: true,
          cell: (row) => (
            <>
              <Anchor component={Link} to={paths.duplicate.to(row.id)}>
                {row.firstName}
              </Anchor>
              <Whose birthYear={row.firstBirthYear} unitName={row.firstUnitName} isDemo={row.firstIsDemo} />
            </>
          ),
        },
        {
          id: 'second',
          head: <Trans>Hồ sơ thứ hai</Trans>,
          wrap: true,
          cell: (row) => (
            <>
              {row.secondName}
              <Whose birthYear={row.secondBirthYear} unitName={row.secondUnitName} isDemo={row.secondIsDemo} />
            </>
          ),
        },
        { id: 'kind', head: <Trans>Loại</Trans>, width: 110, cell: ({ kind }) => label(RECIPIENT_KIND_LABELS[kind]) },
        {
          id: 'grounds',
          head: isSettled ? <Trans>Căn cứ và lý do không trùng</Trans> : <Trans>Căn cứ</Trans>,
          width: 380,
          wrap: true,
          cell: (row) => (
            <>
              <Grounds grounds={row.grounds} />
              {isSettled && row.reason && <div>{row.reason}</div>}
            </>
          ),
        },
      ]}
    />
  );
}

function Whose({ birthYear, unitName, isDemo }: { birthYear: number | null; unitName: string | null; isDemo: number }) {
  const year = String(birthYear);
  return (
    <Text size="sm" c="gray.7">
      {birthYear !== null && (
        <>
          <Trans>sinh {year}</Trans> ·{' '}
        </>
      )}
      {unitName ?? <Trans>chưa ghi đơn vị</Trans>}
      {isDemo === 1 && (
        <>
          {' '}
          · <Trans>dữ liệu minh họa</Trans>
        </>
      )}
    </Text>
  );
}
