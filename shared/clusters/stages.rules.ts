import type { Role } from '#shared/accounts/accounts.schema.ts';
import type { Rule, Scope } from '#shared/accounts/grants.ts';
import { PERMISSIONS, type Procedure } from '#shared/accounts/permissions.ts';
import type { StageKind } from '#shared/clusters/clusters.schema.ts';
import { daysBetween } from '#shared/core/dates.ts';
import type { Localized } from '#shared/core/localized.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

/** Bước của năm thi đua: what every year goes through, whatever stages its own plan names. */
export const PHASES = [
  'launch',
  'pledge',
  'mid-year',
  'year-end',
  'review',
  'council',
  'published',
  'archived',
] as const;
export type Phase = (typeof PHASES)[number];

export const PHASE_LABELS: Readonly<Record<Phase, Localized>> = {
  launch: { vi: 'Phát động', en: 'Launch' },
  pledge: { vi: 'Giao ước', en: 'Pledge' },
  'mid-year': { vi: 'Sơ kết', en: 'Mid-year' },
  'year-end': { vi: 'Tổng kết', en: 'Year end' },
  review: { vi: 'Bình xét', en: 'Review' },
  council: { vi: 'Hội đồng', en: 'Council' },
  published: { vi: 'Thông báo kết quả', en: 'Results' },
  archived: { vi: 'Lưu hồ sơ', en: 'Archive' },
};

export const PHASE_OF: Readonly<Record<StageKind, Phase>> = {
  launch: 'launch',
  pledge: 'pledge',
  'mid-year-report': 'mid-year',
  guidance: 'year-end',
  'year-end-report': 'year-end',
  'official-figures': 'year-end',
  nominations: 'review',
  scoring: 'review',
  council: 'council',
  decision: 'council',
  results: 'published',
  conference: 'published',
  'hand-over': 'published',
  archive: 'archived',
};

/** Whose work it is in the year. */
export type Doer = 'member' | 'chair' | 'office' | 'organizer';

/**
 * One thing that is done in a stage. `early`: what happens before the stage opens, `late`: after it closed. `marked`:
 * taken, and the days of delay are recorded. Nothing is refused for being late: that would only move it to paper.
 */
export type StageAct = { procedure: Procedure; by: Doer; early: 'refused' | 'open'; late: 'marked' | 'open' };

const open = (procedure: Procedure, by: Doer): StageAct => ({ procedure, by, early: 'open', late: 'open' });
const dated = (procedure: Procedure): StageAct => ({ procedure, by: 'member', early: 'refused', late: 'marked' });

/** What may be done in which stage and by whom: the screen shows this table, the server holds to it. */
export const STAGE_ACTS: Readonly<Record<StageKind, readonly StageAct[]>> = {
  launch: [open('movements.saveLaunch', 'chair')],
  pledge: [
    open('pledges.saveTargets', 'member'),
    open('pledges.giveOpinion', 'member'),
    open('pledges.agree', 'chair'),
    open('pledges.sign', 'member'),
  ],
  'mid-year-report': [
    open('reports.saveCells', 'member'),
    dated('reports.send'),
    open('reports.askSupplement', 'chair'),
    open('reports.receive', 'chair'),
  ],
  guidance: [],
  'year-end-report': [
    open('reports.saveCells', 'member'),
    dated('reports.send'),
    open('reports.askSupplement', 'chair'),
    open('reports.receive', 'chair'),
  ],
  'official-figures': [open('reports.saveCells', 'member'), open('reports.consolidate', 'chair')],
  nominations: [dated('nominations.submit'), open('nominations.check', 'chair')],
  scoring: [],
  council: [],
  decision: [open('decisions.submit', 'office'), open('decisions.issue', 'office')],
  results: [],
  conference: [open('conferences.confirmDelegate', 'member'), open('conferences.saveMinutes', 'chair')],
  'hand-over': [open('clusters.setHandOver', 'chair')],
  archive: [open('clusters.archiveYear', 'organizer')],
};

/** What the acts of the table are called. */
export const ACT_LABELS: Readonly<Partial<Record<Procedure, Localized>>> = {
  'movements.saveLaunch': { vi: 'Ghi lễ phát động, nội dung phát động', en: 'Record the launch' },
  'pledges.saveTargets': { vi: 'Đăng ký chỉ tiêu thi đua', en: 'Enter targets' },
  'pledges.giveOpinion': { vi: 'Góp ý dự thảo giao ước', en: 'Comment on the draft' },
  'pledges.agree': { vi: 'Thống nhất nội dung giao ước', en: 'Settle the text' },
  'pledges.sign': { vi: 'Ký kết giao ước', en: 'Sign the pledge' },
  'reports.saveCells': { vi: 'Nhập số liệu', en: 'Enter figures' },
  'reports.send': { vi: 'Gửi báo cáo', en: 'Send the report' },
  'reports.askSupplement': { vi: 'Đề nghị bổ sung', en: 'Ask for completion' },
  'reports.receive': { vi: 'Tiếp nhận báo cáo', en: 'Receive the report' },
  'reports.consolidate': { vi: 'Tổng hợp báo cáo', en: 'Consolidate the reports' },
  'nominations.submit': { vi: 'Gửi hồ sơ đề nghị', en: 'Send nominations' },
  'nominations.check': { vi: 'Thẩm định hồ sơ', en: 'Check nominations' },
  'decisions.submit': { vi: 'Trình ký quyết định', en: 'Submit the decision' },
  'decisions.issue': { vi: 'Ghi số, ngày ban hành', en: 'Record number and date' },
  'conferences.confirmDelegate': { vi: 'Xác nhận đại biểu', en: 'Confirm delegates' },
  'conferences.saveMinutes': { vi: 'Ghi biên bản hội nghị', en: 'Write the minutes' },
  'clusters.setHandOver': { vi: 'Ghi ngày bàn giao', en: 'Set the hand-over day' },
  'clusters.archiveYear': { vi: 'Lưu hồ sơ năm thi đua', en: 'Archive the year' },
};

export const DOER_LABELS: Readonly<Record<Doer, Localized>> = {
  member: { vi: 'Đơn vị thành viên', en: 'Members' },
  chair: { vi: 'Cơ quan thường trực Cụm', en: 'Standing office' },
  office: { vi: 'Cơ quan trình, ban hành', en: 'Issuing office' },
  organizer: { vi: 'Cơ quan tổ chức cụm, khối', en: 'Organiser' },
};

const SCOPES_OF: Readonly<Record<Doer, readonly Scope[]>> = {
  member: ['own'],
  chair: ['chair'],
  office: ['office'],
  organizer: ['own', 'system'],
};

/** The roles that may do it, out of the table of rights. */
export function rolesOf({ procedure, by }: StageAct): Role[] {
  const rule: Rule = PERMISSIONS[procedure];
  if (rule === 'public' || rule === 'signed-in') return [];
  const roles = rule.filter(({ scope }) => SCOPES_OF[by].includes(scope)).flatMap((grant) => grant.roles);
  return [...new Set(roles)];
}

/** The stage whose days a report of a period is bound to. */
export const STAGE_OF_PERIOD: Readonly<Record<ReportPeriod, StageKind>> = {
  'mid-year': 'mid-year-report',
  'year-end': 'year-end-report',
};

type Days = { name: string; opensOn: string };

/**
 * Why something cannot be done yet: its stage opens at 00:00 of a later day. A year without that stage has no such
 * day, and what the table leaves open is never too early.
 * @param today Việt Nam's day, YYYY-MM-DD
 */
export function earlyReasons(
  procedure: Procedure,
  kind: StageKind,
  stage: Days | null | undefined,
  today: string,
): Reason[] {
  const act = STAGE_ACTS[kind].find((one) => one.procedure === procedure);
  if (!act || act.early === 'open' || !stage || today >= stage.opensOn) return [];
  return [{ code: 'stage.not-open', facts: { stage: stage.name, opensOn: stage.opensOn, todayOn: today } }];
}

/** Days of delay of something done on a day: 0 until 23:59:59 of the last day, and for what is never late. */
export function lateDaysOf(procedure: Procedure, kind: StageKind, closesOn: string | null, doneOn: string): number {
  const act = STAGE_ACTS[kind].find((one) => one.procedure === procedure);
  if (act?.late !== 'marked' || closesOn === null) return 0;
  return Math.max(0, daysBetween(closesOn, doneOn));
}

/** Where the year is: the phase under way, else the next to come, else the last; null without a plan. */
export function phaseOn(
  stages: readonly { kind: StageKind; opensOn: string; closesOn: string }[],
  today: string,
): Phase | null {
  const sorted = stages.toSorted((a, b) => PHASES.indexOf(PHASE_OF[a.kind]) - PHASES.indexOf(PHASE_OF[b.kind]));
  const now = sorted.filter(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn).at(-1);
  const next = stages
    .filter(({ opensOn }) => opensOn > today)
    .toSorted((a, b) => a.opensOn.localeCompare(b.opensOn))[0];
  const found = now ?? next ?? sorted.at(-1);
  return found ? PHASE_OF[found.kind] : null;
}
