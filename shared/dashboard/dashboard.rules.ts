import type { Tone } from '#shared/clusters/matrix.rules.ts';
import { daysBetween } from '#shared/core/dates.ts';
import type { Words } from '#shared/core/wording.ts';

/** One thing that waits for a person (Việc cần xử lý): what, about whom, by when, and where it is done. */
export type Task = {
  code: string;
  facts: Readonly<Record<string, string | number>>;
  tone: Tone;
  /** YYYY-MM-DD, or null where nothing is fixed. */
  dueOn: string | null;
  link:
    | { to: 'report'; clusterYearId: string; id: string }
    | { to: 'nomination' | 'decision' | 'certificates'; id: string }
    | { to: 'recommendations'; clusterYearId: string; id: string }
    | { to: 'inbox' | 'nominations' | 'pledge' | 'pledge-ledger' | 'conference'; clusterYearId: string };
};

export const TASK_WORDS: Words = {
  'task.report-draft': {
    vi: 'Nhập và gửi báo cáo tổng kết năm {year} của {unit}',
    en: 'Fill in and send the {year} report of {unit}',
  },
  'task.report-supplement': { vi: 'Bổ sung báo cáo năm {year}: {reason}', en: 'Complete the {year} report: {reason}' },
  'task.report-reopened': {
    vi: 'Sửa báo cáo năm {year}, mở lại đến {untilAt}: {reason}',
    en: 'Correct the {year} report, open again until {untilAt}: {reason}',
  },
  'task.report-draft-mid': {
    vi: 'Nhập và gửi báo cáo sơ kết 6 tháng năm {year} của {unit}',
    en: 'Fill in and send the mid-year report {year} of {unit}',
  },
  'task.report-supplement-mid': {
    vi: 'Bổ sung báo cáo sơ kết 6 tháng năm {year}: {reason}',
    en: 'Complete the mid-year report {year}: {reason}',
  },
  'task.report-reopened-mid': {
    vi: 'Sửa báo cáo sơ kết 6 tháng năm {year}, mở lại đến {untilAt}: {reason}',
    en: 'Correct the mid-year report {year}, open again until {untilAt}: {reason}',
  },
  'task.report-received-mid': {
    vi: 'Tiếp nhận báo cáo sơ kết 6 tháng của {unit}',
    en: 'Receive the mid-year report of {unit}',
  },
  'task.report-comments': {
    vi: 'Trả lời {waitingCount} ý kiến về báo cáo năm {year}',
    en: 'Answer {waitingCount|comment|comments} on the {year} report',
  },
  'task.report-answers': {
    vi: 'Xem {waitingCount} ý kiến {unit} đã trả lời',
    en: 'Read {waitingCount|answer|answers} of {unit}',
  },
  'task.report-received': { vi: 'Tiếp nhận báo cáo của {unit}', en: 'Receive the report of {unit}' },
  'task.pledge-opinion': {
    vi: 'Cho ý kiến dự thảo giao ước thi đua năm {year} ({unit})',
    en: 'Give your opinion on the draft pledge of {year} ({unit})',
  },
  'task.pledge-sign': {
    vi: 'Ký kết giao ước thi đua năm {year} ({unit})',
    en: 'Sign the emulation pledge of {year} ({unit})',
  },
  'task.pledge-progress': {
    vi: 'Ghi tiến độ giao ước quý {quarter} năm {year} ({unit})',
    en: 'Enter the progress of the {year} pledge in quarter {quarter} ({unit})',
  },
  'task.pledge-publish': {
    vi: 'Phát hành giao ước thi đua năm {year}: các đơn vị đã ký đủ',
    en: 'Publish the emulation pledge of {year}: all members have signed',
  },
  'task.nomination-draft': {
    vi: 'Hoàn thiện, gửi đề nghị khen thưởng: {name}',
    en: 'Finish and send the nomination of {name}',
  },
  'task.nomination-supplement': { vi: 'Bổ sung hồ sơ đề nghị: {name}', en: 'Complete the nomination of {name}' },
  'task.nomination-check': { vi: 'Thẩm định đề nghị của {unit}: {name}', en: 'Check the nomination of {unit}: {name}' },
  'task.decision-draft': {
    vi: 'Hoàn thiện dự thảo Quyết định, trình ký ({itemCount} trường hợp)',
    en: 'Finish the draft decision ({itemCount|case|cases})',
  },
  'task.decision-sign': {
    vi: 'Ghi nhận việc ký Quyết định ({itemCount} trường hợp)',
    en: 'Record the signing of the decision ({itemCount|case|cases})',
  },
  'task.decision-number': {
    vi: 'Ghi số, ngày văn thư cấp cho Quyết định đã ký',
    en: 'Record number and date of the signed decision',
  },
  'task.decision-await': {
    vi: 'Quyết định đang trình ký ({itemCount} trường hợp)',
    en: 'A decision awaits signature ({itemCount|case|cases})',
  },
  'task.certificates': {
    vi: 'In, ký, đóng dấu, trao bằng: còn {leftCount}/{allCount} bằng theo Quyết định {number}',
    en: 'Certificates left: {leftCount}/{allCount} of decision {number}',
  },
  'task.invitation': {
    vi: 'Trả lời giấy mời dự Hội nghị năm {year} ({unit})',
    en: 'Answer the invitation to the {year} conference ({unit})',
  },
  'task.recommendation': {
    vi: 'Thực hiện ý kiến chỉ đạo, đề nghị số {number}: {content}',
    en: 'Act on recommendation {number}: {content}',
  },
  'task.recommendation-overdue': {
    vi: 'Đôn đốc ý kiến chỉ đạo, đề nghị số {number}: {lateUnits} đơn vị quá hạn',
    en: 'Follow up recommendation {number}: {lateUnits|unit|units} overdue',
  },
};

/** Soonest first; what has no date comes last, in the order found. */
export function sortTasks(tasks: readonly Task[]): Task[] {
  return tasks.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

/** Words of `dueOf`. */
export const DUE_WORDS: Words = {
  'due.left': { vi: 'Còn {dayCount} ngày (hạn {dueOn})', en: '{dayCount|day|days} left (due {dueOn})' },
  'due.today': { vi: 'Đến hạn hôm nay ({dueOn})', en: 'Due today ({dueOn})' },
  'due.overdue': { vi: 'Quá hạn {dayCount} ngày (hạn {dueOn})', en: '{dayCount|day|days} overdue (due {dueOn})' },
};

/** How far a due day is, in days of the calendar; the due day itself is not late. */
export function dueOf(dueOn: string, today: string): { code: string; facts: { dayCount: number; dueOn: string } } {
  const left = daysBetween(today, dueOn);
  const code = left > 0 ? 'due.left' : left === 0 ? 'due.today' : 'due.overdue';
  return { code, facts: { dayCount: Math.abs(left), dueOn } };
}
