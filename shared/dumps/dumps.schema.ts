import * as z from 'zod/mini';
import { idOf } from '#shared/core/ids.ts';
import { intentKey } from '#shared/nominations/nominations.schema.ts';

export const dumpId = idOf('Dump');
const reason = z.string().check(z.trim(), z.maxLength(500));

export const startDump = z.strictObject({ reason, idempotencyKey: intentKey });
export const dumpStep = z.strictObject({ id: dumpId, reason });

/** A dump that lies on the server. */
export type DumpInfo = {
  id: string;
  /** ISO instant, UTC. */
  takenAt: string;
  sizeBytes: number;
  sha256: string;
  rows: number;
  files: number;
  createdByName: string;
};

export const DUMPS_KEPT = 5;
