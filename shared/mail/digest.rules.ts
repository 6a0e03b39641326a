import { addDays, formatDate } from '#shared/core/dates.ts';
import type { Language } from '#shared/core/localized.ts';
import { wordReason } from '#shared/core/wording.ts';
import { DUE_WORDS, dueOf, sortTasks, TASK_WORDS, type Task } from '#shared/dashboard/dashboard.rules.ts';

/** The hour in Việt Nam from which the digest of the day is made. */
export const DIGEST_HOUR = 7;
/** What is due within so many days comes first. */
export const DIGEST_DAYS = 7;
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** Whether the digest of its day may be made at this instant. */
export function isDigestTime(now: Date): boolean {
  return new Date(now.getTime() + VIETNAM_OFFSET_MS).getUTCHours() >= DIGEST_HOUR;
}

const WORDS = {
  vi: {
    subject: 'Lũy Tre: việc của bạn ngày {day}',
    near: `Quá hạn hoặc đến hạn trong ${DIGEST_DAYS} ngày`,
    other: 'Việc khác đang chờ bạn',
    open: 'Mở hệ thống',
    foot: 'Thư tóm tắt hằng ngày của Lũy Tre, gửi theo lựa chọn của bạn. Tắt: trình đơn tài khoản, mục “Thư điện tử”.',
  },
  en: {
    subject: 'Lũy Tre: your tasks on {day}',
    near: `Overdue, or due within ${DIGEST_DAYS} days`,
    other: 'Also waiting for you',
    open: 'Open the system',
    foot: 'The daily digest of Lũy Tre, sent because you chose it. Switch it off under “E-mail” in your account menu.',
  },
} as const;

/**
 * Thư tóm tắt hằng ngày as plain text: what is overdue or due soon, then what else waits; null where nothing does.
 * @param today YYYY-MM-DD
 */
export function digestText(
  tasks: readonly Task[],
  today: string,
  publicUrl: string,
  lang: Language,
): { subject: string; content: string } | null {
  if (tasks.length === 0) return null;
  const words = WORDS[lang];
  const last = addDays(today, DIGEST_DAYS);
  const isNear = ({ dueOn }: Task) => dueOn !== null && dueOn <= last;
  const sorted = sortTasks(tasks);
  const part = (head: string, some: readonly Task[]) =>
    some.length === 0 ? [] : [`${head} (${some.length}):`, ...some.map((task) => `- ${lineOf(task, today, lang)}`), ''];
  return {
    subject: words.subject.replace('{day}', formatDate(today)),
    content: [
      ...part(words.near, sorted.filter(isNear)),
      ...part(
        words.other,
        sorted.filter((task) => !isNear(task)),
      ),
      `${words.open}: ${publicUrl}`,
      '',
      words.foot,
    ].join('\n'),
  };
}

function lineOf({ code, facts, dueOn }: Task, today: string, lang: Language): string {
  const text = wordReason({ code, facts }, TASK_WORDS, lang);
  return dueOn === null ? text : `${text}. ${wordReason(dueOf(dueOn, today), DUE_WORDS, lang)}`;
}
