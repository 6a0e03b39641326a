import { Trans, useLingui } from '@lingui/react/macro';
import { LedgerRows, type PromiseRow } from '#client/pledges/ledger-rows.tsx';
import type { Ledger, LedgerMember } from '#client/pledges/pledge-types.ts';

type Props = { ledger: Ledger; member: LedgerMember; clusterYearId: string };

/** The promises of one member, indicator by indicator. */
export function LedgerTable({ ledger, member, clusterYearId }: Props) {
  const { t } = useLingui();
  const rows = ledger.indicators.flatMap(({ id, name, unitOfMeasure, decimals, cells }): PromiseRow[] => {
    const cell = cells.find(({ unitId }) => unitId === member.unitId);
    const about = { id, name: `${name} (${unitOfMeasure})`, decimals };
    return cell ? [{ ...about, cell, unitName: member.name, reportId: member.reportId }] : [];
  });
  return (
    <LedgerRows
      caption={t`Chỉ tiêu đã giao ước của ${member.name}`}
      head={<Trans>Chỉ tiêu, đơn vị tính</Trans>}
      rows={rows}
      quarters={ledger.quarters}
      clusterYearId={clusterYearId}
      empty={<Trans>Năm này chưa có bộ chỉ tiêu.</Trans>}
    />
  );
}
