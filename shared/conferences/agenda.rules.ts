import type { AgendaLine } from '#shared/conferences/conferences.schema.ts';
import type { Reason } from '#shared/core/reason.ts';

/**
 * A time of day as people type it, as 'HH:mm': '7h30', '7:30', '07.30', '0730', '7 giờ 30', '8h', '8 giờ'.
 * Undefined for anything else, '24:00' and a bare '8' (hour or minute?) among it.
 */
export function readTime(text: string): string | undefined {
  const plain = text.normalize('NFC').trim().toLowerCase();
  const found =
    /^(\d{1,2}) ?(?:[:.]|h|giờ) ?(\d{2})(?: ?(?:ph|phút|p))?$/.exec(plain) ??
    /^(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{1,2}) ?(?:h|giờ)$/.exec(plain);
  if (!found) return undefined;
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * Why a programme cannot be kept: a line without a readable time or without content, a time before that of the line
 * above. Gaps between lines are free time, and two lines may begin together (parallel sessions).
 */
export function agendaReasons(items: readonly AgendaLine[]): Reason[] {
  const reasons: Reason[] = [];
  let last: { time: string; content: string } | undefined;
  for (const [index, { startsAt, content }] of items.entries()) {
    const place = { position: index + 1 };
    const time = readTime(startsAt);
    const field = `items.${index}.startsAt`;
    if (time === undefined) reasons.push({ code: 'agenda.time', field, facts: { ...place, typed: startsAt || '–' } });
    if (content === '') reasons.push({ code: 'agenda.no-content', field: `items.${index}.content`, facts: place });
    if (time === undefined) continue;
    if (last && time < last.time)
      reasons.push({
        code: 'agenda.out-of-order',
        field,
        facts: { ...place, time, content, before: last.content, beforeTime: last.time },
      });
    last = { time, content };
  }
  return reasons;
}

/**
 * The programme with one line moved up or down by one place. The times stay where they are: the line takes the hour
 * of its new place, so a programme in order stays in order.
 */
export function moveLine<Line extends { startsAt: string }>(items: readonly Line[], from: number, to: number): Line[] {
  const [a, b] = [items[from], items[to]];
  if (!a || !b) return [...items];
  return items.map((item, index) => {
    if (index === from) return { ...b, startsAt: a.startsAt };
    return index === to ? { ...a, startsAt: b.startsAt } : item;
  });
}

/** One line of the programme in one line of text: "08:25 Phát biểu khai mạc (Cụm trưởng) [minh họa]". */
export function agendaLineText({ startsAt, content, speaker, note }: AgendaLine): string {
  return `${startsAt} ${content}${speaker && ` (${speaker})`}${note && ` [${note}]`}`;
}
