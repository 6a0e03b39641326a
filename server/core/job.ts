import type { ActorContext, AppContext } from '#server/core/context.ts';
import type { Procedure } from '#shared/accounts/permissions.ts';
import type { Facts } from '#shared/core/reason.ts';

/** One run of a job, as its handler sees it. */
export type JobRun = {
  readonly id: string;
  /** Aborted when somebody cancels the job, when the server stops, and when the job is no longer this run's. */
  readonly signal: AbortSignal;
  /** Account of whoever started it; 'system' for what nobody clicked for. */
  readonly createdBy: string;
  /** Counts from 1: above that the job was interrupted or failed before. */
  readonly attempt: number;
  /** How far it is, e.g. rows done of rows in all; `total` null as long as nobody knows. May be called often. */
  progress(done: number, total: number | null): void;
  /** A line that people read on the job's page; `code` is worded in the feature's `*.reasons.ts`. */
  log(code: string, facts?: Facts): Promise<void>;
  /** Ends the run here when it was cancelled or taken away: call it between steps that stand by themselves. */
  throwIfCancelled(): void;
  /**
   * Acts as whoever started the job, with the rights they have now.
   * @throws Refusal account.lacks-role when the account was closed or lost the role meanwhile
   */
  actorContext(procedure: Procedure): Promise<ActorContext>;
};

/**
 * What the runner looks for in a handler's answer, which is kept with the job. `fileId`: the file it made, offered to
 * whoever started it; `madeFile`: it made one that lies elsewhere. Either way they are told.
 */
export type JobAnswer = { fileId?: string; madeFile?: boolean };

/**
 * What a kind of job does with its payload. It may run again when a process dies in the middle, so each step either
 * stands with everything it did or not at all. A Refusal ends the job for good with its reasons; any other error is
 * tried again, five times in all.
 */
export type JobHandler = (app: AppContext, payload: unknown, run: JobRun) => Promise<unknown>;

const queuing = new WeakSet<object>();

/** Remembers that this transaction queues a job, so that the runner is woken when it is committed. */
export const markQueued = (tx: object): void => void queuing.add(tx);
export const hasQueued = (tx: object): boolean => queuing.has(tx);

const wakers = new WeakMap<object, () => void>();

/** Whoever runs the jobs of this database in this process wants to know of new ones at once. */
export function onJobQueued(db: object, wake: () => void): void {
  wakers.set(db, wake);
}

/** A job was committed, or somebody asked for one to stop: no need to wait for the next look. */
export function wakeJobs(db: object): void {
  wakers.get(db)?.();
}
