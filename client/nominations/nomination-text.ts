import type { Nomination } from '#client/nominations/nomination-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { printedLines } from '#shared/nominations/nominations.rules.ts';

type Facts = Pick<
  Nomination,
  | 'name'
  | 'salutation'
  | 'printedName'
  | 'printedPlace'
  | 'birthYear'
  | 'achievement'
  | 'proposalNumber'
  | 'proposalOn'
  | 'unitName'
>;

/** The dossier as a few lines for Word or Zalo. An official wording, so Vietnamese whatever the screen speaks. */
export function nominationText(nomination: Facts): string {
  const { birthYear, achievement, proposalNumber, proposalOn, unitName } = nomination;
  const printed = printedLines(nomination as Parameters<typeof printedLines>[0]);
  const lines = [
    printed.length > 0 ? printed.join('\n') : nomination.name,
    birthYear !== null && `Năm sinh: ${birthYear}`,
    achievement && `Tóm tắt thành tích: ${achievement}`,
    proposalNumber &&
      `Công văn đề nghị: số ${proposalNumber}${proposalOn ? ` ngày ${formatDate(proposalOn)}` : ''} (${unitName})`,
  ];
  return lines.filter(Boolean).join('\n');
}
