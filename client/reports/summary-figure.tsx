import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { useWords } from '#client/core/words.ts';
import type { Summary, SummaryIndicator } from '#client/reports/report-types.ts';
import css from '#client/reports/summary-figure.module.css';
import { SummaryMembers } from '#client/reports/summary-members.tsx';
import { SummaryToday } from '#client/reports/summary-today.tsx';
import type { UnitsToday } from '#client/units/unit-view-picker.tsx';
import { formatScaled } from '#shared/core/numbers.ts';
import { INDICATOR_REASONS } from '#shared/indicators/indicators.reasons.ts';
import { AGGREGATION_LABELS } from '#shared/indicators/indicators.schema.ts';

type Props = {
  indicator: SummaryIndicator;
  summary: Summary;
  clusterYearId: string;
  /** Where the members are today; undefined: the figures stand by the units of the report. */
  mapping: UnitsToday | undefined;
};

/** One figure of the cluster: in full, as written on paper, how it was computed, and the members behind it. */
export function SummaryFigure({ indicator, summary, clusterYearId, mapping }: Props) {
  const { members } = summary;
  const { t } = useLingui();
  const { label } = useWords();
  const [open, setOpen] = useState(false);
  const { name, unitOfMeasure, decimals, aggregation, total, outcomes, weightName } = indicator;
  const { counted, members: of } = total;
  const { exceeded, met, missed } = outcomes;
  const judged = exceeded + met + missed > 0;
  const nameOf = new Map(members.map((member) => [member.unitId, member.name]));
  const doubtful = indicator.members
    .filter(({ isDoubtful }) => isDoubtful)
    .map(({ unitId }) => nameOf.get(unitId) ?? unitId)
    .join(', ');
  const isTotalled = aggregation !== 'none' && aggregation !== 'last';
  return (
    <section className={css.figure} aria-label={name}>
      <div className={css.line}>
        <div>{name}</div>
        <div className={css.total}>
          {total.value === null ? '–' : formatScaled(total.value, decimals)}{' '}
          {total.value !== null && <span className={css.unit}>{unitOfMeasure}</span>}
        </div>
        <div>
          <Paper indicator={indicator} />
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
                  {counted}/{of} tỉnh
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
          {doubtful && (
            <StatusBadge tone="warn" icon={<ToneIcon tone="warn" />}>
              <Trans>Cần xem lại: {doubtful}</Trans>
            </StatusBadge>
          )}
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
          {mapping ? (
            <SummaryToday indicator={indicator} summary={summary} mapping={mapping} />
          ) : (
            <SummaryMembers indicator={indicator} members={members} clusterYearId={clusterYearId} />
          )}
        </div>
      )}
    </section>
  );
}

/** Cách ghi trong báo cáo, once every member's figure is in; or why there is no total. */
function Paper({ indicator: { paper, total, weightName } }: { indicator: SummaryIndicator }) {
  const { word } = useWords();
  const missing = total.members - total.counted;
  if (paper !== null)
    return (
      <div>
        <Trans>Cách ghi trong báo cáo: “{paper}”</Trans>
      </div>
    );
  if (total.why && total.why !== 'no-figures')
    return (
      <div className={css.about}>
        {word(INDICATOR_REASONS, `aggregate.${total.why}`, { weight: weightName ?? '…' })}
      </div>
    );
  if (total.value === null || missing === 0) return null;
  return (
    <div className={css.about}>
      <Trans>Chưa đủ số liệu: còn thiếu {missing} tỉnh</Trans>
    </div>
  );
}
