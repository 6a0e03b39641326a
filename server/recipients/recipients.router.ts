import { procedure, router } from '#server/core/trpc.ts';
import { recipientPage } from '#server/recipients/recipient-list.service.ts';
import { recipientFilters } from '#shared/recipients/recipients.schema.ts';

export const recipientsRouter = router({
  list: procedure.input(recipientFilters).query(({ ctx, input, signal }) => recipientPage(ctx, input, signal)),
});
