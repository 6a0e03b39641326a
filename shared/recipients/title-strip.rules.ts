/** A title (danh hiệu thi đua) given for the achievement of a year. */
export type TitleOfYear = { year: number; awardCode: string; awardName: string };

/** One title over the years of the strip; `has` in the order of the years. */
export type TitleRow = { awardCode: string; awardName: string; has: boolean[]; count: number; run: TitleRun };
/** The longest stretch of years without a gap, the latest of several as long. */
export type TitleRun = { from: number; to: number; length: number };

/** Years that a strip has at least: standards ask for titles of five and of ten years in a row. */
const LEAST_YEARS = 10;
const MOST_YEARS = 40;

/**
 * Danh hiệu by year, so that a gap is seen at a glance.
 * @param titles living titles in the order in which their rows are to stand
 * @param lastYear the last year there can be a title of
 */
export function titleStrip(titles: readonly TitleOfYear[], lastYear: number): { years: number[]; rows: TitleRow[] } {
  if (titles.length === 0) return { years: [], rows: [] };
  const given = titles.map(({ year }) => year);
  const last = Math.max(lastYear, ...given);
  const first = Math.max(Math.min(...given, last - LEAST_YEARS + 1), last - MOST_YEARS + 1);
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const byCode = Map.groupBy(titles, ({ awardCode }) => awardCode);
  const rows = [...byCode].map(([awardCode, ofCode]) => {
    const held = new Set(ofCode.map(({ year }) => year));
    return {
      awardCode,
      awardName: ofCode[0]!.awardName,
      has: years.map((year) => held.has(year)),
      count: held.size,
      run: longestRun([...held].sort((a, b) => a - b)),
    };
  });
  return { years, rows };
}

function longestRun(years: readonly number[]): TitleRun {
  let best: TitleRun = { from: 0, to: 0, length: 0 };
  let from = years[0] ?? 0;
  for (const [n, year] of years.entries()) {
    if (n > 0 && year !== years[n - 1]! + 1) from = year;
    const length = year - from + 1;
    if (length >= best.length) best = { from, to: year, length };
  }
  return best;
}
