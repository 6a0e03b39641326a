import { useQueryClient } from '@tanstack/react-query';
import type { inferRouterInputs } from '@trpc/server';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type AppRouter, useTRPC, useTRPCClient } from '#client/core/api.ts';
import type { Column } from '#client/core/table/data-table.tsx';
import { arrangeColumns, sameLayout, widthWithin } from '#shared/core/list-layout.rules.ts';
import type { ColumnLayout, Density, ListLayout } from '#shared/core/list-layout.schema.ts';

/** Columns move several times before they are right: the server hears of the last. */
const SETTLED_MS = 600;

export type ListColumns<Row> = {
  /** The columns to draw, in their order and width. */
  shown: Column<Row>[];
  /** All of them with what is hidden, for the chooser. */
  arranged: ColumnLayout[];
  density: Density;
  /** What stands on the screen, for a saved view and an export. */
  layout: ListLayout;
  isChanged: boolean;
  change: (patch: Partial<ListLayout>) => void;
  setWidth: (id: string, width: number) => void;
  /** Back to the columns of the view, or to those of the list. */
  reset: () => void;
};

type Kept = inferRouterInputs<AppRouter>['savedViews']['saveLayout'];
type Source = {
  list: Kept['list'];
  /** The chosen view, whose columns the list then has. */
  view: { id: NonNullable<Kept['viewId']>; layout: ListLayout | null } | null;
  /** How the person left the columns of this list or view; null: never touched. */
  kept: ListLayout | null;
};

/**
 * The columns of a list as its person wants them: in their order, width and density, kept on the server for each
 * list and each view.
 */
export function useListColumns<Row>(columns: readonly Column<Row>[], { list, view, kept }: Source): ListColumns<Row> {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const viewId = view?.id ?? null;
  const base = view?.layout ?? null;
  // What was just changed, until the server's answer says the same; another list or view forgets it.
  const [touched, setTouched] = useState<{ of: string; layout: ListLayout | null } | null>(null);
  const key = `${list}:${viewId ?? ''}`;
  const mine = touched?.of === key ? touched.layout : kept;
  const current = mine ?? base;

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<(() => void) | null>(null);
  // Whoever leaves the page at once is heard too.
  useEffect(() => () => waiting.current?.(), []);

  function keep(layout: ListLayout | null): void {
    setTouched({ of: key, layout });
    clearTimeout(timer.current);
    const send = () => {
      waiting.current = null;
      clearTimeout(timer.current);
      // The columns are right on the screen whether or not the server hears of them.
      client.savedViews.saveLayout
        .mutate({ list, viewId, layout })
        .then(() => queryClient.invalidateQueries(trpc.savedViews.list.queryFilter({ list })))
        .catch(() => undefined);
    };
    waiting.current = send;
    timer.current = setTimeout(send, SETTLED_MS);
  }

  const arranged = useMemo(() => arrangeColumns(columns, current), [columns, current]);
  const density = current?.density ?? 'dense';
  const shown = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    return arranged.flatMap(({ id, hidden, width }) => {
      const column = byId.get(id);
      return column && !hidden ? [width === undefined ? column : { ...column, width }] : [];
    });
  }, [columns, arranged]);
  const layout = { columns: arranged, density };

  return {
    shown,
    arranged,
    density,
    layout,
    isChanged: !sameLayout(columns, current, base),
    change: (patch) => keep({ ...layout, ...patch }),
    setWidth: (id, width) =>
      keep({
        ...layout,
        columns: arranged.map((one) => (one.id === id ? { ...one, width: widthWithin(width) } : one)),
      }),
    reset: () => keep(null),
  };
}
