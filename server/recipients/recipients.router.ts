import { procedure, router } from '#server/core/trpc.ts';
import { askLookAlikes } from '#server/recipients/look-alikes.service.ts';
import { createRecipientOnce, move, rename, saveDraft } from '#server/recipients/recipient.service.ts';
import { awardHistoryPage, recipientById } from '#server/recipients/recipient.view.ts';
import { hold, join, lift, part } from '#server/recipients/recipient-links.service.ts';
import { recipientPage } from '#server/recipients/recipient-list.service.ts';
import { readEthnicity, revealCccd, writeCccd, writeEthnicity } from '#server/recipients/recipient-secrets.service.ts';
import {
  addHold,
  addLine,
  createRecipient,
  liftHold,
  lookAlikeInput,
  moveRecipient,
  recipientAwardsInput,
  recipientInput,
  removeLine,
  renameRecipient,
  revealInput,
  saveRecipient,
  setCccd,
  setEthnicity,
} from '#shared/recipients/recipient-page.schema.ts';
import { recipientFilters } from '#shared/recipients/recipients.schema.ts';

export const recipientsRouter = router({
  list: procedure.input(recipientFilters).query(({ ctx, input, signal }) => recipientPage(ctx, input, signal)),
  byId: procedure.input(recipientInput).query(({ ctx, input }) => recipientById(ctx, input.id)),
  awards: procedure.input(recipientAwardsInput).query(({ ctx, input }) => awardHistoryPage(ctx, input)),
  lookAlikes: procedure.input(lookAlikeInput).query(({ ctx, input }) => askLookAlikes(ctx, input)),
  create: procedure.input(createRecipient).mutation(({ ctx, input }) => createRecipientOnce(ctx, input)),
  save: procedure.input(saveRecipient).mutation(({ ctx, input }) => saveDraft(ctx, input)),
  rename: procedure.input(renameRecipient).mutation(({ ctx, input }) => rename(ctx, input)),
  move: procedure.input(moveRecipient).mutation(({ ctx, input }) => move(ctx, input)),
  setCccd: procedure.input(setCccd).mutation(({ ctx, input }) => writeCccd(ctx, input)),
  revealCccd: procedure.input(revealInput).mutation(({ ctx, input }) => revealCccd(ctx, input)),
  readEthnicity: procedure.input(revealInput).mutation(({ ctx, input }) => readEthnicity(ctx, input)),
  setEthnicity: procedure.input(setEthnicity).mutation(({ ctx, input }) => writeEthnicity(ctx, input)),
  addHold: procedure.input(addHold).mutation(({ ctx, input }) => hold(ctx, input)),
  liftHold: procedure.input(liftHold).mutation(({ ctx, input }) => lift(ctx, input)),
  addLine: procedure.input(addLine).mutation(({ ctx, input }) => join(ctx, input)),
  removeLine: procedure.input(removeLine).mutation(({ ctx, input }) => part(ctx, input)),
});
