import { addDays, vietnamDate } from '#shared/core/dates.ts';

/**
 * The clock of business. In the demo the day stands still (or is moved by hand) while the hours run, so that
 * deadlines can be tried; everywhere else it is the real one. Sessions and leases never ask it.
 */
export class BusinessClock {
  #demoToday: string | null;
  readonly #real: () => Date;

  constructor(demoToday: string | null = null, real: () => Date = () => new Date()) {
    this.#demoToday = demoToday;
    this.#real = real;
  }

  readonly now = (): Date => {
    const real = this.#real();
    if (this.#demoToday === null) return real;
    const days = Date.parse(this.#demoToday) - Date.parse(vietnamDate(real));
    return new Date(real.getTime() + days);
  };

  /** YYYY-MM-DD, or null for the real day. */
  set demoToday(day: string | null) {
    this.#demoToday = day === null ? null : addDays(day, 0);
  }

  get demoToday(): string | null {
    return this.#demoToday;
  }
}
