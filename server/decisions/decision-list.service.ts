import { findDecisions } from '#db/decisions/decisions.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { fullDecisionNumber } from '#shared/decisions/decision-number.ts';
import type { DecisionFilters } from '#shared/decisions/decisions.schema.ts';

/** Quyết định within reach with their whole numbers; `most` rows, left out: as many as the page shows. */
export async function decisionList(ctx: ActorContext, filters: DecisionFilters, most?: number) {
  const rows = await findDecisions(ctx.db.reads, ctx.access, filters, most);
  return rows.map(({ number, documentType, itemCount, certificateCount, isDemo, ...row }) => ({
    ...row,
    fullNumber: fullDecisionNumber(number, documentType),
    itemCount: Math.max(Number(itemCount ?? 0), Number(certificateCount ?? 0)),
    isDemo: isDemo === 1,
  }));
}
