import { initTRPC } from '@trpc/server';
import type { Session } from '#client/core/session-shape.ts';

// Stand-in until the server's router is there.
const t = initTRPC.create();
const router = t.router({
  accounts: t.router({
    me: t.procedure.query((): Session => {
      throw new Error('stand-in');
    }),
    demo: t.procedure.query(
      (): {
        demo: boolean;
        password?: string;
        accounts: { username: string; displayName: string; description: string }[];
      } => {
        throw new Error('stand-in');
      },
    ),
  }),
});
export type AppRouter = typeof router;
