import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { doubtsOf } from '#client/pledges/open-doubts.ts';
import type { Members, Pledge, PledgeIndicator, TargetCell } from '#client/pledges/pledge-types.ts';
import css from '#client/pledges/pledges.module.css';
import { formatScaled } from '#shared/core/numbers.ts';
import { PLEDGE_OUTCOME_LABELS } from '#shared/pledges/pledges.schema.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';

/** Every target of every member, totals as computed now; at year end what was done, and whether it was kept. */
export function TargetTable({ pledge, members }: { pledge: Pledge; members: Members }) {
  const { t } = useLingui();
  const isPast = pledge.indicators.some(({ cells }) => cells.some(({ actual }) => actual !== null));
  return (
    <>
      {isPast && (
        <Text size="sm" c="gray.7">
          <Trans>Dòng dưới mỗi chỉ tiêu: số thực hiện theo báo cáo năm đã gửi (như Biểu tổng hợp), và kết quả.</Trans>
        </Text>
      )}
      <DataTable
        caption={t`Chỉ tiêu đăng ký của từng đơn vị`}
        rows={pledge.indicators}
        rowKey={({ id }) => id}
        minWidth={1080}
        empty={
          <Trans>
            Năm này chưa có bộ chỉ tiêu, nên chưa đăng ký được. Cơ quan thường trực Cụm giao chỉ tiêu trước.
          </Trans>
        }
        columns={[
          {
            id: 'name',
            head: <Trans>Chỉ tiêu, đơn vị tính</Trans>,
            rowHead: true,
            wrap: true,
            cell: ({ name, unitOfMeasure }) => `${name} (${unitOfMeasure})`,
          },
          ...members.map((member, index) => ({
            id: member.unitId,
            // Its promise was frozen with the others; it is no member any more.
            head: member.isActive || !pledge.isFrozen ? member.name : t`${member.name} (đã rời Cụm)`,
            width: 100,
            numeric: true,
            cell: (indicator: PledgeIndicator) => (
              <Target cell={indicator.cells[index]!} indicator={indicator} isOpen={!pledge.isFrozen} />
            ),
          })),
          {
            id: 'total',
            head: <Trans>Toàn cụm</Trans>,
            width: 104,
            numeric: true,
            cell: ({ total, decimals }) => <strong>{figure(total.value, decimals)}</strong>,
          },
        ]}
      />
    </>
  );
}

type TargetProps = { cell: TargetCell; indicator: PledgeIndicator; isOpen: boolean };

function Target({ cell, indicator, isOpen }: TargetProps) {
  const { label, word } = useWords();
  const [doubt] = isOpen ? doubtsOf(indicator, cell) : [];
  const { value, actual, outcome } = cell;
  const isJudged = outcome === 'met' || outcome === 'missed' || outcome === 'exceeded';
  return (
    <>
      {figure(value, indicator.decimals)}
      {doubt && (
        <span className={`${css.outcome} ${css.doubtful}`} title={word(REPORT_REASONS, doubt.code, doubt.facts)}>
          <Trans>Kiểm tra lại</Trans>
        </span>
      )}
      {actual !== null && (
        <span className={`${css.outcome} ${outcome === 'missed' ? css.missed : isJudged ? css.kept : ''}`}>
          {formatScaled(actual, indicator.decimals)}
          {isJudged && <br />}
          {isJudged && label(PLEDGE_OUTCOME_LABELS[outcome])}
        </span>
      )}
    </>
  );
}

const figure = (scaled: number | null, decimals: number) => (scaled === null ? '–' : formatScaled(scaled, decimals));
