import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { figure, LedgerRows, type PromiseRow, ShareLine } from '#client/pledges/ledger-rows.tsx';
import type { Ledger, LedgerIndicator } from '#client/pledges/pledge-types.ts';
import { type WholeFigure, wholeOf } from '#shared/pledges/ledger-whole.rules.ts';

const RIGHT = { textAlign: 'right', fontWeight: 600 } as const;

type Props = { ledger: Ledger; indicator: LedgerIndicator; clusterYearId: string };

/** One indicator over all members that promised it, the cluster last: who is ahead, who is behind, who has not entered. */
export function LedgerByIndicator({ ledger, indicator, clusterYearId }: Props) {
  const { t } = useLingui();
  const { name, unitOfMeasure, decimals, cells } = indicator;
  const rows = ledger.members.flatMap(({ unitId, name: unitName, isActive, reportId }): PromiseRow[] => {
    const cell = cells.find((one) => one.unitId === unitId);
    const shown = isActive ? unitName : t`${unitName} (đã rời Cụm)`;
    return cell && cell.target !== null ? [{ id: unitId, name: shown, decimals, cell, unitName, reportId }] : [];
  });
  const { plan, quarters, actual } = wholeOf(indicator);
  const isTotalled = plan.value !== null;
  return (
    <LedgerRows
      caption={t`${name} (${unitOfMeasure}): các đơn vị`}
      head={<Trans>Đơn vị</Trans>}
      rows={rows}
      quarters={ledger.quarters}
      clusterYearId={clusterYearId}
      empty={<Trans>Không đơn vị nào đăng ký chỉ tiêu này.</Trans>}
      foot={
        isTotalled && rows.length > 0 ? (
          <tr>
            <td />
            <th scope="row">
              <Trans>Toàn Cụm</Trans>
            </th>
            <td style={RIGHT}>{figure(plan.value, decimals)}</td>
            {quarters.map((whole, at) => (
              <td key={ledger.quarters[at]!.quarter} style={RIGHT}>
                <Whole whole={whole} decimals={decimals} />
              </td>
            ))}
            <td style={RIGHT}>
              <Whole whole={actual} decimals={decimals} />
            </td>
            <td />
          </tr>
        ) : undefined
      }
    />
  );
}

/** The figure of the cluster; of how many members, as long as some are missing. */
function Whole({ whole: { value, counted, members, share }, decimals }: { whole: WholeFigure; decimals: number }) {
  return (
    <>
      {figure(value, decimals)}
      <ShareLine share={share} />
      {value !== null && counted < members && (
        <Text span size="sm" c="gray.7" display="block">
          <Trans>
            {counted}/{members} đơn vị
          </Trans>
        </Text>
      )}
    </>
  );
}
