import {
  type ColumnLayout,
  type ListLayout,
  listLayout,
  NARROWEST_PX,
  WIDEST_PX,
} from '#shared/core/list-layout.schema.ts';

/** What a list says of a column before anybody changed anything. */
export type ColumnDefault = {
  id: string;
  /** Shown only when somebody asks for it. */
  optional?: boolean;
  /** Cannot be hidden: the column that names the row. */
  fixed?: boolean;
};

/**
 * Every column of a list once, in the order of the layout. A layout outlives changes of the product: columns it names
 * that are gone fall away, and columns made after it stand where the list has them, behind their neighbour.
 */
export function arrangeColumns(columns: readonly ColumnDefault[], layout: ListLayout | null): ColumnLayout[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const arranged = new Map<string, ColumnLayout>();
  for (const { id, hidden, width } of layout?.columns ?? []) {
    const column = byId.get(id);
    if (column)
      arranged.set(id, { id, hidden: hidden === true && !column.fixed, ...(width !== undefined && { width }) });
  }
  const order = [...arranged.keys()];
  for (const [at, { id, optional }] of columns.entries()) {
    if (arranged.has(id)) continue;
    arranged.set(id, { id, hidden: optional === true });
    // The one before it in the list stands somewhere already; the first of all has none.
    order.splice(order.indexOf(columns[at - 1]?.id ?? '') + 1, 0, id);
  }
  return order.map((id) => arranged.get(id)!);
}

/** The column one step further to the front (−1) or to the end (+1); at the edge nothing moves. */
export function moveColumn(columns: readonly ColumnLayout[], id: string, step: number): ColumnLayout[] {
  const from = columns.findIndex((column) => column.id === id);
  const to = Math.min(columns.length - 1, Math.max(0, from + step));
  if (from < 0 || from === to) return [...columns];
  const moved = [...columns];
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}

export const widthWithin = (width: number): number => Math.round(Math.min(WIDEST_PX, Math.max(NARROWEST_PX, width)));

/** Whether two layouts show the same, whatever they leave unsaid. */
export function sameLayout(
  columns: readonly ColumnDefault[],
  left: ListLayout | null,
  right: ListLayout | null,
): boolean {
  const shown = (layout: ListLayout | null) =>
    JSON.stringify([
      layout?.density ?? 'dense',
      arrangeColumns(columns, layout).map(({ id, hidden, width }) => [id, hidden === true, width ?? null]),
    ]);
  return shown(left) === shown(right);
}

/** A stored layout; null for one that cannot be read any more: the list then shows itself as it is made. */
export function readLayout(json: string): ListLayout | null {
  try {
    return listLayout.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
