import type * as z from 'zod/mini';
import { findMembers } from '#db/clusters/clusters.queries.ts';
import { findNextChair, findNextYear } from '#db/conferences/next-chair.queries.ts';
import type { Reader } from '#db/database.ts';
import { chairReasons } from '#server/conferences/conferences.policy.ts';
import { type ConferenceAnswer, change } from '#server/conferences/conferences.service.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { nextChairReasons, nextChairText, nextChairWarnings } from '#shared/conferences/next-chair.rules.ts';
import type { saveNextChair as saveInput } from '#shared/conferences/next-chair.schema.ts';
import { Refusal, refuseIf } from '#shared/core/refusal.ts';

const SHORTEST_REASON = 10;

/**
 * Cụm trưởng, Cụm phó năm sau as the conference decided; null takes the entry back. Once the minutes are closed the
 * approver corrects it with a reason; where the next year is published it has to name that year's chair.
 */
export function saveNextChair(ctx: ActorContext, input: z.infer<typeof saveInput>): Promise<ConferenceAnswer> {
  const { result, reason } = input;
  return change(ctx, input, 'conference.next-chair-saved', async (conference, tx) => {
    const { clusterYearId, leadingUnitId, leadingUnitName } = conference;
    if (conference.status === 'held') {
      const person = chairReasons(ctx, 'conferences.correctMinutes', leadingUnitId, leadingUnitName);
      if (person.length > 0) throw new Refusal('forbidden', person);
      if (reason.length < SHORTEST_REASON) refuseIf([{ code: 'next-chair.reason-needed', field: 'reason' }]);
    }
    const members = await findMembers(tx, clusterYearId);
    const next = (await findNextYear(tx, clusterYearId)) ?? null;
    if (result) refuseIf(nextChairReasons(result, { memberIds: members.map(({ unitId }) => unitId), next }));
    const nameOf = (id: string | null) => members.find(({ unitId }) => unitId === id)?.name ?? null;
    const before = await findNextChair(tx, clusterYearId);
    const isVote = result?.method === 'vote';
    return {
      set: {
        nextChairUnitId: result?.chairUnitId ?? null,
        nextDeputyUnitId: result?.deputyUnitId ?? null,
        nextMethod: result?.method ?? null,
        nextPresentVotes: isVote ? result.presentVotes : null,
        nextAgreedVotes: isVote ? result.agreedVotes : null,
        nextNote: result?.note ?? '',
      },
      changes: [
        {
          field: 'nextChair',
          from: before ? nextChairText({ ...before, method: before.method! }) : null,
          to: result
            ? nextChairText({
                ...result,
                chairName: nameOf(result.chairUnitId) ?? result.chairUnitId,
                deputyName: nameOf(result.deputyUnitId),
              })
            : null,
        },
      ],
      ...(reason && { reason }),
    };
  });
}

/** What was decided, with its words and what to look at once more; null where nothing is written down. */
export async function nextChairOf(db: Reader, clusterYearId: string, memberCount: number) {
  const found = await findNextChair(db, clusterYearId);
  if (!found) return null;
  const { heldOn: _, ...result } = { ...found, method: found.method! };
  return { ...result, text: nextChairText(result), warnings: worded(nextChairWarnings(result, memberCount)) };
}
