import * as z from 'zod/mini';
import { fold } from '#shared/core/fold.ts';

const MS_PER_DAY = 86_400_000;
/** Việt Nam keeps UTC+7 all year, without daylight saving, since 1975. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

export type ParsedDate = { ok: true; value: string } | { ok: false; code: 'empty' | 'format' | 'impossible' };

/** A day as text, 'YYYY-MM-DD', that exists in the calendar; nothing typed is not a wrong day. */
export const isoDate = z
  .string()
  .check(z.refine(isIsoDate, { error: ({ input }) => (input === '' ? 'required' : 'date.impossible') }));

/** True for 'YYYY-MM-DD' that exists: '2024-02-29' yes, '2023-02-29' no. */
export function isIsoDate(text: string): boolean {
  const [, year, month, day] = ISO_DATE.exec(text) ?? [];
  return year !== undefined && exists(Number(year), Number(month), Number(day));
}

/**
 * The day in Việt Nam at an instant, 'YYYY-MM-DD': 17:00 UTC is already tomorrow there.
 * Deadlines, decision dates and "today" are always this, never the server's own day.
 * Throws RangeError for an invalid Date.
 */
export function vietnamDate(instant: Date): string {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** '2024-03-05' → '05/03/2024'. What is not such a date is shown as it is. */
export function formatDate(iso: string): string {
  const [, year, month, day] = ISO_DATE.exec(iso) ?? [];
  return year === undefined ? iso : `${day}/${month}/${year}`;
}

/** An instant in ISO (UTC) as the clock on a wall in Hà Nội shows it: 'dd/MM/yyyy HH:mm'. Other text is shown as it is. */
export function formatInstant(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const wall = new Date(time + VIETNAM_OFFSET_MS).toISOString();
  return `${formatDate(wall.slice(0, 10))} ${wall.slice(11, 16)}`;
}

/**
 * A date in the words of an official document: '2024-02-27' → 'ngày 27 tháng 02 năm 2024'.
 * Days under 10 and months 1 and 2 take a leading zero, other months do not
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
export function longDate(iso: string): string {
  const [, year, month, day] = ISO_DATE.exec(iso) ?? [];
  if (year === undefined) return iso;
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

/** n days later (earlier when negative); weekends and holidays count. Throws RangeError if `iso` is no date. */
export function addDays(iso: string, n: number): string {
  return new Date(dayNumber(iso) * MS_PER_DAY + n * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Days from a to b: 1 from one day to the next, negative when b is earlier. Throws RangeError if one is no date. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a);
}

/**
 * Reads a date the way clerks type it: 5/3/2024, 05-03-2024, 5.3.2024, 05032024, 2024-03-05,
 * "ngày 05 tháng 3 năm 2024"; day first, year in four digits (two would be guessing).
 * `impossible` is a date that does not exist (31/02/2024) or lies outside 1900–2199.
 */
export function parseVnDate(text: string): ParsedDate {
  const typed = text.length > 100 ? text.slice(0, 101) : text;
  const plain = fold(typed.normalize('NFKC'));
  if (plain === '') return { ok: false, code: 'empty' };
  const found = readParts(plain);
  if (!found) return { ok: false, code: 'format' };
  const { year, month, day } = found;
  if (!exists(year, month, day)) return { ok: false, code: 'impossible' };
  return { ok: true, value: isoOf(year, month, day) };
}

type Parts = { year: number; month: number; day: number };

function readParts(plain: string): Parts | undefined {
  const dayFirst =
    /^(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4})$/.exec(plain) ??
    /^(\d{1,2})( )(\d{1,2}) (\d{4})$/.exec(plain) ??
    /^(\d{2})()(\d{2})(\d{4})$/.exec(plain) ??
    /^(?:ngay )?(\d{1,2}) (thang) (\d{1,2}) nam (\d{4})$/.exec(plain);
  if (dayFirst) return { day: Number(dayFirst[1]), month: Number(dayFirst[3]), year: Number(dayFirst[4]) };
  const iso = ISO_DATE.exec(plain);
  return iso ? { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) } : undefined;
}

function exists(year: number, month: number, day: number): boolean {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isoOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dayNumber(iso: string): number {
  if (!isIsoDate(iso)) throw new RangeError(`not a date: ${iso.slice(0, 40)}`);
  return Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY;
}
