import type * as z from 'zod/mini';
import { findLastChange } from '#db/audit/last-change.queries.ts';
import { logSensitiveReads } from '#db/care/care.writes.ts';
import { findDecisionOf } from '#db/nominations/nominations.queries.ts';
import { lockNominations } from '#db/nominations/nominations.writes.ts';
import { findStatedEthnicity } from '#db/recipients/sensitive.queries.ts';
import { saveStatedEthnicity } from '#db/recipients/sensitive.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { mayDo } from '#server/nominations/ethnicity.policy.ts';
import { eventOf } from '#server/nominations/nominations.audit.ts';
import { loadNomination } from '#server/nominations/nominations.view.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { conflict, Refusal, refuseIf } from '#shared/core/refusal.ts';
import type { readEthnicity as readInput, setEthnicity as setInput } from '#shared/nominations/ethnicity.schema.ts';
import { NOMINATION_FIELD_LABELS } from '#shared/nominations/nominations.labels.ts';
import { stateReasons } from '#shared/nominations/nominations.rules.ts';

/** In the history it only says that it changed: the value is sensitive (dữ liệu nhạy cảm). */
const VEILED = '•••• (đã thay đổi)';

/** Opens the dân tộc of one person. Who did is written down in the same transaction. */
export function readEthnicity(ctx: ActorContext, { id }: z.infer<typeof readInput>) {
  return commit(ctx, async (tx) => {
    const { nomination, year } = await loadNomination(ctx, tx, id);
    if (!mayDo(ctx.actor, 'nominations.readEthnicity', nomination, year))
      throw new Refusal('forbidden', [{ code: 'nomination.ethnicity-closed' }]);
    const stated = await findStatedEthnicity(tx, id);
    await logSensitiveReads(tx, [
      {
        id: ctx.newId(),
        at: ctx.now().toISOString(),
        actorId: ctx.actor.accountId,
        recipientId: id,
        field: 'nomination-ethnicity',
        reason: null,
      },
    ]);
    return {
      result: { code: stated?.ethnicityCode ?? null, version: stated?.version ?? 0 },
      audit: [
        {
          ...eventOf(nomination, 'nomination.ethnicity-opened'),
          changes: [{ field: 'opened', from: null, to: NOMINATION_FIELD_LABELS.sensitive!.vi }],
        },
      ],
    };
  });
}

/** Writes the dân tộc while the dossier is open; the value goes to its own table and nowhere else. */
export function setEthnicity(ctx: ActorContext, { id, code, seenVersion }: z.infer<typeof setInput>) {
  return commit(ctx, async (tx) => {
    await lockNominations(tx, [id]);
    const { nomination, year } = await loadNomination(ctx, tx, id);
    if (!mayDo(ctx.actor, 'nominations.setEthnicity', nomination, year))
      throw new Refusal('forbidden', [{ code: 'nomination.not-proposer' }]);
    await requireActiveMember(tx, year.id, nomination.unitId, vietnamDate(ctx.now()));
    refuseIf(nomination.recipientKind === 'individual' ? [] : [{ code: 'nomination.ethnicity-of-person' }]);
    refuseIf(stateReasons('save', nomination.status, (await findDecisionOf(tx, id)) !== undefined));
    if (!(await saveStatedEthnicity(tx, { nominationId: id, seenVersion, ethnicityCode: code }))) {
      const last = await findLastChange(tx, { subjectKind: 'nomination', subjectId: id });
      const facts = { who: last?.actorName ?? '…', changedAt: last?.at ?? '…' };
      throw conflict([{ code: 'nomination.ethnicity-changed-meanwhile', facts }]);
    }
    return {
      result: { version: seenVersion + 1 },
      audit: [
        {
          ...eventOf(nomination, 'nomination.ethnicity-set'),
          changes: [{ field: 'sensitive', from: null, to: VEILED }],
        },
      ],
    };
  });
}
