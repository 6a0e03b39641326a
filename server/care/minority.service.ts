import { findMinorityCases } from '#db/care/care.queries.ts';
import { logSensitiveReads } from '#db/care/care.writes.ts';
import { careYear, leadingReasons, scopeOf } from '#server/care/care.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { MinorityRowsInput } from '#shared/care/care.schema.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { ETHNICITIES } from '#shared/recipients/ethnicity.codes.ts';

/**
 * The people behind "Người dân tộc thiểu số", with their dân tộc. A change of the database, because whose data was
 * opened, by whom and why is written down in the same transaction: no log, no list.
 *
 * @throws forbidden for readers who may see the number only
 */
export function minorityRows(ctx: ActorContext, input: MinorityRowsInput) {
  return commit(ctx, async (tx) => {
    const year = await careYear(ctx, tx, input.clusterYearId);
    const reasons = leadingReasons(ctx.actor, 'care.minorityRows', year);
    if (reasons.length > 0) throw new Refusal('forbidden', reasons);
    const rows = await findMinorityCases(tx, scopeOf(ctx.actor, input), input.unitId);
    await logSensitiveReads(
      tx,
      rows.map(({ recipientId, nominationId }) => ({
        id: ctx.newId(),
        at: ctx.now().toISOString(),
        actorId: ctx.actor.accountId,
        recipientId: recipientId ?? nominationId ?? '',
        field: recipientId === null ? 'nomination-ethnicity' : 'ethnicity',
        reason: input.reason,
      })),
    );
    return {
      result: rows.map(({ ethnicityCode, recipientId: _, areaClass: __, isBorderArea: ___, ...row }) => ({
        ...row,
        ethnicity: ETHNICITIES[ethnicityCode ?? ''] ?? '',
      })),
      audit: [
        {
          action: 'care.minority-opened',
          subjectKind: 'cluster-year',
          subjectId: year.id,
          subjectLabel: `${year.clusterName}, ${year.name}`,
          clusterYearId: year.id,
          unitId: input.unitId ?? null,
          reason: input.reason,
          // Not how many: every member reads this history, and of few people the number says who they are.
          changes: [{ field: 'opened', from: null, to: 'Dân tộc' }],
        },
      ],
    };
  });
}
