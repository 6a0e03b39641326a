import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { Summary, SummaryIndicator } from '#client/reports/report-types.ts';
import { SummaryNoteDialog } from '#client/reports/summary-note-dialog.tsx';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatScaled } from '#shared/core/numbers.ts';

type Props = { indicator: SummaryIndicator; summary: Summary };

/** A stock beside the flow of the year: do they go together, and what the office says where they do not. */
export function SummaryStockFlow({ indicator, summary }: Props) {
  if (indicator.kind !== 'stock') return null;
  const { stockFlow } = indicator;
  if (!stockFlow && !summary.mayKeepWords) return null;
  return (
    <div>
      {summary.mayKeepWords && <ChooseFlow indicator={indicator} summary={summary} />}
      {stockFlow && <Check indicator={indicator} summary={summary} check={stockFlow} />}
    </div>
  );
}

function ChooseFlow({ indicator, summary }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const seen = indicator.stockFlow?.flowId ?? null;
  const set = useAction(
    (flowId: string | null) =>
      client.reports.setStockFlow.mutate({
        clusterYearId: summary.clusterYear.id as ClusterYearId,
        stockVersionId: indicator.id as never,
        flowVersionId: flowId as never,
        seenFlowVersionId: seen as never,
      }),
    { done: t`Đã lưu cặp đối chiếu` },
  );
  const flows = summary.indicators.filter(({ kind }) => kind === 'flow');
  return (
    <div className="no-print">
      <NativeSelect
        size="xs"
        maw={420}
        label={t`Đối chiếu thay đổi trong năm với số thời kỳ`}
        value={seen ?? ''}
        disabled={set.pending}
        onChange={(event) => void set.run(event.currentTarget.value || null)}
        data={[
          { value: '', label: t`Không đối chiếu` },
          ...flows.map(({ id, name, unitOfMeasure }) => ({ value: id, label: `${name} (${unitOfMeasure})` })),
        ]}
      />
      <ProblemAlert problem={set.problem} title={t`Chưa lưu được cặp đối chiếu`} onRetry={set.retry} />
    </div>
  );
}

type CheckProps = Props & { check: NonNullable<SummaryIndicator['stockFlow']> };

function Check({ indicator, summary, check }: CheckProps) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const { decimals, name, unitOfMeasure } = indicator;
  const { flowName, counted, members, note } = check;
  const names = new Map(summary.members.map((member) => [member.unitId, member.name]));
  const number = (scaled: number | null) => (scaled === null ? t`Chưa có số liệu` : formatScaled(scaled, decimals));
  const [change, flow, difference] = [number(check.change), number(check.flow), number(check.difference)];
  const word = note?.content ?? '';
  return (
    <section aria-label={t`Đối chiếu ${name} với ${flowName}`}>
      {check.why === 'units-differ' ? (
        <Text size="sm">
          <Trans>Không đối chiếu được với {flowName}: hai chỉ tiêu khác loại đơn vị tính.</Trans>
        </Text>
      ) : check.why === 'no-figures' ? (
        <Text size="sm">
          <Trans>
            Chưa đối chiếu được với {flowName}: chưa đơn vị nào có đủ số năm nay, năm trước và số trong năm.
          </Trans>
        </Text>
      ) : (
        <Group gap="xs">
          <Text size="sm">
            <Trans>
              Thay đổi so với năm trước {change}, {flowName} {flow}, chênh lệch {difference} {unitOfMeasure} ({counted}/
              {members} đơn vị đủ số).
            </Trans>
          </Text>
          {check.isApart ? (
            <StatusBadge tone="warn" icon={<ToneIcon tone="warn" />}>
              {word ? <Trans>Lệch, đã giải trình</Trans> : <Trans>Lệch, cần giải trình</Trans>}
            </StatusBadge>
          ) : (
            <StatusBadge tone="good">
              <Trans>Khớp</Trans>
            </StatusBadge>
          )}
        </Group>
      )}
      {word && (
        <Text size="sm">
          <Trans>Giải trình: “{word}”</Trans>
        </Text>
      )}
      {(summary.mayKeepWords || note) && (check.isApart || note) && (
        <Button className="no-print" size="compact-xs" variant="subtle" onClick={() => setEditing(true)}>
          {summary.mayKeepWords ? <Trans>Giải trình chênh lệch</Trans> : <Trans>Lịch sử giải trình</Trans>}
        </Button>
      )}
      {check.isApart && (
        <DataTable
          caption={t`Các đơn vị lệch: ${name}`}
          rows={check.lines.filter((line) => line.difference !== null && line.difference !== 0)}
          rowKey={({ unitId }) => unitId}
          empty={<Trans>Không đơn vị nào lệch.</Trans>}
          columns={[
            {
              id: 'unit',
              head: <Trans>Đơn vị</Trans>,
              width: 170,
              rowHead: true,
              cell: ({ unitId }) => names.get(unitId) ?? unitId,
            },
            {
              id: 'change',
              head: <Trans>Thay đổi so với năm trước</Trans>,
              width: 200,
              numeric: true,
              cell: (line) => number(line.change),
            },
            {
              id: 'flow',
              head: <Trans>Số trong kỳ</Trans>,
              width: 140,
              numeric: true,
              cell: (line) => number(line.flow),
            },
            {
              id: 'difference',
              head: <Trans>Chênh lệch</Trans>,
              width: 140,
              numeric: true,
              cell: (line) => number(line.difference),
            },
          ]}
        />
      )}
      {editing && (
        <SummaryNoteDialog
          kind="stock-flow"
          note={note}
          indicator={indicator}
          summary={summary}
          computed={null}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  );
}
