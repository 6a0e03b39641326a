import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { type LoaderFunctionArgs, redirect, useNavigate, useParams } from 'react-router';
import { type Api, type AppRouter, apiContext, useTRPC } from '#client/core/api.ts';
import { useApi } from '#client/core/api-provider.tsx';
import { signOut } from '#client/core/auth.ts';
import { withinBase } from '#client/core/base.ts';
import { adoptLang, loadPageWords } from '#client/core/i18n.ts';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { currentYear } from '#shared/accounts/current-year.rules.ts';
import type { Procedure } from '#shared/accounts/permissions.ts';

/** Who is signed in, what they may do, the day the server works on ('YYYY-MM-DD'), their cluster years. */
export type Session = inferRouterOutputs<AppRouter>['accounts']['me'];
export type ClusterYear = Session['clusterYears'][number];

/** Loader of everything behind sign-in: asks who is here, or sends to the sign-in page and back afterwards. */
export async function sessionLoader({ url, context }: LoaderFunctionArgs): Promise<null> {
  try {
    await Promise.all([loadSession(context.get(apiContext)), loadPageWords()]);
  } catch (error) {
    if (readProblem(error).kind !== 'signed-out') throw error;
    throw redirect(paths.signIn.to(withinBase(url.pathname) + url.search));
  }
  return null;
}

/**
 * Asks who is signed in (once; the answer is kept), shows their language, and from then on holds back calls that meet
 * an expired session.
 */
export async function loadSession({ queryClient, trpc, guard, client }: Api): Promise<Session> {
  const { queryKey, ...query } = trpc.accounts.me.queryOptions();
  const known = queryClient.getQueryData(queryKey);
  const session = known ?? (await queryClient.ensureQueryData({ queryKey, ...query }));
  guard.begin();
  if (known) return known;
  const lang = await adoptLang(session.account.lang);
  // Only a convenience for the next computer: signing in does not wait for it.
  if (lang) client.accounts.setLanguage.mutate({ lang }).catch(() => undefined);
  return session;
}

/** The session under the shell; there it is always known. */
export function useSession(): Session & {
  /** May the person call this procedure somewhere, e.g. 'decisions.issue'? Where and when is the server's answer. */
  can: (procedure: Procedure) => boolean;
  /** The cluster year of the address, else the one running today. */
  clusterYear: ClusterYear | undefined;
} {
  const trpc = useTRPC();
  const { clusterYearId } = useParams();
  const { data } = useSuspenseQuery({
    ...trpc.accounts.me.queryOptions(),
    staleTime: 5 * 60_000,
    // Somebody may have moved the demo's day while this window lay in the background.
    refetchOnWindowFocus: (query) => (query.state.data?.demo ? 'always' : true),
  });
  return {
    ...data,
    can: (procedure) => (data.permissions as readonly string[]).includes(procedure),
    clusterYear: data.clusterYears.find(({ id }) => id === clusterYearId) ?? currentYear(data.clusterYears, data.today),
  };
}

/** Ends the session and forgets everything seen in it. Resolves with false when the server could not be reached. */
export function useSignOut(): () => Promise<boolean> {
  const { guard, queryClient } = useApi();
  const navigate = useNavigate();
  return async () => {
    if (!(await signOut())) return false;
    guard.end();
    await navigate(paths.signIn.to());
    queryClient.clear();
    return true;
  };
}
