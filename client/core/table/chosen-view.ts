import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { type Api, type AppRouter, useTRPC } from '#client/core/api.ts';
import { idOf } from '#shared/core/ids.ts';

/** The list without any view, where a role has a default one. */
export const NO_VIEW = 'khong';
/** `che-do` of the address bar: the view chosen. */
export const viewInAddress = z.optional(z.union([z.literal(NO_VIEW), idOf('SavedView')]));

type SavedList = inferRouterInputs<AppRouter>['savedViews']['list']['list'];
type Views = inferRouterOutputs<AppRouter>['savedViews']['list'];
const viewsQuery = (trpc: Api['trpc'], list: SavedList) =>
  trpc.savedViews.list.queryOptions({ list }, { staleTime: 60_000 });

/** Before the page is shown. */
export const ensureViews = ({ queryClient, trpc }: Pick<Api, 'queryClient' | 'trpc'>, list: SavedList) =>
  queryClient.ensureQueryData(viewsQuery(trpc, list));

/** The view that a bare address opens with, if the person's role has one. */
export const openingView = (search: string, { views, defaultId }: Views) =>
  search === '' ? views.find(({ id }) => id === defaultId) : undefined;

/** The address of a list as a view has it. */
export const searchOfView = ({ id, query }: { id: string; query: string }): string =>
  `?${[query, `che-do=${id}`].filter(Boolean).join('&')}`;

type Filters = { 'che-do'?: z.output<typeof viewInAddress> };
type Change<Patch> = (patch: Patch, how?: { replace?: boolean }) => void;

/**
 * The view in the address, how the person left its columns, and how another one is chosen.
 * @param queryOf filters and order as a query string, always in one order, without page and drawer
 */
export function useChosenView<F extends Filters, Patch extends object>(
  list: SavedList,
  filters: F,
  changeAddress: Change<Patch>,
  queryOf: (filters: F) => string,
) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { data: views } = useSuspenseQuery(viewsQuery(trpc, list));
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
  const change: Change<Patch> = useCallback(
    (patch, how) => changeAddress(hasDefault && !isSaid ? { 'che-do': NO_VIEW, ...patch } : patch, how),
    [changeAddress, hasDefault, isSaid],
  );
  /** A stored query as this page writes it, whatever the order in which it was written. */
  const canonical = (query: string) => queryOf(Object.fromEntries(new URLSearchParams(query)) as unknown as F);
  return {
    views,
    chosen,
    choose,
    change,
    kept: chosen ? (views.layoutOfView[chosen.id] ?? null) : views.layout,
    isQueryChanged: chosen !== null && canonical(chosen.query) !== queryOf(filters),
  };
}
