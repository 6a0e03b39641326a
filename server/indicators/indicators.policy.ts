import { findHistory } from '#db/audit/audit.queries.ts';
import type { Reader } from '#db/database.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { conflict, Refusal } from '#shared/core/refusal.ts';
import { INDICATOR_ACTION_LABELS, INDICATOR_FIELD_LABELS } from '#shared/indicators/indicators.labels.ts';

/** Whether this person keeps the indicators of an owner (null: the common ones). */
export function isKeeper(ctx: ActorContext, ownerUnitId: string | null): boolean {
  const access = accessFor(ctx.actor, 'indicators.save');
  return access !== undefined && (access.all || (ownerUnitId !== null && access.own.includes(ownerUnitId)));
}

/** @throws forbidden, with who may */
export function requireKeeper(ctx: ActorContext, ownerUnitId: string | null): void {
  if (!isKeeper(ctx, ownerUnitId)) throw new Refusal('forbidden', [{ code: 'indicator.not-keeper' }]);
}

/** The refusal for the second of two editors: who changed what, and when. */
export async function changedMeanwhile(db: Reader, indicatorId: string): Promise<Refusal> {
  const everything = { all: true, cluster: [], chair: [], own: [], office: [], today: '' };
  const [last] = await findHistory(db, everything, 'indicator', indicatorId);
  const lang = currentLanguage();
  const fields = (last?.changes ?? []).map(({ field }) => INDICATOR_FIELD_LABELS[field]?.[lang] ?? field);
  const what = fields.join(', ') || (INDICATOR_ACTION_LABELS[last?.action ?? '']?.[lang] ?? '…');
  return conflict([
    { code: 'indicator.changed-meanwhile', facts: { who: last?.actorName ?? '…', changedAt: last?.at ?? '…', what } },
  ]);
}
