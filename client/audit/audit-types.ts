import type { inferRouterOutputs } from '@trpc/server';
import * as z from 'zod/mini';
import type { AppRouter } from '#client/core/api.ts';
import { subjectKind } from '#shared/audit/audit.schema.ts';
import { isoDate } from '#shared/core/dates.ts';

export type AuditPage = inferRouterOutputs<AppRouter>['audit']['list'];
export type AuditEntry = AuditPage['entries'][number];

/** Filters of the log in the address: person, kind of record, first and last day. */
export const auditFilterSchema = z.object({
  actorId: z.optional(z.string().check(z.maxLength(60))),
  subjectKind: z.optional(subjectKind),
  from: z.optional(isoDate),
  to: z.optional(isoDate),
});
export type AuditUrlFilters = z.output<typeof auditFilterSchema>;
