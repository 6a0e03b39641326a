import { TRPCError } from '@trpc/server';
import { Refusal } from '#shared/core/refusal.ts';

/** What became of calls that start together: 'done', or how each was refused. A defect is thrown on. */
export async function together(...calls: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(calls);
  return settled.map((one) => {
    if (one.status === 'fulfilled') return 'done';
    if (one.reason instanceof TRPCError && one.reason.code !== 'INTERNAL_SERVER_ERROR') return one.reason.code;
    if (one.reason instanceof Refusal) return one.reason.kind;
    throw one.reason;
  });
}
