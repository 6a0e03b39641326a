import { fold } from '#shared/core/fold.ts';
import { plainOf } from '#shared/reports/rich-text.rules.ts';

/** Parts of the cluster's summary report that the members' own reports speak to. */
export type ReportPart = 'situation' | 'shortfalls' | 'direction' | 'proposals';
/** What one member writes under one heading, in the markup of rich-text.rules.ts. */
export type Contribution = { unitName: string; heading: string; content: string };
/** It as one paragraph of the summary, without and with the member's name before it. */
export type ContributionLine = { unitName: string; heading: string; text: string; line: string };

/** By words of the heading, the first that fits; “Đề xuất phương hướng” is a proposal. */
const WORDS: readonly (readonly [part: ReportPart, words: RegExp])[] = [
  ['proposals', /kien nghi|de xuat|de nghi/],
  ['shortfalls', /han che|ton tai|nguyen nhan|kho khan/],
  ['direction', /phuong huong|nhiem vu|giai phap/],
];

/** All members together have so much room in one part, but each at least the second; the rest is in their reports. */
const MOST_OF_PART = 2_400;
const LEAST_OF_MEMBER = 160;

/** Where in the summary a heading of the members' reports belongs; what is none of these tells of the situation. Pure. */
export function partOf(heading: string): ReportPart {
  const words = fold(heading);
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'situation';
}

/**
 * What the members write to one part of the summary, a paragraph for each of their headings. A long text ends after a
 * sentence with a pointer to the member's report: a summary that repeats every report is none. Pure.
 */
export function contributionLines(all: readonly Contribution[], part: ReportPart): ContributionLine[] {
  const own = all
    .filter(({ heading }) => partOf(heading) === part)
    .map((one) => ({ ...one, content: inOneParagraph(plainOf(one.content)) }))
    .filter(({ content }) => content !== '');
  const most = Math.max(LEAST_OF_MEMBER, Math.floor(MOST_OF_PART / Math.max(own.length, 1)));
  return own.map(({ unitName, heading, content }) => {
    const text = shortened(content, most);
    return { unitName, heading, text, line: `${unitName}: ${text}` };
  });
}

/** Lines one after another; those that end in no sign of their own get one. */
const inOneParagraph = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, at, all) => {
      const next = all[at + 1];
      if (next === undefined || /[.,;:!?…]$/.test(line)) return line;
      return `${line}${/^\p{Lu}/u.test(next) ? '.' : ';'}`;
    })
    .join(' ');

const POINTER = '… (còn tiếp trong báo cáo của đơn vị)';

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most);
  const sentence = start.lastIndexOf('. ');
  const end = sentence > most / 2 ? sentence + 1 : start.lastIndexOf(' ');
  return `${start.slice(0, end)} ${POINTER}`;
}
