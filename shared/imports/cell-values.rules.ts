import { formatDate, parseVnDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { parseVnNumber } from '#shared/core/numbers.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type { ReadCell, RowReason } from '#shared/imports/imports.schema.ts';
import type { ValueList } from '#shared/imports/suggestions.rules.ts';

/**
 * By type of the field: text as text; `date` 'YYYY-MM-DD'; `partial-date` also 'YYYY-MM' and 'YYYY'; `year` and
 * `integer` a whole number; `number` text in Vietnamese notation ("4,41"), for the decimals depend on the indicator;
 * `yes-no` a boolean; `sex` 'male' or 'female'; `cccd` 12 digits; `enumeration` the value of the option.
 * null: the cell is empty.
 */
export type CellValue = { ok: true; value: string | number | boolean | null } | { ok: false; reason: RowReason };

type Given = { field: ImportField; today: string; list: ValueList | undefined };
/** Texts that stand in a cell that has nothing to say. */
const NOTHING = /^(?:[-–—.…/xX0]|[-–—.]{2,}|n\/?a|không có|chưa có|không rõ)$/iu;
const MOST_SHOWN = 80;

/**
 * Reads a cell as the value of a field. An empty cell is null, but `import.cell-missing` where the field is required.
 *
 * @param today business day, 'YYYY-MM-DD'
 * @param list of an enumeration
 */
export function readValue(cell: ReadCell, field: ImportField, today: string, list?: ValueList): CellValue {
  if (cell.kind === 'merged') return no(field, 'import.cell-merged', { found: shown(cell.text) });
  if (cell.kind === 'formula') return no(field, 'import.cell-formula', { found: shown(cell.text) });
  if (cell.kind === 'error') return no(field, 'import.cell-error', { found: shown(cell.text) });
  const isEmpty =
    cell.kind === 'empty' || cell.text.trim() === '' || (isListed(field) && NOTHING.test(cell.text.trim()));
  if (isEmpty) return field.required ? no(field, 'import.cell-missing') : { ok: true, value: null };
  return READERS[field.type](cell, { field, today, list });
}

type Filled = Exclude<ReadCell, { kind: 'empty' | 'formula' | 'error' | 'merged' }>;

/** Types where a dash means "nothing" (never in a text, a figure or a list that may hold it). */
function isListed({ type }: ImportField): boolean {
  return type !== 'text' && type !== 'long-text' && type !== 'number' && type !== 'integer' && type !== 'yes-no';
}

const READERS: Readonly<Record<ImportField['type'], (cell: Filled, given: Given) => CellValue>> = {
  text: (cell, { field }) => readText(cell.text.replace(/\s+/gu, ' ').trim(), field),
  'long-text': (cell, { field }) => readText(cell.text.trim(), field),
  date: readDate,
  'partial-date': readPartialDate,
  year: readYear,
  integer: readInteger,
  number: readNumber,
  'yes-no': readYesNo,
  sex: readSex,
  cccd: readCccd,
  enumeration: readOption,
};

function readText(text: string, field: ImportField): CellValue {
  const longest = field.longest ?? 300;
  if (text.length > longest)
    return no(field, 'import.cell-too-long', { found: shown(text), lengthCount: text.length, limitCount: longest });
  return yes(text);
}

function readDate(cell: Filled, given: Given): CellValue {
  const { field } = given;
  if (cell.kind === 'date') return inTime(cell.date, cell, given);
  if (cell.kind === 'number') return no(field, 'import.cell-date', { found: shown(cell.text) });
  const parsed = parseDate(cell.text);
  if (parsed.ok) return inTime(parsed.value, cell, given);
  const full = parsed.code === 'import.cell-date-unsure' && field.past ? withCentury(cell.text, given.today) : null;
  return full ? inTime(full, cell, given) : no(field, parsed.code, { found: shown(cell.text) });
}

/** "15-8-79" of a day that has passed: 2079 has not, so it is 1979. "15-8-09" stays open. */
function withCentury(text: string, today: string): string | null {
  const [, start = '', year = ''] = /^(.*[/.-])(\d{2})$/.exec(text.trim()) ?? [];
  const [older, newer] = [parseVnDate(`${start}19${year}`), parseVnDate(`${start}20${year}`)];
  if (!older.ok) return null;
  return !newer.ok || newer.value > today ? older.value : null;
}

/** dd/mm/yyyy in all spellings of clerks; "5-3-79" only where it can mean one thing. */
function parseDate(text: string): { ok: true; value: string } | { ok: false; code: string } {
  const plain = text
    .trim()
    .replace(/^(?:ngày|sinh ngày|từ ngày)\s*:?\s+/iu, '')
    .replace(/\s+00?:00(?::00)?$/, '');
  const parsed = parseVnDate(plain);
  if (parsed.ok) return parsed;
  if (parsed.code === 'impossible') return { ok: false, code: 'import.cell-date-impossible' };
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(plain)) return { ok: false, code: 'import.cell-date-unsure' };
  return { ok: false, code: 'import.cell-date' };
}

function readPartialDate(cell: Filled, given: Given): CellValue {
  if (cell.kind === 'date') return inTime(cell.date, cell, given);
  const year = yearOf(cell.kind === 'number' ? String(cell.number) : cell.text);
  if (year !== null) return inTime(String(year), cell, given);
  if (cell.kind === 'number') return no(given.field, 'import.cell-date', { found: shown(cell.text) });
  const month = /^(?:tháng\s*)?(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})$/iu.exec(cell.text.trim());
  if (month) {
    const [, mm = '', yyyy = ''] = month;
    if (Number(mm) < 1 || Number(mm) > 12)
      return no(given.field, 'import.cell-date-impossible', { found: shown(cell.text) });
    return inTime(`${yyyy}-${mm.padStart(2, '0')}`, cell, given);
  }
  return readDate(cell, given);
}

/** "1975", "năm 1975", "sinh năm 1975", "00/00/1975". */
function yearOf(text: string): number | null {
  const [, year] =
    /^(?:(?:sinh\s+)?năm\s*|\(?0{1,2}[/.-]0{1,2}[/.-])?((?:1[89]|2[01])\d{2})$/iu.exec(text.trim()) ?? [];
  return year === undefined ? null : Number(year);
}

function readYear(cell: Filled, given: Given): CellValue {
  const { field } = given;
  const year =
    cell.kind === 'date'
      ? Number(cell.date.slice(0, 4))
      : (yearOf(cell.kind === 'number' ? String(cell.number) : cell.text) ?? yearOfDate(cell.text));
  if (year === null) return no(field, 'import.cell-year', { found: shown(cell.text) });
  const least = field.least ?? 1900;
  const most = Math.min(field.most ?? 2199, field.past ? Number(given.today.slice(0, 4)) : 2199);
  if (year < least || year > most) return no(field, 'import.cell-year-span', { found: shown(cell.text), least, most });
  return yes(year);
}

function yearOfDate(text: string): number | null {
  const parsed = parseDate(text);
  return parsed.ok ? Number(parsed.value.slice(0, 4)) : null;
}

/** A whole or partial date against today and the calendar of the desk. */
function inTime(value: string, cell: Filled, { field, today }: Given): CellValue {
  const year = Number(value.slice(0, 4));
  if (year < 1900 || year > 2199) return no(field, 'import.cell-date', { found: shown(cell.text) });
  if (field.past && value > today.slice(0, value.length))
    return no(field, 'import.cell-future', { found: shown(cell.text), todayOn: today });
  return yes(value);
}

function readInteger(cell: Filled, { field }: Given): CellValue {
  let whole: number | null = null;
  if (cell.kind === 'number') whole = Number.isSafeInteger(cell.number) ? cell.number : null;
  else if (cell.kind === 'text') {
    const parsed = parseVnNumber(cell.text.replace(/\s*(?:đồng|đ|vnđ|vnd|người)\.?$/iu, ''), 0);
    whole = parsed.ok ? parsed.scaled : null;
  }
  if (whole === null) return no(field, 'import.cell-integer', { found: shown(cell.text) });
  if (whole < (field.least ?? Number.MIN_SAFE_INTEGER) || whole > (field.most ?? Number.MAX_SAFE_INTEGER))
    return no(field, 'import.cell-integer-span', {
      found: shown(cell.text),
      leastCount: field.least ?? 0,
      mostCount: field.most ?? Number.MAX_SAFE_INTEGER,
    });
  return yes(whole);
}

/** Only whether it is a number at all; with how many decimals, its reader knows. */
function readNumber(cell: Filled, { field }: Given): CellValue {
  if (cell.kind === 'number') return yes(numberText(cell.number));
  if (cell.kind === 'date') return no(field, 'import.cell-number-date', { found: shown(cell.text) });
  const parsed = parseVnNumber(cell.text, 4);
  if (parsed.ok || parsed.code === 'ambiguous') return yes(cell.text.trim());
  return no(field, 'import.cell-number', { found: shown(cell.text) });
}

/** A number as it is typed in Việt Nam. What the calculation of Excel leaves behind (0.1 + 0.2) is rounded off at its 15 digits. */
export function numberText(number: number): string {
  const plain = Number(number.toPrecision(15));
  const text = Math.abs(plain) < 1e-6 && plain !== 0 ? plain.toFixed(15).replace(/0+$/, '') : String(plain);
  return text.replace('.', ',');
}

function readYesNo(cell: Filled, { field }: Given): CellValue {
  const plain = fold(cell.text);
  if (/^(co|x|v|1|dung|yes|true|✓|✔)$/u.test(plain)) return yes(true);
  if (/^(khong|0|sai|no|false|-)$/u.test(plain)) return yes(false);
  return no(field, 'import.cell-yes-no', { found: shown(cell.text) });
}

function readSex(cell: Filled, { field }: Given): CellValue {
  const plain = fold(cell.text);
  if (/^(nam|male|m|trai|ong)$/.test(plain)) return yes('male');
  if (/^(nu|female|f|gai|ba)$/.test(plain)) return yes('female');
  return no(field, 'import.cell-sex', { found: shown(cell.text) });
}

/** The sex that a column is called after: "Nữ", "Giới tính nữ"; null: it is called after none, or both. */
export function sexOfHeading(heading: string): 'male' | 'female' | null {
  const words: readonly string[] = fold(heading).match(/\p{L}+/gu) ?? [];
  const [isMale, isFemale] = [words.includes('nam'), words.includes('nu')];
  if (isMale === isFemale) return null;
  return isMale ? 'male' : 'female';
}

/** "x" and what else stands for it in a column of marks. */
export const isMark = (text: string): boolean => /^(?:x|v|1|\+|✓|✔)$/u.test(fold(text).trim());

/** A column that is called "Nữ" (or "Nam") says by a mark who is one: the mark is read as that word. */
export function markedSex(cell: ReadCell, heading: string): ReadCell {
  const sex = sexOfHeading(heading);
  if (cell.kind === 'empty' || sex === null || !isMark(cell.text)) return cell;
  return { kind: 'text', text: sex === 'male' ? 'Nam' : 'Nữ' };
}

/** Số định danh: 12 digits. What is wrong is named: an old CMND, letters, zeros that Excel dropped. */
function readCccd(cell: Filled, { field }: Given): CellValue {
  if (cell.kind === 'date') return no(field, 'import.cell-cccd', { digitCount: 0 });
  const digits = cell.text.replace(/[\s.'’-]/gu, '');
  if (/^\d{12}$/.test(digits)) return yes(digits);
  if (!/^\d+$/.test(digits)) return no(field, 'import.cell-cccd-letters');
  const digitCount = digits.length;
  if (cell.kind === 'number' && (digitCount === 11 || digitCount === 10))
    return no(field, 'import.cell-cccd-zeros', { digitCount });
  if (digitCount === 9) return no(field, 'import.cell-cccd-old');
  return no(field, 'import.cell-cccd', { digitCount });
}

function readOption(cell: Filled, { field, list }: Given): CellValue {
  if (!list) throw new Error(`no list for ${field.id}`);
  const option = list.find(cell.text);
  if (option) return yes(option.value);
  const suggestions = list.nearest(cell.text).map(({ value }) => value);
  return {
    ok: false,
    reason: { code: 'import.cell-not-listed', field: field.id, facts: { found: shown(cell.text) }, suggestions },
  };
}

function yes(value: string | number | boolean): CellValue {
  return { ok: true, value };
}

function no(field: ImportField, code: string, facts?: RowReason['facts']): CellValue {
  return { ok: false, reason: { code, field: field.id, ...(facts && { facts }) } };
}

/** What was found, cut for a sentence. A date cell shows as a date. */
function shown(text: string): string {
  const line = formatDate(text.replace(/\s+/gu, ' ').trim());
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
}
