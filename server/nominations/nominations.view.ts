import type { Reader } from '#db/database.ts';
import { listFilesOf } from '#db/files/files.queries.ts';
import {
  countNominations,
  findDecisionOf,
  findNomination,
  findNominationYear,
  findSameYearAwards,
  findTwinNominations,
} from '#db/nominations/nominations.queries.ts';
import type { NominationRow } from '#db/nominations/nominations.table.ts';
import { membershipReasons } from '#server/clusters/membership.service.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { ethnicityOf } from '#server/nominations/ethnicity.policy.ts';
import { lateness, putForward, quotaOf } from '#server/nominations/nomination-list.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { handedOverReasons } from '#shared/clusters/hand-over.rules.ts';
import { earlyReasons } from '#shared/clusters/stages.rules.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import {
  COUNTED,
  isOverQuota,
  type NominationStep,
  readAllotment,
  STEP_OF,
  stateReasons,
} from '#shared/nominations/nominations.rules.ts';
import type { NominationDraft, NominationId } from '#shared/nominations/nominations.schema.ts';

const STEPS = Object.keys(STEP_OF) as NominationStep[];

/** The year a nomination belongs to, as far as the person may see it. */
export type NominationYear = NonNullable<Awaited<ReturnType<typeof findNominationYear>>>;

/** One nomination with everything its page shows: the year, duplicates, files, and which steps are open. */
export async function nominationPage(ctx: ActorContext, id: NominationId) {
  const db = ctx.db.reads;
  const { nomination, year } = await loadNomination(ctx, db, id);
  const [decision, duplicates, files, counts] = await Promise.all([
    findDecisionOf(db, id),
    judges(ctx.actor, nomination, year) ? duplicatesOf(db, ctx.actor, nomination, year.year) : NO_DUPLICATES,
    listFilesOf(db, 'nomination', id),
    countNominations(db, ctx.access, year.id),
  ]);
  const allotment = readAllotment(year.awardAllotment);
  const mine = putForward(quotaOf(counts), nomination.unitId, nomination.recipientKind);
  const { awardAllotment: _, ...yearOnScreen } = year;
  const { nameFold: __, ...shown } = nomination;
  return {
    ...shown,
    unitName: counts.find(({ unitId }) => unitId === nomination.unitId)?.unitName ?? nomination.unitId,
    daysLate: lateness(nomination.submittedAt, year.closesOn),
    year: yearOnScreen,
    decision: decision ?? null,
    ethnicity: await ethnicityOf(db, ctx.actor, nomination, year),
    duplicates,
    files,
    quota: { most: allotment[nomination.recipientKind] ?? null, putForward: mine },
    isOverQuota: COUNTED.includes(nomination.status) && isOverQuota(allotment, nomination.recipientKind, mine),
    actions: await actionsOf(ctx, nomination, year, decision !== undefined),
  };
}

type Duplicates = Awaited<ReturnType<typeof duplicatesOf>>;
const NO_DUPLICATES: Duplicates = { awards: [], nominations: [] };

/** The registry of a province is told to itself and to the chair, which has to judge; not to the other members. */
function judges(actor: Actor, { unitId }: NominationRow, { chairUnitId }: NominationYear): boolean {
  const { all, cluster } = accessFor(actor, 'nominations.byId') ?? NO_ACCESS;
  return all || cluster.includes(unitId) || cluster.includes(chairUnitId);
}

/** Awards of the same year and living twins of this nomination: what the standing office must look at. */
export async function duplicatesOf(db: Reader, actor: Actor, nomination: NominationRow, year: number) {
  const access = accessFor(actor, 'nominations.byId') ?? NO_ACCESS;
  const who = { ...nomination, kind: nomination.recipientKind };
  const [awards, nominations] = await Promise.all([
    findSameYearAwards(db, who, year),
    findTwinNominations(db, access, who, nomination.clusterYearId, nomination.id),
  ]);
  // The award that came out of this very nomination is no duplicate of it.
  return { awards: awards.filter(({ nominationId }) => nominationId !== nomination.id), nominations };
}

/** The nomination by the right to read it (whoever may act may read), or "not found". */
export async function loadNomination(
  ctx: ActorContext,
  db: Reader,
  id: NominationId,
): Promise<{ nomination: NominationRow; year: NominationYear }> {
  const access = accessFor(ctx.actor, 'nominations.byId') ?? NO_ACCESS;
  const nomination = await findNomination(db, access, id);
  const year = nomination && (await findNominationYear(db, access, nomination.clusterYearId));
  if (!nomination || !year) throw notFound('nomination');
  return { nomination, year };
}

/** Whether the step is this person's at all, whatever the state of the record. */
export function stepIsMine(actor: Actor, step: NominationStep, unitId: string, chairUnitId: string): boolean {
  const access = accessFor(actor, `nominations.${step}`);
  return access !== undefined && (access.all || access.own.includes(unitId) || access.chair.includes(chairUnitId));
}

/** Why the step is not theirs; the former chair is told when and to whom it handed over. */
export function notMine(actor: Actor, step: NominationStep, year: NominationYear): Reason[] {
  if (STEP_OF[step] === 'proposer') return [{ code: 'nomination.not-proposer' }];
  const units = accessFor(actor, `nominations.${step}`)?.chair ?? [];
  const handedOver = handedOverReasons(units, { ...year, chairName: year.chairUnitName }, actor.today);
  return handedOver.length > 0 ? handedOver : [{ code: 'nomination.not-standing-office' }];
}

/** Sending before 00:00 of the first day of the stage; what was sent once is completed at any time. */
export function sendingEarly(
  { submittedAt }: Pick<NominationRow, 'submittedAt'>,
  { stageName, opensOn }: NominationYear,
  today: string,
): Reason[] {
  if (submittedAt !== null || opensOn === null || stageName === null) return [];
  return earlyReasons('nominations.submit', 'nominations', { name: stageName, opensOn }, today);
}

/** For each step: is it offered to this person, and if it cannot be taken now, why. */
async function actionsOf(ctx: ActorContext, nomination: NominationRow, year: NominationYear, isOnDecision: boolean) {
  const { actor } = ctx;
  const today = vietnamDate(ctx.now());
  const membership = await membershipReasons(ctx.db.reads, year.id, nomination.unitId, today);
  const action = (step: NominationStep) => {
    const offered = stepIsMine(actor, step, nomination.unitId, year.chairUnitId);
    const early = step === 'submit' ? sendingEarly(nomination, year, today) : [];
    const outside = STEP_OF[step] === 'proposer' ? [...membership, ...early].slice(0, 1) : [];
    const state = outside.length > 0 ? outside : stateReasons(step, nomination.status, isOnDecision);
    const reasons = offered ? state : notMine(actor, step, year);
    return { offered, allowed: reasons.length === 0, reasons: worded(reasons) };
  };
  return Object.fromEntries(STEPS.map((step) => [step, action(step)])) as Record<
    NominationStep,
    ReturnType<typeof action>
  >;
}

/** The part of a row that the proposing province writes. */
export function draftOf(row: NominationRow): NominationDraft {
  return {
    name: row.name,
    printedName: row.printedName,
    printedPlace: row.printedPlace,
    salutation: row.salutation as NominationDraft['salutation'],
    sex: row.sex,
    birthYear: row.birthYear,
    positionHeld: row.positionHeld,
    workplace: row.workplace,
    personClass: row.personClass,
    areaClass: row.areaClass,
    isBorderArea: row.isBorderArea === 1,
    isSmallCollective: row.isSmallCollective === 1,
    headcount: row.headcount,
    field: row.field,
    achievement: row.achievement,
    proposalNumber: row.proposalNumber,
    proposalOn: row.proposalOn,
  };
}
