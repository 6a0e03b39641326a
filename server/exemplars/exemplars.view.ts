import * as z from 'zod/mini';
import { findSharedExemplar } from '#db/exemplars/bank.queries.ts';
import { listEffects } from '#db/exemplars/effects.queries.ts';
import { findExemplar, listExemplars, listExemplarUnits } from '#db/exemplars/exemplars.queries.ts';
import { listFilesOf } from '#db/files/files.queries.ts';
import { findReachable, listAdopters } from '#db/replications/replications.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, NO_ACCESS, type Procedure } from '#shared/accounts/permissions.ts';
import { decodeCursor, pageOf } from '#shared/core/page.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import { EXEMPLARS_ON_A_PAGE, searchWords } from '#shared/exemplars/exemplars.rules.ts';
import {
  type ExemplarDraft,
  type ExemplarFilters,
  type ExemplarId,
  exemplarId,
} from '#shared/exemplars/exemplars.schema.ts';
import { readsReason } from '#shared/exemplars/sharing.policy.ts';
import { askReasons } from '#shared/exemplars/sharing.rules.ts';

const cursorKey = z.tuple([z.int(), exemplarId]);

export type Exemplar = NonNullable<Awaited<ReturnType<typeof findExemplar>>>;
export type Changing = Extract<
  Procedure,
  | 'exemplars.create'
  | 'exemplars.save'
  | 'exemplars.saveEffects'
  | 'exemplars.remove'
  | 'exemplars.askSharing'
  | 'exemplars.decideSharing'
>;

/** A page of exemplars in reach, newest year first. */
export async function exemplarPage(ctx: ActorContext, filters: ExemplarFilters) {
  const rows = await listExemplars(ctx.db.reads, ctx.access, {
    words: searchWords(filters.text),
    kind: filters.kind,
    unitId: filters.unitId,
    year: filters.year,
    after: decodeCursor(cursorKey, filters.cursor),
    limit: EXEMPLARS_ON_A_PAGE + 1,
  });
  return pageOf(rows, EXEMPLARS_ON_A_PAGE, ({ year, id }) => [year, id]);
}

/**
 * One exemplar with its documents, effects and adopters, and whether this person may change it or why not. Of another
 * cluster it is read where it is approved for everybody, or taken up by the person's unit.
 */
export async function exemplarById(ctx: ActorContext, id: ExemplarId) {
  const db = ctx.db.reads;
  const inCluster = await findExemplar(db, ctx.access, id);
  const exemplar = inCluster ?? (await findSharedExemplar(db, ctx.access, id));
  if (!exemplar) throw notFound('exemplar');
  const [files, effects, adopters] = await Promise.all([
    listFilesOf(db, 'exemplar', id),
    listEffects(db, 'exemplar', id),
    listAdopters(db, id),
  ]);
  const reach = accessFor(ctx.actor, 'replications.byId') ?? NO_ACCESS;
  const open = await findReachable(
    db,
    reach,
    adopters.map((adopter) => adopter.id),
  );
  const { searchFold: _, removedAt: __, ...shown } = exemplar;
  const action = (reasons: readonly Reason[]) => ({ allowed: reasons.length === 0, reasons: worded(reasons) });
  const edits = (procedure: Changing) => action(editorReasons(ctx.actor, procedure, exemplar));
  const asks = editorReasons(ctx.actor, 'exemplars.askSharing', exemplar);
  const decides = editorReasons(ctx.actor, 'exemplars.decideSharing', exemplar);
  const adopting = (accessFor(ctx.actor, 'replications.create')?.own ?? []).filter((one) => one !== exemplar.unitId);
  return {
    ...shown,
    // What the chair objected to is between the two of them.
    sharingReason: readsReason(ctx.actor, exemplar) ? exemplar.sharingReason : null,
    isInCluster: inCluster !== undefined,
    files,
    effects,
    adopters: adopters.map((adopter) => ({ ...adopter, isOpen: open.has(adopter.id) })),
    /** Units of the person that could take it up, those that have it already left out. */
    mayAdoptFor: adopting.filter(
      (unitId) => !adopters.some((adopter) => adopter.unitId === unitId && adopter.status !== 'stopped'),
    ),
    actions: {
      save: edits('exemplars.save'),
      remove: edits('exemplars.remove'),
      askSharing: action(asks.length > 0 ? asks : askReasons(exemplar)),
      decideSharing: action(
        decides.length > 0 || ['asked', 'approved'].includes(exemplar.sharing)
          ? decides
          : [{ code: 'exemplar.sharing-not-asked' }],
      ),
    },
  };
}

/** Years and members in reach for the filters, and where this person may add an exemplar. */
export async function exemplarOptions(ctx: ActorContext) {
  const rows = await listExemplarUnits(ctx.db.reads, ctx.access);
  const units = new Map(rows.map(({ unitId, unitName }) => [unitId, unitName]));
  const mayAdd = rows.filter((row) => maySet(ctx.actor, 'exemplars.create', row));
  const years = Map.groupBy(mayAdd, ({ clusterYearId }) => clusterYearId);
  return {
    years: [...new Set(rows.map(({ year }) => year))],
    units: [...units].map(([id, name]) => ({ id, name })),
    addTo: [...years].map(([clusterYearId, members]) => ({
      clusterYearId,
      year: members[0]!.year,
      clusterName: members[0]!.clusterName,
      units: members.map(({ unitId, unitName }) => ({ id: unitId, name: unitName })),
    })),
  };
}

/** The reporter of the unit, or the staff of the unit that leads the cluster today. */
export function maySet(actor: Actor, procedure: Changing, of: { unitId: string; chairUnitId: string }): boolean {
  const access = accessFor(actor, procedure);
  return access !== undefined && (access.own.includes(of.unitId) || access.chair.includes(of.chairUnitId));
}

/** Why this person may not change this exemplar; empty when they may. */
export function editorReasons(actor: Actor, procedure: Changing, exemplar: Exemplar): Reason[] {
  if (maySet(actor, procedure, exemplar)) return [];
  if (procedure === 'exemplars.decideSharing')
    return [{ code: 'exemplar.sharing-not-approver', facts: { chair: exemplar.chairUnitName } }];
  return [{ code: 'exemplar.not-editor', facts: { unit: exemplar.unitName, chair: exemplar.chairUnitName } }];
}

/** The part of a row that people write. */
export function draftOf({ kind, title, presenter, place, field, story, source }: Exemplar): ExemplarDraft {
  return { kind, title, presenter, place, field, story, source: source ?? '' };
}
