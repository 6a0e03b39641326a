import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import type { CollectingPage, OfficeRequest } from '#client/reports/report-types.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { VALUE_STATUS_LABELS, type ValueStatus } from '#shared/reports/reports.schema.ts';
import type { RequestId, RequestOutcome } from '#shared/reports/requests.schema.ts';

type Cell = OfficeRequest['cells'][number];

/** Each answered figure beside the report's own: the person chooses, nothing replaces anything by itself. */
export function OfficeAnswers({ page, request }: { page: CollectingPage; request: OfficeRequest }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const open = request.cells.filter(({ outcome }) => outcome === null);
  // Where the report has nothing, taking the office's figure needs no thought; where it has another one, it does.
  const [chosen, setChosen] = useState<Readonly<Record<string, RequestOutcome>>>(() =>
    Object.fromEntries(
      open.flatMap((cell) =>
        cell.mine === null && cell.value !== null ? [[cell.indicatorVersionId, 'accepted' as const]] : [],
      ),
    ),
  );
  const merge = useAction(
    (cells: { indicatorVersionId: string; outcome: RequestOutcome; cellVersion: number }[]) =>
      client.collecting.merge.mutate({
        id: request.id as RequestId,
        seenVersion: request.version,
        cells: cells as never,
      }),
    { done: t`Đã ghép số vào báo cáo` },
  );
  const ready = open.flatMap(({ indicatorVersionId, mineVersion }) => {
    const outcome = chosen[indicatorVersionId];
    return outcome ? [{ indicatorVersionId, outcome, cellVersion: mineVersion }] : [];
  });
  const isClosed = page.report.closed.length > 0;
  const count = ready.length;
  const left = open.length - count;
  return (
    <>
      <ProblemAlert problem={merge.problem} title={t`Chưa ghép được`} onRetry={merge.retry} />
      <Table withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Chỉ tiêu, đơn vị tính</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Số trong báo cáo</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Số sở, ngành cung cấp</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Ghi chú, giải trình</Trans>
            </Table.Th>
            <Table.Th miw={190}>
              <Trans>Ghép</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {request.cells.map((cell) => {
            const indicator = page.indicators.find(({ id }) => id === cell.indicatorVersionId)!;
            return (
              <Table.Tr key={cell.indicatorVersionId}>
                <Table.Td>{`${indicator.name} (${indicator.unitOfMeasure})`}</Table.Td>
                <Table.Td ta="right">
                  <Figure value={cell.mine} status={cell.mineStatus} decimals={indicator.decimals} />
                  {cell.mineSource !== '' && cell.mine !== null && (
                    <Text size="sm" c="gray.7">
                      {cell.mineSource}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  <Figure value={cell.value} status={cell.valueStatus} decimals={indicator.decimals} />
                </Table.Td>
                <Table.Td>{cell.note}</Table.Td>
                <Table.Td>
                  <Choice
                    cell={cell}
                    name={indicator.name}
                    chosen={chosen[cell.indicatorVersionId]}
                    disabled={isClosed}
                    onChoose={(outcome) => setChosen({ ...chosen, [cell.indicatorVersionId]: outcome })}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {open.length > 0 && !isClosed && (
        <Group>
          <Button disabled={count === 0} loading={merge.pending} onClick={() => void merge.run(ready)}>
            <Trans>Ghép {count} số đã chọn</Trans>
          </Button>
          {left > 0 && (
            <Text size="sm" c="gray.7">
              <Trans>Còn {left} số chưa chọn: báo cáo đã có số khác, hoặc sở, ngành chưa có số.</Trans>
            </Text>
          )}
        </Group>
      )}
    </>
  );
}

function Figure({ value, status, decimals }: { value: number | null; status: ValueStatus | null; decimals: number }) {
  const { label } = useWords();
  if (value === null) return <Trans>Chưa có số liệu</Trans>;
  return (
    <>
      <Text span className="tabular">
        {formatScaled(value, decimals)}
      </Text>
      {status && (
        <Text size="sm" c="gray.7">
          {label(VALUE_STATUS_LABELS[status])}
        </Text>
      )}
    </>
  );
}

type ChoiceProps = {
  cell: Cell;
  name: string;
  chosen: RequestOutcome | undefined;
  disabled: boolean;
  onChoose: (outcome: RequestOutcome) => void;
};

function Choice({ cell, name, chosen, disabled, onChoose }: ChoiceProps) {
  const { t } = useLingui();
  if (cell.outcome !== null)
    return cell.outcome === 'accepted' ? <Trans>Đã lấy số này</Trans> : <Trans>Giữ số cũ</Trans>;
  const group = `merge-${cell.indicatorVersionId}`;
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }} disabled={disabled} aria-label={t`Ghép: ${name}`}>
      <label style={{ display: 'block' }}>
        <input type="radio" name={group} checked={chosen === 'accepted'} onChange={() => onChoose('accepted')} />{' '}
        <Trans>Lấy số sở, ngành</Trans>
      </label>
      <label style={{ display: 'block' }}>
        <input type="radio" name={group} checked={chosen === 'kept'} onChange={() => onChoose('kept')} />{' '}
        <Trans>Giữ số trong báo cáo</Trans>
      </label>
    </fieldset>
  );
}
