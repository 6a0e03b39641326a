import { isLate } from '#shared/conferences/recommendations.rules.ts';
import { TASK_STATUS_LABELS, type TaskStatus } from '#shared/conferences/recommendations.schema.ts';
import { daysBetween, formatDate } from '#shared/core/dates.ts';

type Row = {
  number: number;
  content: string;
  leadOffice: string;
  dueOn: string | null;
  tasks: readonly { unitName: string; status: TaskStatus; outcome: string }[];
};

/**
 * The board as text for a chat group (đôn đốc): each recommendation with how many are done, who is not, and how many
 * days over. It goes to Vietnamese offices, so Vietnamese only.
 */
export function boardText(title: string, rows: readonly Row[], today: string): string {
  return [`${title}, đến ngày ${formatDate(today)}`, ...rows.map((row) => rowText(row, today))].join('\n\n');
}

function rowText({ number, content, leadOffice, dueOn, tasks }: Row, today: string): string {
  const done = tasks.filter(({ status }) => status === 'done').length;
  const over = dueOn !== null && dueOn < today ? `, quá hạn ${daysBetween(dueOn, today)} ngày` : '';
  const due = dueOn === null ? 'Không ghi thời hạn' : `Thời hạn ${formatDate(dueOn)}${over}`;
  const open = tasks.filter(({ status }) => status !== 'done');
  return [
    `${number}. ${content}`,
    `${leadOffice ? `Chủ trì: ${leadOffice}. ` : ''}${due}. Đã hoàn thành ${done}/${tasks.length} đơn vị.`,
    ...open.map(
      ({ unitName, status }) =>
        `- ${unitName}: ${TASK_STATUS_LABELS[status].vi}${isLate(status, dueOn, today) ? ' (quá hạn)' : ''}`,
    ),
  ].join('\n');
}
