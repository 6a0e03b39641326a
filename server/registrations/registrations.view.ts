import { findMembers } from '#db/clusters/clusters.queries.ts';
import { findMovementYear } from '#db/movements/movements.queries.ts';
import {
  countAchieved,
  findDueOn,
  listLinesOf,
  listRegistrations,
  sumFromBelow,
} from '#db/registrations/registrations.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { registeredForms } from '#server/registrations/registered-forms.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { notFound } from '#shared/core/refusal.ts';
import { isLate, isOverdue } from '#shared/registrations/registrations.rules.ts';

/**
 * Registrations of the titles aimed at in a year by member, against what the registry holds of that year. Lines of a
 * draft go no further than its unit; names stay with the unit and whoever leads the cluster.
 * @throws not-found when the year is out of reach
 */
export async function registrationsOf(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findMovementYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const today = vietnamDate(ctx.now());
  const [members, rows, dueOn, forms] = await Promise.all([
    findMembers(db, clusterYearId),
    listRegistrations(db, clusterYearId),
    findDueOn(db, clusterYearId),
    registeredForms(db),
  ]);
  const own = accessFor(ctx.actor, 'registrations.save')?.own ?? [];
  const isMine = (unitId: string) => own.includes(unitId);
  const seesNames = ctx.access.all || accessFor(ctx.actor, 'movements.send')?.chair.includes(year.chairUnitId) === true;
  const readable = rows.filter(({ unitId, status }) => status === 'sent' || isMine(unitId));
  const [lines, achieved, below] = await Promise.all([
    listLinesOf(
      db,
      readable.map(({ id }) => id),
    ),
    // A province has some hundred thousand awards: counted aside, not in the way of everybody's clicks.
    countAchieved(
      ctx.db.longReads,
      year.year,
      members.map(({ unitId }) => unitId),
    ),
    Promise.all(own.map(async (unitId) => [unitId, await sumFromBelow(db, unitId, year.year)] as const)),
  ]);
  const known = new Map(forms.map((form) => [form.code, form]));
  return {
    year,
    today,
    dueOn,
    forms,
    members: members.map(({ unitId, name }) => {
      const row = rows.find((one) => one.unitId === unitId);
      const sentAt = row?.sentAt ?? null;
      return {
        unitId,
        name,
        isMine: isMine(unitId),
        id: row?.id ?? null,
        status: row?.status ?? null,
        version: row?.version ?? null,
        sentAt,
        isDemo: row?.isDemo === 1,
        isLate: isLate(sentAt, dueOn),
        isOverdue: isOverdue(sentAt, dueOn, today),
        lines: lines
          .filter(({ registrationId }) => registrationId === row?.id)
          .map(({ awardCode, recipientKind, count, names }) => ({
            awardCode,
            kind: recipientKind,
            count,
            names: seesNames || isMine(unitId) ? (JSON.parse(names) as string[]) : [],
          })),
      };
    }),
    achieved: achieved.filter(({ awardCode }) => known.has(awardCode)),
    /** Of clusters that a unit of this person organises: what their members registered, added up. */
    fromBelow: Object.fromEntries(below),
  };
}
