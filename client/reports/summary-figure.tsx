import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import type { Summary, SummaryIndicator } from '#client/reports/report-types.ts';
import { SummaryChart } from '#client/reports/summary-chart.tsx';
import css from '#client/reports/summary-figure.module.css';
import { SummaryMembers } from '#client/reports/summary-members.tsx';
import { SummaryPaper } from '#client/reports/summary-paper.tsx';
import { SummarySeries } from '#client/reports/summary-series.tsx';
import { SummaryStockFlow } from '#client/reports/summary-stock-flow.tsx';
import { SummaryToday } from '#client/reports/summary-today.tsx';
import type { UnitsToday } from '#client/units/unit-view-picker.tsx';
import { formatScaled } from '#shared/core/numbers.ts';
import { AGGREGATION_LABELS } from '#shared/indicators/indicators.schema.ts';
import type { UnitView } from '#shared/units/units.schema.ts';

type Props = {
  indicator: SummaryIndicator;
  summary: Summary;
  clusterYearId: string;
  /** Where the members are today; undefined: the figures stand by the units of the report. */
  mapping: UnitsToday | undefined;
  view: UnitView;
};

/** One figure of the cluster: in full, as written on paper, how it was computed, and the members behind it. */
export function SummaryFigure({ indicator, summary, clusterYearId, mapping, view }: Props) {
  const { members } = summary;
  const { t } = useLingui();
  const { label } = useWords();
  const [open, setOpen] = useState(false);
  const [overYears, setOverYears] = useState(false);
  const { name, unitOfMeasure, decimals, aggregation, total, outcomes, weightName } = indicator;
  const { counted, members: of } = total;
  const { exceeded, met, missed } = outcomes;
  const judged = exceeded + met + missed > 0;
  const nameOf = new Map(members.map((member) => [member.unitId, member.name]));
  const doubtful = indicator.members
    .filter(({ isDoubtful }) => isDoubtful)
    .map(({ unitId }) => nameOf.get(unitId) ?? unitId);
  const [first = ''] = doubtful;
  const doubtfulCount = String(doubtful.length);
  const isTotalled = aggregation !== 'none' && aggregation !== 'last';
  return (
    <section className={css.figure} aria-label={name}>
      <div className={css.line}>
        <div>{name}</div>
        <div className={css.total}>
          {total.value !== null ? (
            formatScaled(total.value, decimals)
          ) : total.why === 'no-figures' ? (
            <span className={css.unit}>
              <Trans>Chưa có số liệu</Trans>
            </span>
          ) : (
            '–'
          )}{' '}
          {total.value !== null && <span className={css.unit}>{unitOfMeasure}</span>}
        </div>
        <div>
          <SummaryPaper indicator={indicator} summary={summary} />
          <div className={css.about}>
            {label(AGGREGATION_LABELS[aggregation])}
            {weightName && (
              <>
                {' '}
                <Trans>theo {weightName}</Trans>
              </>
            )}
            {isTotalled && (
              <>
                ,{' '}
                <Trans>
                  {counted}/{of} đơn vị
                </Trans>
              </>
            )}
          </div>
        </div>
        <div className={css.about}>
          {judged && (
            <Trans>
              Vượt {exceeded} · Đạt {met} · Không đạt {missed}
            </Trans>
          )}
          {indicator.stockFlow?.isApart && !indicator.stockFlow.note?.content && (
            <StatusBadge tone="warn" icon={<ToneIcon tone="warn" />}>
              <Trans>Lệch, cần giải trình</Trans>
            </StatusBadge>
          )}
          {doubtful.length > 0 && (
            <StatusBadge tone="warn" icon={<ToneIcon tone="warn" />}>
              {doubtful.length === 1 ? (
                <Trans>Cần xem lại: {first}</Trans>
              ) : (
                <Trans>Cần xem lại: {doubtfulCount} đơn vị</Trans>
              )}
            </StatusBadge>
          )}
          {doubtful.length > 1 && <div>{doubtful.join(', ')}</div>}
        </div>
        <div>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open}
            aria-label={open ? t`Thu gọn ${of} số thành phần: ${name}` : t`Xem ${of} số thành phần: ${name}`}
            onClick={() => setOpen(!open)}
          >
            {open ? <Trans>Thu gọn {of} số thành phần</Trans> : <Trans>Xem {of} số thành phần</Trans>}
          </Button>
        </div>
      </div>
      {open && (
        <div className={css.members}>
          <SummaryStockFlow indicator={indicator} summary={summary} />
          <SummaryChart indicator={indicator} summary={summary} mapping={mapping} />
          {mapping ? (
            <SummaryToday indicator={indicator} summary={summary} mapping={mapping} />
          ) : (
            <SummaryMembers indicator={indicator} members={members} clusterYearId={clusterYearId} />
          )}
          <Button
            className="no-print"
            size="compact-sm"
            variant="default"
            my={8}
            aria-expanded={overYears}
            aria-label={t`Qua các năm: ${name}`}
            onClick={() => setOverYears(!overYears)}
          >
            <Trans>Qua các năm</Trans>
          </Button>
          {overYears && <SummarySeries indicator={indicator} summary={summary} view={view} />}
        </div>
      )}
    </section>
  );
}
