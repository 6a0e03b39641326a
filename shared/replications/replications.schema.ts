import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { effectRows } from '#shared/exemplars/effects.schema.ts';
import { exemplarId } from '#shared/exemplars/exemplars.schema.ts';
import { intentKey } from '#shared/nominations/nominations.schema.ts';

export const replicationId = idOf('Replication');
export type ReplicationId = z.infer<typeof replicationId>;

/** How far the adoption of a model (nhân rộng) has come. */
export const replicationStatus = z.enum(['preparing', 'running', 'done', 'stopped']);
export type ReplicationStatus = z.infer<typeof replicationStatus>;

export const REPLICATION_STATUS_LABELS: Readonly<Record<ReplicationStatus, Localized>> = {
  preparing: { vi: 'Đang chuẩn bị', en: 'Preparing' },
  running: { vi: 'Đang thực hiện', en: 'Under way' },
  done: { vi: 'Đã có kết quả', en: 'With results' },
  stopped: { vi: 'Đã dừng', en: 'Stopped' },
};

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));

/** The one short form of an adoption. */
export const replicationDraft = z.strictObject({
  place: line(300),
  startedOn: isoDate,
  /** Who leads it: an office or a person with position. */
  leader: line(200),
  steps: line(4_000),
});
export type ReplicationDraft = z.infer<typeof replicationDraft>;

export const adoptModel = z.strictObject({
  exemplarId,
  /** The year of the adopter's own cluster. */
  clusterYearId,
  unitId: idOf('Unit'),
  draft: replicationDraft,
  idempotencyKey: intentKey,
});
export const replicationInput = z.strictObject({ id: replicationId });
export const saveReplication = z.strictObject({ id: replicationId, seenVersion, draft: replicationDraft });
export const setReplicationStatus = z.strictObject({
  id: replicationId,
  seenVersion,
  status: replicationStatus,
  /** Of stopping. */
  reason: line(500),
});
export const addReplicationEntry = z.strictObject({
  id: replicationId,
  onDate: isoDate,
  content: line(2_000),
  idempotencyKey: intentKey,
});
export const removeReplicationEntry = z.strictObject({ id: replicationId, entryId: idOf('ReplicationEntry') });
export const saveReplicationResults = z.strictObject({ id: replicationId, seenVersion, effects: effectRows });

export const listReplications = z.strictObject({
  /** One unit and one year: what the year-end report asks. Both left out: everything of one's own. */
  unitId: z.optional(idOf('Unit')),
  clusterYearId: z.optional(clusterYearId),
});
