import type { Reader } from '#db/database.ts';
import {
  findSavedView,
  listLayoutsOf,
  listSavedViews,
  type SeenSavedView,
} from '#db/saved-views/saved-views.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { type Actor, type Role, role } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { readLayout } from '#shared/core/list-layout.rules.ts';
import type { ListLayout } from '#shared/core/list-layout.schema.ts';
import { notFound } from '#shared/core/refusal.ts';
import { mayChangeView, type ViewEditor } from '#shared/saved-views/saved-views.rules.ts';
import type { SavedList, SavedViewId, ViewAudience } from '#shared/saved-views/saved-views.schema.ts';

export type SavedView = {
  id: SavedViewId;
  name: string;
  audience: ViewAudience;
  role: Role | null;
  /** The query string of the list, without "?". */
  query: string;
  layout: ListLayout | null;
  ownerName: string | null;
  isMine: boolean;
  mayChange: boolean;
  version: number;
};

export type SavedViews = {
  views: SavedView[];
  /** The view the list opens with when its address says nothing. */
  defaultId: SavedViewId | null;
  /** The columns as this person left them: of the list itself, and of views by their id. */
  layout: ListLayout | null;
  layoutOfView: Record<string, ListLayout>;
};

/** The views of a list in this person's reach, and the columns as they left them. */
export async function savedViewsOf(ctx: ActorContext, list: SavedList): Promise<SavedViews> {
  const db = ctx.db.reads;
  const editor = editorOf(ctx.actor);
  const rows = await listSavedViews(db, list, reachOf(ctx.actor));
  const kept = await listLayoutsOf(db, ctx.actor.accountId, [
    layoutKey(list, null),
    ...rows.map(({ id }) => layoutKey(list, id)),
  ]);
  const layoutOf = new Map(kept.map((one) => [one.list, readLayout(one.layout)]));
  const ofViews = rows.flatMap(({ id }): [string, ListLayout][] => {
    const layout = layoutOf.get(layoutKey(list, id));
    return layout ? [[id, layout]] : [];
  });
  return {
    views: rows.map((row) => viewOf(row, editor)),
    defaultId: defaultOf(ctx.actor, rows),
    layout: layoutOf.get(layoutKey(list, null)) ?? null,
    layoutOfView: Object.fromEntries(ofViews),
  };
}

/** @throws not-found when it is not there or not for this person */
export async function openView(ctx: ActorContext, db: Reader, id: string): Promise<SeenSavedView> {
  const view = await findSavedView(db, id, reachOf(ctx.actor));
  if (!view) throw notFound('saved-view');
  return view;
}

/** Under which name the columns of a list, or of one of its views, are kept. */
export const layoutKey = (list: string, viewId: string | null): string => (viewId ? `${list}:${viewId}` : list);

/** What this person may do with views. */
export function editorOf(actor: Actor): ViewEditor {
  const share = accessFor(actor, 'savedViews.share');
  return {
    accountId: actor.accountId,
    unitId: actor.unitId,
    sharesIn: share?.own ?? [],
    sharesAll: share?.all ?? false,
  };
}

function reachOf(actor: Actor) {
  const isAdmin = editorOf(actor).sharesAll;
  return {
    ownerId: actor.accountId,
    unitIds: [...new Set([actor.unitId, ...actor.roles.map(({ unitId }) => unitId)])].filter((id) => id !== null),
    // The administrator keeps the defaults of all roles.
    roles: isAdmin ? role.options : [...new Set(actor.roles.map((held) => held.role))],
  };
}

/** Whoever holds several roles gets the default of the first that has one, in the order in which they are held. */
function defaultOf(actor: Actor, rows: readonly SeenSavedView[]): SavedViewId | null {
  for (const held of actor.roles) {
    const found = rows.find((row) => row.audience === 'role' && row.role === held.role);
    if (found) return found.id as SavedViewId;
  }
  return null;
}

function viewOf(row: SeenSavedView, editor: ViewEditor): SavedView {
  return {
    id: row.id as SavedViewId,
    name: row.name,
    audience: row.audience,
    role: row.role as Role | null,
    query: row.query,
    layout: readLayout(row.layout),
    ownerName: row.ownerName,
    isMine: row.ownerId === editor.accountId,
    mayChange: mayChangeView(editor, row),
    version: row.version,
  };
}
