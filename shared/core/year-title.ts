import type { Localized } from '#shared/core/localized.ts';

type Year = { year: number; yearKind: 'calendar' | 'school' };

/** Năm thi đua 2024; of education Năm học 2023 - 2024, by the year it begins in. */
export function yearTitle({ year, yearKind }: Year): Localized {
  return yearKind === 'school'
    ? { vi: `Năm học ${year} - ${year + 1}`, en: `School year ${year} - ${year + 1}` }
    : { vi: `Năm thi đua ${year}`, en: `Emulation year ${year}` };
}

/** The same inside a sentence. */
export function yearInSentence(year: Year): Localized {
  const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const { vi, en } = yearTitle(year);
  return { vi: lower(vi), en: lower(en) };
}
