import * as z from 'zod/mini';
import { intentKey } from '#shared/nominations/nominations.schema.ts';

export const startTraining = z.strictObject({ idempotencyKey: intentKey });
/** `madeAt` of the copy that was on the screen: nobody resets or removes one they have not seen. */
export const trainingStep = z.strictObject({ seenMadeAt: z.iso.datetime(), idempotencyKey: intentKey });
export const removeTraining = z.strictObject({ seenMadeAt: z.iso.datetime() });

/** The copy that people train in. */
export type TrainingInfo = {
  id: string;
  /** ISO instant, UTC, by the real clock. */
  madeAt: string;
  madeByName: string;
  rows: number;
  sizeBytes: number;
};
