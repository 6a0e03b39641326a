import * as z from 'zod/mini';
import { cursorText } from '#shared/core/page.ts';

/** Kinds of record that have a history. */
export const subjectKind = z.enum([
  'account',
  'letter',
  'unit',
  'cluster',
  'cluster-year',
  'indicator',
  'movement',
  'movement-confirmation',
  'exemplar',
  'replication',
  'title-registration',
  'conference',
  'conference-pack',
  'paper-template',
  'recommendation',
  'recommendation-task',
  'pledge',
  'pledge-signature',
  'pledge-progress',
  'report',
  'report-request',
  'report-review',
  'nomination',
  'decision',
  'certificate',
  'award',
  'recipient',
  'recipient-pair',
  'import',
  'saved-view',
  'export',
  'dump',
  'training',
  'file',
  'setting',
  'job',
]);
export type SubjectKind = z.infer<typeof subjectKind>;

/** One field before and after; text as a person reads it, null where there was or is nothing. */
export type FieldChange = { field: string; from: string | null; to: string | null };

/**
 * What happened to one record. `action` is `noun.what` and has a wording in audit.labels.ts; class P3 data
 * (ethnicity, CCCD) never stands in `changes` in clear.
 */
export type AuditEvent = {
  action: string;
  subjectKind: SubjectKind;
  subjectId: string;
  /** Name by which a person knows the record, frozen as it was. */
  subjectLabel?: string;
  clusterYearId?: string | null;
  unitId?: string | null;
  reason?: string | null;
  changes?: readonly FieldChange[];
};

export const historyInput = z.strictObject({
  subjectKind,
  subjectId: z.string().check(z.maxLength(60)),
});
export const auditFilters = z.strictObject({
  actorId: z.optional(z.string().check(z.maxLength(60))),
  subjectKind: z.optional(subjectKind),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  cursor: z.optional(cursorText),
  /** Sent along by the client's endless list; the log is only read from new to old. */
  direction: z.optional(z.literal('forward')),
});
