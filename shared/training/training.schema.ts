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

/** After so many days what people train on is no longer what they work on. */
export const TRAINING_OLD_DAYS = 30;

/** Whole days since the copy was made. */
export const trainingAgeDays = (madeAt: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(madeAt)) / 86_400_000));

/** Room on the disk that a copy asks for, beside what is left for everybody's work. */
export const SPARE_BYTES = 200 * 1024 * 1024;

/** @returns bytes of free disk that must be there before a copy of so large a database is made */
export const roomForCopy = (databaseBytes: number): number => Math.ceil(databaseBytes * 1.2) + SPARE_BYTES;
