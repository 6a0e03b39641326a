import type { AppContext } from '#server/core/context.ts';

/** What a kind of job does with its payload. May run twice when a process dies in the middle. */
export type JobHandler = (app: AppContext, payload: unknown) => Promise<unknown>;

/** Joins the jobs of the features by kind. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {};
