import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Title } from '@mantine/core';
import { CopyButton } from '#client/core/copy-text.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { ExportButton } from '#client/exports/export-picker.tsx';
import { type Ledger, yearInput } from '#client/pledges/pledge-types.ts';
import { LEDGER_COLUMNS } from '#shared/pledges/ledger-columns.ts';
import { ledgerTotals } from '#shared/pledges/ledger-text.ts';
import { PLEDGE_OUTCOME_LABELS } from '#shared/pledges/pledges.schema.ts';
import { missingText } from '#shared/pledges/progress.rules.ts';
import { QUARTER_NAMES } from '#shared/pledges/progress.schema.ts';

type Props = { ledger: Ledger; year: number; clusterYearId: string; onChoose: (unitId: string) => void };

/** Toàn Cụm: how many promises each member kept, and which quarters it has entered. */
export function LedgerTotals({ ledger, year, clusterYearId, onChoose }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const rows = ledgerTotals(ledger);
  // The latest quarter that has begun is the one to ask about.
  const asked = ledger.quarters.findLast(({ state }) => state !== 'ahead');
  return (
    <Stack gap="xs" component="section">
      <Group justify="space-between">
        <Title order={2}>
          <Trans>Toàn Cụm</Trans>
        </Title>
        <Group gap="xs">
          <ExportButton
            of={{ list: 'ledger', filters: yearInput(clusterYearId) }}
            columns={LEDGER_COLUMNS}
            title={t`Xuất cả Cụm`}
          />
          {asked && (
            <CopyButton
              text={() =>
                missingText(
                  year,
                  asked,
                  rows.filter((row) => row.isActive && row.entered[asked.quarter - 1] === 0).map(({ name }) => name),
                )
              }
            >
              <Trans>Sao chép: đơn vị chưa ghi quý {QUARTER_NAMES[asked.quarter]}</Trans>
            </CopyButton>
          )}
        </Group>
      </Group>
      <DataTable
        caption={t`Kết quả thực hiện giao ước của các đơn vị`}
        rows={rows}
        rowKey={({ unitId }) => unitId}
        minWidth={1000}
        empty={<Trans>Cụm chưa có đơn vị thành viên.</Trans>}
        columns={[
          {
            id: 'unit',
            head: <Trans>Đơn vị</Trans>,
            rowHead: true,
            cell: ({ unitId, name }) => (
              <Button variant="subtle" size="compact-sm" onClick={() => onChoose(unitId)}>
                {name}
              </Button>
            ),
          },
          ...ledger.quarters.map(({ quarter }, at) => ({
            id: `q${quarter}`,
            head: t`Quý ${QUARTER_NAMES[quarter]}`,
            width: 96,
            numeric: true,
            cell: ({ entered, promised }: (typeof rows)[number]) => `${entered[at]}/${promised}`,
          })),
          ...(['exceeded', 'met', 'missed', 'no-figure'] as const).map((outcome) => ({
            id: outcome,
            head: label(PLEDGE_OUTCOME_LABELS[outcome]),
            width: 110,
            numeric: true,
            cell: (row: (typeof rows)[number]) => row.outcomes[outcome],
          })),
        ]}
      />
    </Stack>
  );
}
