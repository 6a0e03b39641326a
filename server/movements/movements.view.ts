import {
  findLaunch,
  findLaunchStage,
  findMovementYear,
  listMovementsBeside,
  listMovementsOfYear,
} from '#db/movements/movements.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { launchPersonReasons, listReasons, writeReasons } from '#server/movements/movements.policy.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import { compareMovements, movementStateOn, outsideYear } from '#shared/movements/movements.rules.ts';
import type { MovementLevel } from '#shared/movements/movements.schema.ts';

/**
 * Movements and launch of one year, each with what this person may do to it or why not.
 * @throws not-found when the year is out of reach
 */
export async function movementsOfYear(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const { actor } = ctx;
  const year = await findMovementYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const own = accessFor(actor, 'movements.create')?.own ?? [];
  const [taken, beside, launch, stage] = await Promise.all([
    listMovementsOfYear(db, clusterYearId),
    listMovementsBeside(db, year, own),
    findLaunch(db, clusterYearId),
    findLaunchStage(db, clusterYearId),
  ]);
  const today = vietnamDate(ctx.now());
  const action = (reasons: readonly Reason[]) => ({ allowed: reasons.length === 0, reasons: worded(reasons) });
  const level = (one: MovementLevel) =>
    action(writeReasons(actor, 'movements.create', { level: one, unitId: own[0] ?? null }, year));
  return {
    year,
    today,
    movements: taken.sort(compareMovements).map((movement) => ({
      ...movement,
      state: movementStateOn(movement, today),
      outside: outsideYear(movement, year),
      actions: {
        save: action(writeReasons(actor, 'movements.save', movement, year)),
        drop: action(listReasons(actor, 'movements.drop', movement, year)),
      },
    })),
    /** What the person could take up now. */
    available: beside
      .filter((movement) => listReasons(actor, 'movements.takeUp', movement, year).length === 0)
      .sort(compareMovements),
    launch: launch ?? null,
    launchStage: stage ?? null,
    actions: {
      create: { 'prime-minister': level('prime-minister'), cluster: level('cluster'), province: level('province') },
      saveLaunch: action(launchPersonReasons(actor, year)),
    },
  };
}
