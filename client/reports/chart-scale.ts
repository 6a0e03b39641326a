/** From figures to places on paper: [from, to] of the figures onto [0, 1]. */
export type Scale = { from: number; to: number; ticks: number[]; at: (value: number) => number };

const STEPS = [1, 2, 5, 10];

/** A scale over these figures with round ticks; `withZero` where lengths are compared (bars), not places (dots). */
export function scaleOf(values: readonly number[], { withZero }: { withZero: boolean }): Scale {
  const low = Math.min(...values, ...(withZero || values.length === 0 ? [0] : []));
  const high = Math.max(...values, ...(withZero || values.length === 0 ? [0] : []));
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (STEPS.find((one) => one * power >= rough) ?? 10) * power);
  const from = withZero && low >= 0 ? 0 : Math.floor(low / step) * step;
  const to = Math.max(from + step, Math.ceil(high / step) * step);
  const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => Math.round(from + at * step));
  return { from, to, ticks, at: (value) => (value - from) / (to - from) };
}
