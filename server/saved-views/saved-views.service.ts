import { isUniqueViolation } from '#db/core/errors.ts';
import type { Writer } from '#db/database.ts';
import { countOwnViews, type SeenSavedView } from '#db/saved-views/saved-views.queries.ts';
import {
  deleteListLayout,
  deleteSavedView,
  insertSavedView,
  lockSavedView,
  putListLayout,
  updateSavedView,
} from '#db/saved-views/saved-views.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { editorOf, layoutKey, openView } from '#server/saved-views/saved-views.view.ts';
import { ROLE_LABELS, type Role } from '#shared/accounts/accounts.schema.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { readLayout } from '#shared/core/list-layout.rules.ts';
import { DENSITY_LABELS, type ListLayout } from '#shared/core/list-layout.schema.ts';
import { conflict, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { SAVED_LIST_LABELS } from '#shared/saved-views/saved-views.labels.ts';
import { MOST_VIEWS, mayChangeView, queryReasons, shareReasons } from '#shared/saved-views/saved-views.rules.ts';
import {
  type CreateSavedView,
  type RemoveSavedView,
  type SavedViewId,
  type SaveListLayout,
  type SaveSavedView,
  type ShareSavedView,
  VIEW_AUDIENCE_LABELS,
  type ViewAudience,
} from '#shared/saved-views/saved-views.schema.ts';

export type SavedViewAnswer = { id: SavedViewId; version: number };

/** Saves what stands on the screen (filters, order, columns) under a name. */
export function createView(ctx: ActorContext, input: CreateSavedView): Promise<SavedViewAnswer> {
  const { list, name, query, layout, audience, role } = input;
  refuseIf([...shareReasons(editorOf(ctx.actor), input), ...queryReasons(query)]);
  return commitOnce(ctx, input, async (tx) => {
    const own = await countOwnViews(tx, list, ctx.actor.accountId);
    if (own >= MOST_VIEWS) refuseIf([{ code: 'saved-view.too-many', facts: { most: MOST_VIEWS } }]);
    const id = ctx.newId() as SavedViewId;
    const view = {
      id,
      list,
      name,
      ownerId: ctx.actor.accountId,
      query,
      layout: JSON.stringify(layout),
      createdAt: ctx.now().toISOString(),
      ...audienceOf(ctx, audience, role),
    };
    await named(name, insertSavedView(tx, view));
    return {
      result: { id, version: 1 },
      audit: [
        {
          ...eventOf(view, 'saved-view.created'),
          changes: [
            { field: 'list', from: null, to: SAVED_LIST_LABELS[list].vi },
            { field: 'name', from: null, to: name },
            { field: 'query', from: null, to: query || null },
            { field: 'layout', from: null, to: layoutWords(layout) },
            ...audienceChanges(null, view),
          ],
        },
      ],
    };
  });
}

/** Gives a view another name, other filters or other columns; whoever else uses it sees them from then on. */
export function saveView(ctx: ActorContext, input: SaveSavedView): Promise<SavedViewAnswer> {
  const { id, name, query, layout } = input;
  refuseIf(queryReasons(query));
  return change(ctx, input, async (tx, view) => {
    await deleteListLayout(tx, ctx.actor.accountId, layoutKey(view.list, id));
    const changes = [
      { field: 'name', from: view.name, to: name },
      { field: 'query', from: view.query || null, to: query || null },
      { field: 'layout', from: layoutWords(readLayout(view.layout)), to: layoutWords(layout) },
    ].filter(({ from, to }) => from !== to);
    return {
      columns: { name, query, layout: JSON.stringify(layout) },
      event: { ...eventOf({ ...view, name }, 'saved-view.saved'), changes },
    };
  });
}

/** Of mine, of my unit, or what a role opens with (only the administrator). */
export function shareView(ctx: ActorContext, input: ShareSavedView): Promise<SavedViewAnswer> {
  refuseIf(shareReasons(editorOf(ctx.actor), input));
  return change(ctx, input, async (_tx, view) => {
    const to = audienceOf(ctx, input.audience, input.role);
    return {
      columns: to,
      event: { ...eventOf({ ...view, ...to }, 'saved-view.shared'), changes: audienceChanges(view, to) },
    };
  });
}

export function removeView(ctx: ActorContext, { id, seenVersion }: RemoveSavedView): Promise<null> {
  return commit(ctx, async (tx) => {
    await lockSavedView(tx, id);
    const view = await openToChange(ctx, tx, id, seenVersion);
    await deleteSavedView(tx, id, layoutKey(view.list, id));
    const changes = [{ field: 'name', from: view.name, to: null }];
    return { result: null, audit: [{ ...eventOf(view, 'saved-view.removed'), changes }] };
  });
}

/** Keeps how this person left the columns; nobody else sees it, so it is no matter for the audit. */
export async function keepLayout(ctx: ActorContext, { list, viewId, layout }: SaveListLayout): Promise<null> {
  if (viewId !== null) await openView(ctx, ctx.db.reads, viewId);
  const key = layoutKey(list, viewId);
  const { accountId } = ctx.actor;
  await housekeeping(ctx.db, (tx) =>
    layout === null ? deleteListLayout(tx, accountId, key) : putListLayout(tx, accountId, key, JSON.stringify(layout)),
  );
  return null;
}

type Effect = { columns: Parameters<typeof updateSavedView>[3]; event: AuditEvent };

function change(
  ctx: ActorContext,
  { id, seenVersion }: { id: SavedViewId; seenVersion: number },
  decide: (tx: Writer, view: SeenSavedView) => Promise<Effect>,
): Promise<SavedViewAnswer> {
  return commit(ctx, async (tx) => {
    await lockSavedView(tx, id);
    const view = await openToChange(ctx, tx, id, seenVersion);
    const { columns, event } = await decide(tx, view);
    const name = typeof columns.name === 'string' ? columns.name : view.name;
    if (!(await named(name, updateSavedView(tx, id, seenVersion, columns)))) throw changedMeanwhile(view);
    return { result: { id, version: seenVersion + 1 }, audit: [event] };
  });
}

/** @throws not-found, forbidden (somebody else's) or conflict (another version), in this order */
async function openToChange(ctx: ActorContext, tx: Writer, id: string, seenVersion: number): Promise<SeenSavedView> {
  const view = await openView(ctx, tx, id);
  if (!mayChangeView(editorOf(ctx.actor), view))
    throw new Refusal('forbidden', [
      { code: 'saved-view.not-owner', facts: { name: view.name, owner: view.ownerName ?? 'người khác' } },
    ]);
  if (view.version !== seenVersion) throw changedMeanwhile(view);
  return view;
}

const changedMeanwhile = ({ name }: SeenSavedView): Refusal =>
  conflict([{ code: 'saved-view.changed-meanwhile', facts: { name } }]);

/** The database refuses a second view of the same name, and a second default of a role. */
async function named<Result>(name: string, write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (isUniqueViolation(error, ['list', 'ownerId', 'name']))
      throw new Refusal('refused', [{ code: 'saved-view.name-taken', field: 'name', facts: { name } }]);
    if (isUniqueViolation(error, ['list', 'role']))
      throw new Refusal('refused', [{ code: 'saved-view.role-taken', field: 'role' }]);
    throw error;
  }
}

type Audience = { audience: ViewAudience; unitId: string | null; role: string | null };

function audienceOf(ctx: ActorContext, audience: ViewAudience, role: Role | null): Audience {
  return {
    audience,
    unitId: audience === 'unit' ? ctx.actor.unitId : null,
    role: audience === 'role' ? role : null,
  };
}

function audienceChanges(before: Audience | null, after: Audience): FieldChange[] {
  const roleName = (audience: Audience | null) => (audience?.role ? ROLE_LABELS[audience.role as Role].vi : null);
  return [
    {
      field: 'audience',
      from: before && VIEW_AUDIENCE_LABELS[before.audience].vi,
      to: VIEW_AUDIENCE_LABELS[after.audience].vi,
    },
    { field: 'role', from: roleName(before), to: roleName(after) },
  ].filter(({ from, to }) => from !== to);
}

/** What somebody keeps for oneself is found in the system's history only, not in that of the unit. */
function eventOf(view: { id: string; name: string; unitId: string | null }, action: string): AuditEvent {
  return { action, subjectKind: 'saved-view', subjectId: view.id, subjectLabel: view.name, unitId: view.unitId };
}

/** "9 cột, dày": enough to see that something changed. */
function layoutWords(layout: ListLayout | null): string | null {
  if (!layout) return null;
  const shown = layout.columns
    .filter(({ hidden }) => hidden !== true)
    .map(({ id, width }) => (width ? `${id} ${width}` : id));
  return `${DENSITY_LABELS[layout.density].vi}: ${shown.join(', ')}`;
}
