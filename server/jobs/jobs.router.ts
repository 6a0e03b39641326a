import { procedure, router } from '#server/core/trpc.ts';
import { jobById, jobPage, noticesOf, unreadCount } from '#server/jobs/jobs.view.ts';
import { cancel, readNotices as read, retry } from '#server/jobs/jobs-control.service.ts';
import { jobFilters, jobInput, readNotices } from '#shared/jobs/jobs.schema.ts';

export const jobsRouter = router({
  list: procedure.input(jobFilters).query(({ ctx, input }) => jobPage(ctx, input)),
  byId: procedure.input(jobInput).query(({ ctx, input }) => jobById(ctx, input.id)),
  cancel: procedure.input(jobInput).mutation(({ ctx, input }) => cancel(ctx, input.id)),
  retry: procedure.input(jobInput).mutation(({ ctx, input }) => retry(ctx, input.id)),
});

export const noticesRouter = router({
  unread: procedure.query(({ ctx }) => unreadCount(ctx)),
  list: procedure.query(({ ctx }) => noticesOf(ctx)),
  markRead: procedure.input(readNotices).mutation(({ ctx, input }) => read(ctx, input)),
});
