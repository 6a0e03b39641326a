import type { YearIndicator } from '#db/indicators/indicators.queries.ts';
import type { ReportDetail } from '#db/reports/reports.queries.ts';
import type { ReportValueRow } from '#db/reports/reports.table.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { fill } from '#shared/core/wording.ts';
import { IN_TIME, LATE } from '#shared/reports/reports.labels.ts';
import { lateDays } from '#shared/reports/reports.rules.ts';
import {
  REPORT_PERIOD_LABELS,
  REPORT_STATUS_LABELS,
  type ReportCell,
  type ReportStatus,
  VALUE_STATUS_LABELS,
} from '#shared/reports/reports.schema.ts';
import { inSentence } from '#shared/units/unit-names.ts';

const LONGEST_TEXT = 2_000;
/** So much of what did not change is shown before what did. */
const LEAD_IN = 100;

type Happened = Pick<AuditEvent, 'action' | 'changes'> & { reason?: string };

/** An event of this report, under the name people know it by. */
export function reportEvent(report: ReportDetail, happened: Happened): AuditEvent {
  return {
    ...happened,
    subjectKind: 'report',
    subjectId: report.id,
    subjectLabel: `${REPORT_PERIOD_LABELS[report.period].vi} ${report.year}, ${inSentence(report.unitFullName)}`,
    clusterYearId: report.clusterYearId,
    unitId: report.unitId,
  };
}

/** A figure as a person reads it; null where there is none. */
export function figureText(value: number | null | undefined, { decimals, unitOfMeasure }: YearIndicator) {
  return value === null || value === undefined ? null : `${formatScaled(value, decimals)} ${unitOfMeasure}`;
}

type CellContent = Pick<ReportValueRow, 'value' | 'valueStatus' | 'sourceOffice' | 'note'>;

/** Is there nothing to save? */
export function isSameCell(was: CellContent | undefined, cell: ReportCell): boolean {
  return (
    was !== undefined &&
    was.value === cell.value &&
    was.valueStatus === cell.valueStatus &&
    was.sourceOffice === cell.sourceOffice &&
    was.note === cell.note
  );
}

/** What changed in one row of the form; the field of the figure itself is the indicator's name. */
export function cellChanges(indicator: YearIndicator, was: CellContent | undefined, cell: ReportCell): FieldChange[] {
  const { name } = indicator;
  const status = (content: CellContent | undefined) => (content ? VALUE_STATUS_LABELS[content.valueStatus].vi : null);
  return [
    { field: name, from: figureText(was?.value, indicator), to: figureText(cell.value, indicator) },
    { field: `${name} - Trạng thái số liệu`, from: status(was), to: status(cell) },
    { field: `${name} - Nguồn số liệu`, from: was?.sourceOffice || null, to: cell.sourceOffice || null },
    { field: `${name} - Ghi chú`, from: was?.note || null, to: cell.note || null },
  ].filter(({ from, to }) => from !== to);
}

export function statusChange(from: ReportStatus, to: ReportStatus): FieldChange {
  return { field: 'status', from: REPORT_STATUS_LABELS[from].vi, to: REPORT_STATUS_LABELS[to].vi };
}

/** "Đúng hạn" or "Trễ 1 ngày". */
export function timelinessChange(dueOn: string, sentAt: string): FieldChange {
  const late = lateDays({ dueOn, sentAt }) ?? 0;
  return { field: 'timeliness', from: null, to: late > 0 ? fill(LATE.vi, { dayCount: late }) : IN_TIME.vi };
}

/** What changed in the text; of a long one the part around the first difference. */
export function narrativeChange(from: string, to: string): FieldChange {
  const start = Math.max(0, differsAt(from, to) - LEAD_IN);
  const part = (text: string) => {
    const shown = text.slice(start, start + LONGEST_TEXT);
    return `${start > 0 ? '…' : ''}${shown}${start + LONGEST_TEXT < text.length ? '…' : ''}` || null;
  };
  return from.length <= LONGEST_TEXT && to.length <= LONGEST_TEXT
    ? { field: 'narrative', from: from || null, to: to || null }
    : { field: 'narrative', from: part(from), to: part(to) };
}

function differsAt(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
