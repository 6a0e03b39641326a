import { formatDate } from '#shared/core/dates.ts';

type Opinion = { name: string; given: { stance: 'agree' | 'amend'; opinion: string; isOld: boolean } | null };

/**
 * How the draft round stands, as text for a group: who agrees, who asks for what, who has not answered. Polite, for it
 * goes between equals; Vietnamese only.
 */
export function opinionsText(year: number, dueOn: string | null, opinions: readonly Opinion[]): string {
  const answered = opinions.flatMap(({ name, given }) => (given && !given.isOld ? [{ name, ...given }] : []));
  const agreed = answered.filter(({ stance }) => stance === 'agree').map(({ name }) => name);
  const waiting = opinions.filter(({ given }) => !given || given.isOld).map(({ name }) => name);
  const until = dueOn === null ? '' : `, đến hết ngày ${formatDate(dueOn)}`;
  return [
    `Lấy ý kiến dự thảo giao ước thi đua năm ${year}${until}: ${answered.length}/${opinions.length} đơn vị đã cho ý kiến.`,
    ...(agreed.length > 0 ? [`Nhất trí: ${agreed.join(', ')}.`] : []),
    ...answered.flatMap(({ name, stance, opinion }) => (stance === 'amend' ? [`- ${name} đề nghị: ${opinion}`] : [])),
    ...(waiting.length > 0
      ? [`Chưa cho ý kiến: ${waiting.join(', ')}. Trân trọng đề nghị các đơn vị quan tâm cho ý kiến.`]
      : []),
  ].join('\n');
}
