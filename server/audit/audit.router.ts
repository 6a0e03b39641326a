import * as z from 'zod/mini';
import { findAuditActors, findAuditPage } from '#db/audit/audit.queries.ts';
import { historyOf } from '#server/audit/history.service.ts';
import { procedure, router } from '#server/core/trpc.ts';
import { auditFilters, historyInput } from '#shared/audit/audit.schema.ts';
import { addDays } from '#shared/core/dates.ts';
import { idOf } from '#shared/core/ids.ts';
import { decodeCursor, encodeCursor } from '#shared/core/page.ts';

const lastId = z.tuple([idOf('AuditEntry')]);
/** Midnight in Việt Nam, as the UTC instant it is. */
const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString();

export const auditRouter = router({
  ofRecord: procedure.input(historyInput).query(({ ctx, input }) => historyOf(ctx, input.subjectKind, input.subjectId)),

  list: procedure.input(auditFilters).query(async ({ ctx, input }) => {
    const [afterId] = decodeCursor(lastId, input.cursor) ?? [];
    const [page, actors] = await Promise.all([
      findAuditPage(ctx.db.reads, {
        actorId: input.actorId,
        subjectKind: input.subjectKind,
        fromAt: input.from && midnight(input.from),
        beforeAt: input.to && midnight(addDays(input.to, 1)),
        afterId,
      }),
      findAuditActors(ctx.db.reads),
    ]);
    const last = page.entries.at(-1);
    return { entries: page.entries, actors, nextCursor: page.hasMore && last ? encodeCursor([last.id]) : null };
  }),
});
