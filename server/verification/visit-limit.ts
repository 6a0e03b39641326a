/**
 * At most so many visits a minute from one address, counted in memory: the public page must answer a flood without
 * a write to the database. Each server counts for itself, and a restart forgets.
 */
export class VisitLimit {
  readonly #most: number;
  readonly #visits = new Map<string, number>();
  #windowEndsAt = 0;

  constructor(mostInAMinute: number) {
    this.#most = mostInAMinute;
  }

  /** Counts a visit; gives the seconds to wait when it is one too many, else 0. */
  take(address: string, nowMs: number): number {
    if (nowMs >= this.#windowEndsAt) {
      this.#visits.clear(); // one window for all keeps the map from growing for ever
      this.#windowEndsAt = nowMs + MINUTE_MS;
    }
    const visits = (this.#visits.get(address) ?? 0) + 1;
    this.#visits.set(address, visits);
    return visits > this.#most ? Math.ceil((this.#windowEndsAt - nowMs) / 1000) : 0;
  }
}

const MINUTE_MS = 60_000;
