import type * as z from 'zod/mini';
import { findItems } from '#db/decisions/decisions.queries.ts';
import { setItemSentence, updateDecision } from '#db/decisions/decisions.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { changedMeanwhile, seenDecision } from '#server/decisions/decisions.policy.ts';
import { eventOf } from '#server/decisions/decisions.service.ts';
import { Refusal, refuseIf } from '#shared/core/refusal.ts';
import { editReasons, sentenceReasons } from '#shared/decisions/decisions.rules.ts';
import type { setSentence as setSentenceInput } from '#shared/decisions/decisions.schema.ts';
import { printedNameOf } from '#shared/decisions/printed-name.ts';

/**
 * Câu ghi riêng trên Bằng for one name of a draft's list; '' lets it print the common sentence again.
 * Counts as a change of the decision: whoever sends it to be signed has seen every sentence.
 */
export function setSentence(ctx: ActorContext, input: z.infer<typeof setSentenceInput>) {
  return commit(ctx, async (tx) => {
    const decision = await seenDecision(ctx, tx, input);
    refuseIf(editReasons(decision.status));
    const item = (await findItems(tx, decision.id)).find(({ id }) => id === input.nominationId);
    if (!item) throw new Refusal('not-found', [{ code: 'decision.item-not-listed' }]);
    refuseIf(sentenceReasons(input.sentence));
    // The same words as the common sentence are not its own: they follow when the common one is corrected.
    const own = input.sentence === '' || input.sentence === decision.commonSentence ? null : input.sentence;
    if (!(await updateDecision(tx, decision.id, input.seenVersion, {})))
      throw await changedMeanwhile(tx, 'decision', decision.id);
    await setItemSentence(tx, item.itemId, own);
    const name = printedNameOf(item);
    const shown = (sentence: string | null) => `${name}: ${sentence ?? '(câu chung)'}`;
    return {
      result: { id: decision.id, version: input.seenVersion + 1 },
      audit: [
        eventOf(decision, 'decision.sentence-set', [
          { field: 'ownSentence', from: shown(item.sentenceOverride), to: shown(own) },
        ]),
      ],
    };
  });
}
