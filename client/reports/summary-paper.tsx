import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#client/core/words.ts';
import type { Summary, SummaryIndicator } from '#client/reports/report-types.ts';
import css from '#client/reports/summary-figure.module.css';
import { SummaryNoteDialog } from '#client/reports/summary-note-dialog.tsx';
import { formatScaled } from '#shared/core/numbers.ts';
import { INDICATOR_REASONS } from '#shared/indicators/indicators.reasons.ts';

type Props = { indicator: SummaryIndicator; summary: Summary };

/** Cách ghi trong báo cáo: what the office keeps, else what is computed once every figure is in; or why there is none. */
export function SummaryPaper({ indicator, summary }: Props) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const { paper, paperNote, name, total, decimals, unitOfMeasure } = indicator;
  const kept = paperNote?.content || null;
  const hasMoved = kept !== null && paperNote?.figure !== total.value;
  const figure = (scaled: number | null) =>
    scaled === null ? t`chưa có số liệu` : `${formatScaled(scaled, decimals)} ${unitOfMeasure}`;
  const then = figure(paperNote?.figure ?? null);
  const now = figure(total.value);
  return (
    <div>
      {kept === null ? (
        <Computed indicator={indicator} />
      ) : (
        <div>
          <Trans>Cách ghi trong báo cáo: “{kept}”</Trans>
        </div>
      )}
      {hasMoved && (
        <div className={css.about}>
          <Trans>
            Lời ghi này lưu khi số là {then}; nay là {now}. Xem lại lời ghi.
          </Trans>
        </div>
      )}
      {(summary.mayKeepWords || paperNote) && (
        <Button
          className="no-print"
          size="compact-xs"
          variant="subtle"
          px={0}
          aria-label={summary.mayKeepWords ? t`Sửa cách ghi: ${name}` : t`Lịch sử cách ghi: ${name}`}
          onClick={() => setEditing(true)}
        >
          {summary.mayKeepWords ? <Trans>Sửa cách ghi</Trans> : <Trans>Lịch sử cách ghi</Trans>}
        </Button>
      )}
      {editing && (
        <SummaryNoteDialog
          kind="paper"
          note={paperNote}
          indicator={indicator}
          summary={summary}
          computed={paper}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}

function Computed({ indicator: { paper, total, weightName } }: Pick<Props, 'indicator'>) {
  const { word } = useWords();
  const missing = total.members - total.counted;
  if (paper !== null)
    return (
      <div>
        <Trans>Cách ghi trong báo cáo: “{paper}”</Trans>
      </div>
    );
  if (total.why)
    return (
      <div className={css.about}>
        {total.why === 'no-figures' ? (
          <Trans>Chưa đơn vị nào có số liệu.</Trans>
        ) : (
          word(INDICATOR_REASONS, `aggregate.${total.why}`, { weight: weightName ?? '…' })
        )}
      </div>
    );
  if (total.value === null || missing === 0) return null;
  return (
    <div className={css.about}>
      <Trans>Chưa đủ số liệu: còn thiếu {missing} đơn vị</Trans>
    </div>
  );
}
