import { findMembers } from '#db/clusters/clusters.queries.ts';
import { listFilesOfMany } from '#db/files/files.queries.ts';
import { findOrganizer, listConfirmations, listReviews, listSendings } from '#db/movements/confirm.queries.ts';
import {
  findLaunch,
  findLaunchStage,
  findMovementYear,
  listMovementsBeside,
  listMovementsOfYear,
} from '#db/movements/movements.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import {
  launchPersonReasons,
  listReasons,
  reviewPersonReasons,
  sendPersonReasons,
  writeReasons,
} from '#server/movements/movements.policy.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import { draftYearReasons, sendReasons } from '#shared/movements/confirm.rules.ts';
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
  const [taken, beside, launch, stage, sharing] = await Promise.all([
    listMovementsOfYear(db, clusterYearId),
    listMovementsBeside(db, year, own),
    findLaunch(db, clusterYearId),
    findLaunchStage(db, clusterYearId),
    readSharing(ctx, clusterYearId),
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
      ...sharing.of(movement.id),
      actions: {
        save: action(writeReasons(actor, 'movements.save', movement, year)),
        drop: action(listReasons(actor, 'movements.drop', movement, year)),
        send: action([
          ...sendPersonReasons(actor, year),
          ...draftYearReasons(year.status),
          ...sendReasons(movement, { organizerUnitId: sharing.organizerUnitId, today, confirmBy: today }),
        ]),
        saveReview: action([...reviewPersonReasons(actor, movement, year), ...draftYearReasons(year.status)]),
      },
    })),
    /** What the person could take up now. */
    available: beside
      .filter((movement) => listReasons(actor, 'movements.takeUp', movement, year).length === 0)
      .sort(compareMovements),
    /** Who is asked to confirm, and for which of them this person may. */
    members: sharing.members,
    mayConfirmFor: sharing.mayConfirmFor,
    launch: launch ?? null,
    launchStage: stage ?? null,
    actions: {
      create: { 'prime-minister': level('prime-minister'), cluster: level('cluster'), province: level('province') },
      saveLaunch: action(launchPersonReasons(actor, year)),
    },
  };
}

/** What members were asked and said of the movements of a year, with its documents and reviews. */
async function readSharing(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const [members, sendings, confirmations, reviews, organizerUnitId] = await Promise.all([
    findMembers(db, clusterYearId),
    listSendings(db, clusterYearId),
    listConfirmations(db, clusterYearId),
    listReviews(db, clusterYearId),
    findOrganizer(db, clusterYearId),
  ]);
  const [files, papers] = await Promise.all([
    listFilesOfMany(
      db,
      'movement',
      sendings.map(({ movementId }) => movementId),
    ),
    listFilesOfMany(
      db,
      'movement-confirmation',
      confirmations.map(({ id }) => id),
    ),
  ]);
  const own = accessFor(ctx.actor, 'movements.confirm')?.own ?? [];
  return {
    organizerUnitId,
    members: members.map(({ unitId, name }) => ({ unitId, name })),
    mayConfirmFor: members.map(({ unitId }) => unitId).filter((unitId) => own.includes(unitId)),
    of: (movementId: string) => {
      const sending = sendings.find((one) => one.movementId === movementId);
      return {
        sentOn: sending?.sentOn ?? null,
        confirmBy: sending?.confirmBy ?? null,
        files: files.get(movementId) ?? [],
        confirmations: confirmations
          .filter((one) => one.movementId === movementId)
          .map((one) => ({ ...one, files: papers.get(one.id) ?? [] })),
        reviews: reviews.filter((one) => one.movementId === movementId),
      };
    },
  };
}
