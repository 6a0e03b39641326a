import type * as z from 'zod/mini';
import { findLastChange } from '#db/audit/last-change.queries.ts';
import type { Reader, Writer } from '#db/database.ts';
import { findImpact } from '#db/units/impact.queries.ts';
import { findAround } from '#db/units/unit-change.queries.ts';
import { applyEffects, lockCatalogue } from '#db/units/units.writes.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { changeEvents } from '#server/units/unit-change.audit.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { conflict, refuseIf } from '#shared/core/refusal.ts';
import { type Around, touchedUnits, type UnitEffects, type UnitRef } from '#shared/units/unit-plan.ts';
import { planChange } from '#shared/units/units.rules.ts';
import type { applyUnitChange, SeenUnits, UnitChange } from '#shared/units/units.schema.ts';

/**
 * Sẽ ảnh hưởng: what a change would write and what is under way in the units that end, before anybody confirms it.
 * Nothing is written.
 * @throws refused with every reason the same change would be refused for
 */
export async function previewChange(ctx: ActorContext, change: UnitChange) {
  const db = ctx.db.reads;
  const { effects, around } = await planned(db, change);
  const name = namer(effects, around);
  const impact = await findImpact(
    db,
    effects.ended.map(({ unitId }) => unitId),
    change.effectiveOn,
  );
  const named = <Row extends { unitId: string }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, unitName: name(row.unitId) }));
  return {
    effectiveOn: change.effectiveOn,
    seen: seenOf(effects, around),
    ended: named(effects.ended),
    made: effects.made.map(({ parents, ...unit }) => ({ ...unit, parents: parents.map((one) => withName(one, name)) })),
    renamed: effects.renamed,
    lines: effects.lines.map((line) => ({
      ...line,
      ancestorName: name(line.ancestorId),
      descendantName: name(line.descendant),
    })),
    moved: effects.moved.map(({ parents, ...moved }) => ({
      ...moved,
      unitName: name(moved.unitId),
      fromName: name(moved.fromParentId),
      parents: parents.map((one) => withName(one, name)),
    })),
    impact: {
      memberships: named(impact.memberships),
      chairs: named(impact.chairs),
      reports: named(impact.reports),
      nominations: named(impact.nominations),
      pledges: named(impact.pledges),
      accounts: named(impact.accounts),
    },
  };
}

/** Records a change of units, once for each key, as it was previewed: the same rules again inside the transaction. */
export function applyChange(
  ctx: ActorContext,
  input: z.infer<typeof applyUnitChange>,
): Promise<{ changeId: string; unitIds: string[] }> {
  const { change, seen } = input;
  return commitOnce(ctx, input, async (tx) => {
    await lockCatalogue(tx);
    const { effects, around } = await planned(tx, change);
    await requireSeen(tx, seenOf(effects, around), seen);
    const { changeId, idOf, events } = await written(ctx, tx, change, { effects, around });
    const unitIds = events.map(({ subjectId }) => subjectId);
    return {
      result: { changeId, unitIds: resultIds(effects, idOf, unitIds) },
      audit: events as [AuditEvent, ...AuditEvent[]],
    };
  });
}

/** Why a unit could not be made like this; the rules of the page of units. */
export async function additionReasons(db: Reader, change: UnitChange) {
  const around = await findAround(db, change);
  return uniqueReasons(planChange(change, around).reasons);
}

/**
 * Makes a unit out of a list, inside the caller's transaction, which holds the catalogue (lockCatalogue).
 * @throws refused with the reasons of additionReasons
 */
export async function addImportedUnit(ctx: ActorContext, tx: Writer, change: UnitChange) {
  const { effects, around } = await planned(tx, change);
  const { changeId, ids, events } = await written(ctx, tx, change, { effects, around });
  return { changeId, unitId: [...ids.values()][0]!, audit: events };
}

/** Writes the change and what it brings about; the units it made by their refs, and what the log says of each. */
async function written(ctx: ActorContext, tx: Writer, change: UnitChange, { effects, around }: Planned) {
  const changeId = ctx.newId();
  const row = {
    id: changeId,
    kind: change.change,
    effectiveOn: change.effectiveOn,
    document: change.document,
    note: change.note,
    createdAt: ctx.now().toISOString(),
    createdBy: ctx.actor.accountId,
  };
  const ids = await applyEffects(tx, row, effects, ctx.newId);
  const idOf = (ref: UnitRef) => ids.get(ref) ?? ref;
  return { changeId, ids, idOf, events: changeEvents(change, effects, idOf, namer(effects, around)) };
}

/** What the office wants to see next: the units made or receiving first. */
function resultIds(effects: UnitEffects, idOf: (ref: UnitRef) => string, all: readonly string[]): string[] {
  const first = [...effects.made.map(({ ref }) => ref), ...effects.lines.map(({ descendant }) => descendant)].map(idOf);
  return [...new Set([...first, ...all])];
}

type Planned = { effects: UnitEffects; around: Around };

async function planned(db: Reader, change: UnitChange): Promise<Planned> {
  const around = await findAround(db, change);
  const { reasons, effects } = planChange(change, around);
  refuseIf(uniqueReasons(reasons));
  return { effects, around };
}

/** The same sentence is not said twice, e.g. of a unit in two parts of a split. */
function uniqueReasons<Reason>(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

function seenOf(effects: UnitEffects, { units }: Around): SeenUnits {
  const touched = new Set(touchedUnits(effects));
  return units
    .filter(({ id }) => touched.has(id))
    .map(({ id, version }) => ({ unitId: id as SeenUnits[number]['unitId'], version }));
}

async function requireSeen(db: Reader, now: SeenUnits, seen: SeenUnits): Promise<void> {
  const text = (units: SeenUnits) =>
    units
      .map(({ unitId, version }) => `${unitId} ${version}`)
      .toSorted()
      .join();
  if (text(now) === text(seen)) return;
  const last = await findLastChange(db, { subjectKind: 'unit', subjectId: now.map(({ unitId }) => unitId) });
  throw conflict([
    {
      code: 'unit.changed-meanwhile',
      facts: {
        who: last?.actorName ?? '…',
        changedAt: last ? formatInstant(last.at) : '…',
        what: last?.subjectLabel ?? '…',
      },
    },
  ]);
}

function namer(effects: UnitEffects, { units }: Around): (ref: UnitRef) => string {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  for (const { ref, name } of effects.made) names.set(ref, name);
  return (ref) => names.get(ref) ?? ref;
}

const withName = <Row extends { parent: UnitRef }>(row: Row, name: (ref: UnitRef) => string) => ({
  ...row,
  parentName: name(row.parent),
});
