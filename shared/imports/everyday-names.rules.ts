import type { ListOption } from '#shared/imports/fields/import-field.ts';

/** How offices write what has an official name: patterns for `writtenWays`, by code of an award form or name of a unit. */
export type EverydayNames = {
  awardForms: readonly { code: string; written: readonly string[] }[];
  units: readonly { name: string; written: readonly string[] }[];
  /** Patterns for every province; `{fullName}` stands for "Tỉnh Lạng Sơn". */
  everyProvince: readonly string[];
};

const INNERMOST = /\[([^[\]()]*)\]|\(([^[\]()]*)\)/;

/**
 * Every name that a pattern stands for: "[x]" may be left out, "(a|b)" is one of these, and both may stand in each other.
 *
 * "CSTĐ [cấp] (tỉnh|bộ)" → "CSTĐ cấp tỉnh", "CSTĐ cấp bộ", "CSTĐ tỉnh", "CSTĐ bộ"
 */
export function writtenWays(pattern: string): string[] {
  const found = INNERMOST.exec(pattern);
  if (!found) return [pattern.replace(/\s+/gu, ' ').trim()];
  const [whole, optional, choice] = found;
  const before = pattern.slice(0, found.index);
  const after = pattern.slice(found.index + whole.length);
  const parts = (optional ?? choice ?? '').split('|');
  const ways = (optional === undefined ? parts : [...parts, '']).flatMap((part) => writtenWays(before + part + after));
  return [...new Set(ways)];
}

type Form = { code: string; name: string; nameEn: string | null };

/** Award forms as a list to choose from, by official and everyday names. */
export function awardFormOptions(forms: readonly Form[], { awardForms }: EverydayNames): ListOption[] {
  const written = new Map(awardForms.map(({ code, written: patterns }) => [code, patterns.flatMap(writtenWays)]));
  return forms.map(({ code, name, nameEn }) => ({
    value: code,
    label: name,
    aliases: [code, ...(nameEn === null ? [] : [nameEn]), ...(written.get(code) ?? [])],
  }));
}

/** The everyday names of a province beside those it officially bears. */
export function provinceNames(
  { name, fullName }: { name: string; fullName: string },
  { units, everyProvince }: EverydayNames,
): string[] {
  const own = units.filter((each) => each.name === name).flatMap(({ written }) => written);
  const every = everyProvince.map((pattern) => pattern.replace('{fullName}', fullName));
  return [...own, ...every].flatMap(writtenWays);
}
