import type { Milestone } from '#shared/clusters/clusters.schema.ts';
import { daysBetween } from '#shared/core/dates.ts';
import type { ReportStatus } from '#shared/reports/reports.schema.ts';

/** How a cell of the matrix looks: the word says it, the tone only underlines it. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

/** One cell: a code with its facts (worded in clusters.labels.ts) and a tone. */
export type MatrixCell = {
  milestone: Milestone;
  code: string;
  facts: Readonly<Record<string, string | number>>;
  tone: Tone;
  /** The record that opens behind the cell: a report id, or null where a list opens. */
  recordId: string | null;
};

type ReportFacts = {
  id: string;
  status: ReportStatus;
  dueOn: string;
  sentOn: string | null;
  supplementDueOn: string | null;
};

/** So many days before its due day an unsent report begins to stand out. */
const SOON_DAYS = 3;

/** A report's cell. Days are counted on Việt Nam's calendar; the due day itself is not late. */
export function reportCell(milestone: Milestone, report: ReportFacts | undefined, today: string): MatrixCell {
  if (!report) return { milestone, code: 'report.not-asked', facts: {}, tone: 'neutral', recordId: null };
  const cell = (code: string, tone: Tone, facts: MatrixCell['facts'] = {}): MatrixCell => ({
    milestone,
    code,
    facts,
    tone,
    recordId: report.id,
  });
  const lateCount = report.sentOn === null ? 0 : Math.max(0, daysBetween(report.dueOn, report.sentOn));
  switch (report.status) {
    case 'draft': {
      const overdueCount = daysBetween(report.dueOn, today);
      if (overdueCount > 0) return cell('report.overdue', 'bad', { overdueCount });
      const tone = -overdueCount <= SOON_DAYS ? 'warn' : 'neutral';
      return cell('report.not-sent', tone, { leftCount: -overdueCount, dueOn: report.dueOn });
    }
    case 'sent':
      return lateCount > 0 ? cell('report.sent-late', 'info', { lateCount }) : cell('report.sent', 'info');
    case 'supplement': {
      const supplementDueOn = report.supplementDueOn ?? report.dueOn;
      const overdueCount = daysBetween(supplementDueOn, today);
      return overdueCount > 0
        ? cell('report.supplement-overdue', 'bad', { overdueCount })
        : cell('report.supplement', 'warn', { supplementDueOn });
    }
    case 'received':
      return lateCount > 0 ? cell('report.received-late', 'good', { lateCount }) : cell('report.received', 'good');
    case 'consolidated':
      return cell('report.consolidated', 'good');
  }
}

/** A pledge's cell: signed on a day, not yet, or no pledge drawn up. */
export function pledgeCell(signature: { signedOn: string | null } | undefined): MatrixCell {
  const base = { milestone: 'pledge' as const, recordId: null };
  if (!signature) return { ...base, code: 'pledge.none', facts: {}, tone: 'neutral' };
  if (signature.signedOn === null) return { ...base, code: 'pledge.unsigned', facts: {}, tone: 'warn' };
  return { ...base, code: 'pledge.signed', facts: { signedOn: signature.signedOn }, tone: 'good' };
}

/**
 * A cell of a unit that has left the cluster (đã rời Cụm): what it has not done is awaited no longer.
 * @param leftOn its last day as a member, YYYY-MM-DD
 */
export function ofLeaver(cell: MatrixCell, leftOn: string): MatrixCell {
  const isAwaited = cell.tone === 'bad' || cell.tone === 'warn' || cell.code === 'report.not-sent';
  return isAwaited ? { ...cell, code: 'member.left', tone: 'neutral', facts: { ...cell.facts, leftOn } } : cell;
}

export type NominationCounts = { allotted: number; sent: number; checked: number; supplement: number };

/**
 * Nominations of one member against its allotment (phân bổ). Where nothing is allotted only their number is told.
 * @param dueOn last day for sending, YYYY-MM-DD; null where none is set
 */
export function nominationCell(counts: NominationCounts, dueOn: string | null, today: string): MatrixCell {
  const { allotted, sent, checked, supplement } = counts;
  const overdueCount = dueOn === null ? 0 : daysBetween(dueOn, today);
  const facts = { sentCount: sent, checkedCount: checked, supplementCount: supplement, allottedCount: allotted };
  const cell = (code: string, tone: Tone, more: MatrixCell['facts'] = {}): MatrixCell => ({
    milestone: 'nominations',
    code,
    facts: { ...facts, ...more },
    tone,
    recordId: null,
  });
  if (supplement > 0) return cell('nominations.supplement', 'warn');
  if (allotted === 0) return cell('nominations.not-allotted', sent > 0 ? 'info' : 'neutral');
  if (checked >= allotted) return cell('nominations.checked', 'good');
  if (sent >= allotted) return cell('nominations.sent', 'info');
  if (overdueCount > 0) return cell('nominations.overdue', 'bad', { overdueCount });
  return sent > 0 ? cell('nominations.partly', 'info') : cell('nominations.none', 'neutral');
}

export type StageState = 'done' | 'open' | 'ahead';

/** Where a stage stands on a day; its first and last day belong to it. */
export function stageState(stage: { opensOn: string; closesOn: string }, today: string): StageState {
  if (today > stage.closesOn) return 'done';
  return today >= stage.opensOn ? 'open' : 'ahead';
}
