import { formatDate, isIsoDate, parseVnDate } from '#shared/core/dates.ts';

/** A day, or as much of it as is known: 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'. */
export type PartialDate = string;

const FIRST_YEAR = 1850;
const LAST_YEAR = 2199;

/**
 * Reads a date of which only month or year may be known: "12/5/1985", "5/1985", "1985"; '' gives null.
 * @returns undefined when it is no date
 */
export function readPartialDate(text: string): PartialDate | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const year = /^(?:năm\s+)?(\d{4})$/iu.exec(typed)?.[1];
  if (year !== undefined) return inRange(Number(year)) ? year : undefined;
  const [, month, ofYear] = /^(?:tháng\s+)?(\d{1,2})\s*[/.-]\s*(\d{4})$/iu.exec(typed) ?? [];
  if (month !== undefined && ofYear !== undefined)
    return inRange(Number(ofYear)) && Number(month) >= 1 && Number(month) <= 12
      ? `${ofYear}-${month.padStart(2, '0')}`
      : undefined;
  const [, isoYear, isoMonth] = /^(\d{4})-(\d{2})$/.exec(typed) ?? [];
  if (isoYear !== undefined) return readPartialDate(`${isoMonth}/${isoYear}`);
  const day = parseVnDate(typed);
  return day.ok ? day.value : undefined;
}

/** '1985-05-12' → '12/05/1985', '1985-05' → '05/1985', '1985' as it is, null → ''. */
export function formatPartialDate(date: PartialDate | null): string {
  if (date === null) return '';
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(date) ?? [];
  return year === undefined ? formatDate(date) : `${month}/${year}`;
}

/** The last day it can mean: '1985' → '1985-12-31'. To be compared with other days. */
export function lastDayOf(date: PartialDate): string {
  if (isIsoDate(date)) return date;
  return date.length === 4 ? `${date}-12-31` : `${date}-31`;
}

/** The first day it can mean. */
export function firstDayOf(date: PartialDate): string {
  if (isIsoDate(date)) return date;
  return date.length === 4 ? `${date}-01-01` : `${date}-01`;
}

export const yearOf = (date: PartialDate): number => Number(date.slice(0, 4));

const inRange = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR;
