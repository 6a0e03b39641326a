import { formatDate, formatInstant } from '#shared/core/dates.ts';
import type { Language, Localized } from '#shared/core/localized.ts';
import { formatVnd } from '#shared/core/money.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { Citation, Facts, Reason } from '#shared/core/reason.ts';

/** Sentences by reason code, with `{fact}` where a fact goes. */
export type Words = Readonly<Record<string, Localized>>;

const UNKNOWN: Localized = {
  vi: 'Không thực hiện được (mã lý do: {code}).',
  en: 'This cannot be done (reason code: {code}).',
};

/**
 * A reason as a sentence. Facts are written by the end of their name: `…On` dd/MM/yyyy, `…At` with the hour in
 * Việt Nam, `…Vnd` as money, `…Count` and `…percent` with dots between thousands; others as they are.
 * A citation goes before the full stop: "… (Điều 93, Luật 06/2022/QH15)."
 * Total: a code without wording still gives a sentence that names it; a missing fact shows as "…".
 */
export function wordReason(reason: Reason, words: Words, lang: Language = 'vi'): string {
  const known = Object.hasOwn(words, reason.code) ? words[reason.code] : undefined;
  const sentence = fill((known ?? UNKNOWN)[lang], known ? (reason.facts ?? {}) : { code: reason.code });
  return reason.citation ? cite(sentence, reason.citation) : sentence;
}

/**
 * Fills `{fact}` in a sentence, each formatted by the end of its name (see wordReason). English counts:
 * `{dayCount|day|days}` is "1 day", "2 days".
 */
export function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)(?:\|([^|{}]+)\|([^|{}]+))?\}/g, (_, name: string, one?: string, many?: string) => {
    if (!Object.hasOwn(facts, name)) return '…';
    const value = formatFact(name, facts[name]!);
    return one === undefined ? value : `${value} ${facts[name] === 1 ? one : many}`;
  });
}

function formatFact(name: string, value: string | number): string {
  if (typeof value === 'string') {
    if (name.endsWith('On')) return formatDate(value);
    return name.endsWith('At') ? formatInstant(value) : value;
  }
  if (!Number.isSafeInteger(value)) return String(value);
  if (name.endsWith('Vnd')) return formatVnd(value);
  return /(Count|[Pp]ercent)$/.test(name) ? formatScaled(value, 0) : String(value);
}

function cite(sentence: string, { place, instrument }: Citation): string {
  const full = sentence.endsWith('.');
  return `${full ? sentence.slice(0, -1) : sentence} (${place}, ${instrument})${full ? '.' : ''}`;
}
