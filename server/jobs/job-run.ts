import { findActor } from '#db/accounts/accounts.queries.ts';
import { isCancelAsked, nextLogPosition } from '#db/jobs/jobs.queries.ts';
import type { JobRow } from '#db/jobs/jobs.table.ts';
import { insertJobLog, renewLease } from '#db/jobs/jobs.writes.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import { systemContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import type { JobRun } from '#server/core/job.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Language } from '#shared/core/localized.ts';
import type { Facts } from '#shared/core/reason.ts';
import { Refusal } from '#shared/core/refusal.ts';

/** How long a job is held without a sign of life of its holder. */
export const LEASE_MS = 60_000;
const LOOK_EVERY_MS = 1_000;
const RENEW_EVERY_MS = 15_000;

/** Why a run stops before its end: somebody cancelled it, the server stops, or another holder took it over. */
export type StopReason = 'cancelled' | 'stopping' | 'lost';

/** What `throwIfCancelled` throws; no defect and no refusal. */
export class Stopped extends Error {
  readonly why: StopReason;

  constructor(why: StopReason) {
    super(`the job stops: ${why}`);
    this.why = why;
  }
}

/** A job while it is held: keeps its lease, writes how far it is, and hears when it shall stop. */
export class HeldJob implements JobRun {
  readonly id: string;
  readonly createdBy: string;
  readonly attempt: number;
  readonly signal: AbortSignal;
  readonly #app: AppContext;
  readonly #owner: string;
  readonly #stop = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> | undefined;
  #renewedAt = Date.now();
  #progress: number;
  #total: number | null;
  #written: string;
  #logged: Promise<unknown> = Promise.resolve();
  #nextLine: number | undefined;

  constructor(app: AppContext, job: JobRow, owner: string) {
    this.#app = app;
    this.#owner = owner;
    this.id = job.id;
    this.createdBy = job.createdBy;
    this.attempt = job.attempt;
    this.signal = this.#stop.signal;
    this.#progress = job.progress;
    this.#total = job.progressTotal;
    this.#written = this.#state();
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.#timer.unref();
    if (job.cancelAsked === 1) this.stop('cancelled');
  }

  progress(done: number, total: number | null): void {
    this.#progress = Math.max(0, Math.floor(done));
    this.#total = total === null ? null : Math.max(0, Math.floor(total));
  }

  log(code: string, facts: Facts = {}): Promise<void> {
    const line = this.#logged.then(async () => {
      this.#nextLine ??= await nextLogPosition(this.#app.db.reads, this.id);
      const position = this.#nextLine++;
      const at = new Date().toISOString();
      await housekeeping(this.#app.db, (tx) =>
        insertJobLog(tx, { jobId: this.id, position, at, code, facts: JSON.stringify(facts) }),
      );
    });
    // A line that cannot be written (the demo was reset) must not end the work.
    this.#logged = line.catch((error: unknown) => this.#app.log.warn({ error, jobId: this.id }, 'no line for the log'));
    return this.#logged as Promise<void>;
  }

  throwIfCancelled(): void {
    if (this.signal.aborted) throw new Stopped(this.signal.reason as StopReason);
  }

  async actorContext(procedure: Procedure): Promise<ActorContext> {
    if (this.createdBy === 'system') return systemContext(this.#app, procedure);
    const today = vietnamDate(this.#app.now());
    const found = await findActor(this.#app.db.reads, this.createdBy, today);
    const actor = found && { ...found, accountId: this.createdBy, today };
    const access = actor && accessFor(actor, procedure);
    if (!actor || !access) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
    const { lang, ...person } = actor;
    return {
      ...this.#app,
      requestId: this.#app.newId(),
      lang: lang as Language,
      actor: person,
      sessionId: null,
      procedure,
      access,
    };
  }

  stop(why: StopReason): void {
    if (!this.signal.aborted) this.#stop.abort(why);
  }

  /** Looks whether somebody asked to stop, and writes lease and progress when it is time. */
  look(): void {
    this.#looking ??= this.#look()
      .catch((error: unknown) => this.#app.log.warn({ error, jobId: this.id }, 'a running job could not be renewed'))
      .finally(() => {
        this.#looking = undefined;
      });
  }

  async #look(): Promise<void> {
    const state = this.#state();
    if (state === this.#written && Date.now() - this.#renewedAt < RENEW_EVERY_MS) {
      const asked = await isCancelAsked(this.#app.db.reads, this.id);
      if (asked !== false) this.stop(asked ? 'cancelled' : 'lost');
      return;
    }
    const leaseUntil = new Date(Date.now() + LEASE_MS).toISOString();
    const values = { leaseUntil, progress: this.#progress, progressTotal: this.#total };
    const held = await housekeeping(this.#app.db, (tx) => renewLease(tx, this.id, this.#owner, values));
    if (!held) return this.stop('lost');
    this.#renewedAt = Date.now();
    this.#written = state;
    if (held.cancelAsked === 1) this.stop('cancelled');
  }

  /** Ends the timer; what was said is written, and how far it came. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await this.#logged;
    if (this.#state() !== this.#written) await this.#look().catch(() => {});
  }

  #state(): string {
    return `${this.#progress}/${this.#total}`;
  }
}
