import { procedure, router } from '#server/core/trpc.ts';
import { viewBoard } from '#server/reports/board.service.ts';
import { addComment, settleThread } from '#server/reports/comments.service.ts';
import { remindUnits } from '#server/reports/reminders.service.ts';
import { lockReport, reopenReport } from '#server/reports/reopen.service.ts';
import * as input from '#shared/reports/reviewing.schema.ts';

/** Looking reports through: comments beside figures, opening again, reminding, and the board of all members. */
export const reviewingRouter = router({
  comment: procedure.input(input.addComment).mutation(({ ctx, input }) => addComment(ctx, input)),
  settle: procedure.input(input.settleThread).mutation(({ ctx, input }) => settleThread(ctx, input)),
  reopen: procedure.input(input.reopenReport).mutation(({ ctx, input }) => reopenReport(ctx, input)),
  lock: procedure.input(input.lockReport).mutation(({ ctx, input }) => lockReport(ctx, input)),
  remind: procedure.input(input.remindUnits).mutation(({ ctx, input }) => remindUnits(ctx, input)),
  board: procedure.input(input.boardOfYear).query(({ ctx, input }) => viewBoard(ctx, input)),
});
