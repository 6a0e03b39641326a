import type { Reason } from '#shared/core/reason.ts';

const MIB = 1024 * 1024;

/** After so many days what people train on is no longer what they work on. */
export const TRAINING_OLD_DAYS = 30;

/** Whole days since the copy was made. */
export const trainingAgeDays = (madeAt: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(madeAt)) / 86_400_000));

/** Room on the disk that a copy asks for, beside what is left for everybody's work. */
export const SPARE_BYTES = 200 * MIB;

/** @returns bytes of free disk that must be there before a copy of so large a database is made */
export const roomForCopy = (databaseBytes: number): number => Math.ceil(databaseBytes * 1.2) + SPARE_BYTES;

/** Why a disk cannot take the copy; empty when it can. */
export function diskReasons(freeBytes: number, databaseBytes: number): Reason[] {
  const needed = roomForCopy(databaseBytes);
  if (freeBytes >= needed) return [];
  const facts = { freeCount: Math.floor(freeBytes / MIB), neededCount: Math.ceil(needed / MIB) };
  return [{ code: 'training.disk-short', facts }];
}
