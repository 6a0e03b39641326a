import css from '#client/movements/movements.module.css';
import { daysBetween } from '#shared/core/dates.ts';

/** The days all bars of a page are drawn against, with the emulation year and today on them. */
export type Scale = { from: string; to: string; startsOn: string; endsOn: string; today: string };

type Span = { periodFrom: string; periodTo: string };

export function scaleOf(spans: readonly Span[], year: { startsOn: string; endsOn: string }, today: string): Scale {
  const from = spans.reduce((least, { periodFrom }) => (periodFrom < least ? periodFrom : least), year.startsOn);
  const to = spans.reduce((most, { periodTo }) => (periodTo > most ? periodTo : most), year.endsOn);
  return { from, to, startsOn: year.startsOn, endsOn: year.endsOn, today };
}

const WIDTH = 1000;

/** A period as a thin bar, the emulation year behind it, a line for today. The words beside it say the same. */
export function PeriodBar({ periodFrom, periodTo, scale }: Span & { scale: Scale }) {
  const days = Math.max(1, daysBetween(scale.from, scale.to) + 1);
  const at = (day: string) => Math.min(WIDTH, Math.max(0, (daysBetween(scale.from, day) / days) * WIDTH));
  const bar = (from: string, to: string) => ({ x: at(from), width: Math.max(6, at(to) - at(from)) });
  return (
    <svg className={css.period} viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden>
      <rect className={css.periodYear} y={0} height={10} {...bar(scale.startsOn, scale.endsOn)} />
      <rect className={css.periodSpan} y={3} height={4} {...bar(periodFrom, periodTo)} />
      <rect className={css.periodToday} y={0} height={10} x={at(scale.today)} width={5} />
    </svg>
  );
}
