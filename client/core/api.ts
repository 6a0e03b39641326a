import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, type TRPCLink } from '@trpc/client';
import { createTRPCContext, createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { createContext } from 'react-router';
import { here } from '#client/core/base.ts';
import { currentLang } from '#client/core/i18n.ts';
import { readProblem } from '#client/core/problem.ts';
import { noticeDay, onNewDay } from '#client/core/server-day.ts';
import { createSessionGuard, type SessionGuard, sessionLink } from '#client/core/session-guard.ts';
import type { AppRouter } from '#server/app-router.ts';

export type { AppRouter } from '#server/app-router.ts';

/** In components: `useTRPC()` gives typed query and mutation options, `useTRPCClient()` plain calls. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** In loaders, which are not components: `context.get(apiContext)` gives the same options and the same cache. */
export const apiContext = createContext<Api>();

export type Api = ReturnType<typeof createApi>;

/** The header no other site can send: the server refuses requests without it. */
export const REQUEST_HEADERS = { 'x-luytre': '1' };

/** One connection to the server with its cache. A test brings its own link. */
export function createApi(
  link: TRPCLink<AppRouter> = httpBatchLink({
    url: here('/trpc'),
    methodOverride: 'POST',
    maxItems: 10,
    headers: () => ({ ...REQUEST_HEADERS, 'x-luytre-lang': currentLang() }),
    fetch: async (url, options) => {
      const answer = await fetch(url, { ...(options as RequestInit), credentials: 'same-origin' });
      noticeDay(answer.headers.get('x-luytre-today'));
      return answer;
    },
  }),
) {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal stays a refusal: only a lost connection is worth a second try.
        retry: (count, error) => count < 1 && readProblem(error).kind === 'offline',
      },
      // Without this a mutation made offline waits in silence; our actions say so and offer to retry.
      mutations: { networkMode: 'always' },
    },
  });
  // What stands on the page was true yesterday: everything is asked for again. Forms keep what is typed.
  onNewDay(() => void queryClient.invalidateQueries());
  const guard: SessionGuard = createSessionGuard();
  const client = createTRPCClient<AppRouter>({ links: [sessionLink(guard), link] });
  return { queryClient, client, guard, trpc: createTRPCOptionsProxy<AppRouter>({ client, queryClient }) };
}
