import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { type Api, type AppRouter, useTRPC } from '#client/core/api.ts';
import { type ChangeFilters, NO_VIEW, type RegistryFilters, viewQuery } from '#client/registry/registry-filters.ts';

const LIST = { list: 'awards' } as const;

const viewsQuery = (trpc: Api['trpc']) => trpc.savedViews.list.queryOptions(LIST, { staleTime: 60_000 });

/** Before the page is shown. */
type Views = inferRouterOutputs<AppRouter>['savedViews']['list'];
export const ensureViews = ({ queryClient, trpc }: Pick<Api, 'queryClient' | 'trpc'>): Promise<Views> =>
  queryClient.ensureQueryData(viewsQuery(trpc));

/** The address of a list as a view has it. */
export const searchOfView = ({ id, query }: { id: string; query: string }): string =>
  `?${[query, `che-do=${id}`].filter(Boolean).join('&')}`;

/** The view in the address, how the person left its columns, and how another one is chosen. */
export function useChosenView(filters: RegistryFilters, changeAddress: ChangeFilters) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { data: views } = useSuspenseQuery(viewsQuery(trpc));
  const id = filters['che-do'];
  const chosen = views.views.find((view) => view.id === id) ?? null;
  const hasDefault = views.defaultId !== null;

  const choose = useCallback(
    (view: { id: string; query: string } | null) =>
      // Without a word in the address the default of the role would come back.
      void navigate({ search: view ? searchOfView(view) : hasDefault ? `?che-do=${NO_VIEW}` : '' }),
    [navigate, hasDefault],
  );
  const isSaid = id !== undefined;
  // An address that has become bare would open with the default of the role again: it says that it was left.
  const change: ChangeFilters = useCallback(
    (patch, how) => changeAddress(hasDefault && !isSaid ? { 'che-do': NO_VIEW, ...patch } : patch, how),
    [changeAddress, hasDefault, isSaid],
  );
  return {
    views,
    chosen,
    choose,
    change,
    kept: chosen ? (views.layoutOfView[chosen.id] ?? null) : views.layout,
    isQueryChanged: chosen !== null && canonical(chosen.query) !== viewQuery(filters),
  };
}

/** A stored query as this page writes it, whatever the order in which it was written. */
function canonical(query: string): string {
  const params = new URLSearchParams(query);
  return viewQuery(Object.fromEntries(params) as unknown as RegistryFilters);
}
