import type * as z from 'zod/mini';
import type { Writer } from '#db/database.ts';
import { listEffects } from '#db/exemplars/effects.queries.ts';
import { putEffects } from '#db/exemplars/effects.writes.ts';
import { findExemplar } from '#db/exemplars/exemplars.queries.ts';
import { updateExemplar } from '#db/exemplars/exemplars.writes.ts';
import type { ActorContext } from '#server/core/context.ts';
import { eventOf } from '#server/exemplars/exemplars.audit.ts';
import { askedAgain, type ExemplarAnswer, takeStep } from '#server/exemplars/exemplars.service.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { refuseIf } from '#shared/core/refusal.ts';
import { type EffectRow, effectReasons, effectText } from '#shared/exemplars/effects.schema.ts';
import { askReasons, decideReasons } from '#shared/exemplars/sharing.rules.ts';
import {
  type askSharing,
  type decideSharing,
  type ExemplarSharing,
  SHARING_LABELS,
  type saveEffects,
} from '#shared/exemplars/sharing.schema.ts';

/** Writes the effect in figures, all rows at once. @throws not-found, forbidden, conflict, refused (a row) */
export function saveEffectRows(ctx: ActorContext, input: z.infer<typeof saveEffects>): Promise<ExemplarAnswer> {
  return takeStep(ctx, 'exemplars.saveEffects', input, async (exemplar, tx) => {
    refuseIf(effectReasons(input.effects));
    const before = await listEffects(tx, 'exemplar', exemplar.id);
    await putEffects(tx, 'exemplar', exemplar.id, input.effects);
    const changes = [{ field: 'effects', from: effectsText(before), to: effectsText(input.effects) }];
    return {
      change: askedAgain(ctx, exemplar),
      audit: [{ ...eventOf(exemplar, 'exemplar.effects-saved'), changes }],
    };
  });
}

/** Đề nghị phổ biến ngoài Cụm: the approver of the chair is told. */
export function ask(ctx: ActorContext, input: z.infer<typeof askSharing>): Promise<ExemplarAnswer> {
  return takeStep(ctx, 'exemplars.askSharing', input, async (exemplar, tx) => {
    refuseIf(askReasons(exemplar));
    await tellUnits(ctx, tx, {
      unitIds: [exemplar.chairUnitId],
      roles: ['approver'],
      code: 'notice.sharing-asked',
      facts: { unit: exemplar.unitName, title: exemplar.title },
      link: `/dien-hinh/${exemplar.id}`,
    });
    return {
      change: { sharing: 'asked', sharingReason: null, sharingAt: ctx.now().toISOString() },
      audit: [{ ...eventOf(exemplar, 'exemplar.sharing-asked'), changes: [sharingChange(exemplar.sharing, 'asked')] }],
    };
  });
}

/** The chair's approver approves, declines, or ends what was approved; the unit is told. */
export function decide(ctx: ActorContext, input: z.infer<typeof decideSharing>): Promise<ExemplarAnswer> {
  return takeStep(ctx, 'exemplars.decideSharing', input, async (exemplar, tx) => {
    refuseIf(decideReasons(exemplar.sharing, input));
    const sharing = input.decision === 'approve' ? 'approved' : 'declined';
    const reason = sharing === 'declined' ? input.reason : null;
    await tellUnits(ctx, tx, {
      unitIds: [exemplar.unitId],
      code: `notice.sharing-${sharing}`,
      facts: { title: exemplar.title, reason: reason ?? '' },
      link: `/dien-hinh/${exemplar.id}`,
    });
    return {
      change: { sharing, sharingReason: reason, sharingAt: ctx.now().toISOString() },
      audit: [
        {
          ...eventOf(exemplar, 'exemplar.sharing-decided'),
          reason,
          changes: [sharingChange(exemplar.sharing, sharing)],
        },
      ],
    };
  });
}

/**
 * A document that its unit adds to what was approved: the chair has not seen it, so it is asked about again. Inside the
 * transaction that adds it, which holds the exemplar.
 */
export async function documentAdded(ctx: ActorContext, tx: Writer, id: string): Promise<FieldChange[]> {
  const exemplar = await findExemplar(tx, accessFor(ctx.actor, 'exemplars.byId') ?? NO_ACCESS, id);
  if (!exemplar) return [];
  const change = askedAgain(ctx, exemplar);
  if (Object.keys(change).length === 0) return [];
  await updateExemplar(tx, id, exemplar.version, change);
  return [sharingChange(exemplar.sharing, 'asked')];
}

const sharingChange = (from: ExemplarSharing, to: ExemplarSharing) => ({
  field: 'sharing',
  from: SHARING_LABELS[from].vi,
  to: SHARING_LABELS[to].vi,
});

const effectsText = (rows: readonly EffectRow[]): string | null => rows.map(effectText).join('\n') || null;
