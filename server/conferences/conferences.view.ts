import { findMembers } from '#db/clusters/clusters.queries.ts';
import {
  type Conference,
  findAgenda,
  findConferenceOfYear,
  findConferenceYear,
  findDelegates,
} from '#db/conferences/conferences.queries.ts';
import { listFilesOf } from '#db/files/files.queries.ts';
import { membershipReasons } from '#server/clusters/membership.service.ts';
import { chairReasons } from '#server/conferences/conferences.policy.ts';
import { nextChairOf } from '#server/conferences/next-chair.service.ts';
import type { ActorContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import { answerReasons, attendanceTotals } from '#shared/conferences/attendance.rules.ts';
import { closeReasons, correctReasons, openReasons } from '#shared/conferences/conferences.rules.ts';
import type { ConferenceId, DelegateId } from '#shared/conferences/conferences.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';

/** The conference of a year as its page shows it, and every action with the reasons why not; null before it is set up. */
export async function viewConference(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findConferenceYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const [members, conference] = await Promise.all([
    findMembers(db, clusterYearId),
    findConferenceOfYear(db, ctx.access, clusterYearId),
  ]);
  return {
    clusterYear: { id: year.id, year: year.year, name: year.name, clusterName: year.clusterName },
    leadingUnitName: year.leadingUnitName,
    members: members.map(({ unitId, name }) => ({ unitId, name })),
    create: verdict(chairReasons(ctx, 'conferences.create', year.leadingUnitId, year.leadingUnitName)),
    conference: conference ? await pageOf(ctx, conference, members.length) : null,
  };
}
export type ConferenceView = Awaited<ReturnType<typeof viewConference>>;

async function pageOf(ctx: ActorContext, conference: Conference, memberCount: number) {
  const db = ctx.db.reads;
  const today = vietnamDate(ctx.now());
  const [agenda, delegates, files, nextChair] = await Promise.all([
    findAgenda(db, conference.id),
    findDelegates(db, conference.id),
    listFilesOf(db, 'conference', conference.id),
    nextChairOf(db, conference.clusterYearId, memberCount),
  ]);
  const own = accessFor(ctx.actor, 'conferences.confirmDelegate')?.own ?? [];
  const { status, heldOn, leadingUnitId, leadingUnitName } = conference;
  const mayPack = chairReasons(ctx, 'conferences.pack', leadingUnitId, leadingUnitName).length === 0;
  const mine = own.filter((unit) => delegates.some(({ unitId }) => unitId === unit));
  const memberships = new Map(
    await Promise.all(
      mine.map(async (unit) => [unit, await membershipReasons(db, conference.clusterYearId, unit, today)] as const),
    ),
  );
  const action = (procedure: Procedure, state: readonly Reason[]) => {
    const person = chairReasons(ctx, procedure, leadingUnitId, leadingUnitName);
    return { offered: person.length === 0, ...verdict(person.length > 0 ? person : state) };
  };
  return {
    id: conference.id as ConferenceId,
    version: conference.version,
    status,
    head: {
      title: conference.title,
      heldOn,
      place: conference.place,
      chairedBy: conference.chairedBy,
      secretary: conference.secretary,
    },
    minutes: conference.minutes,
    /** Cụm trưởng, Cụm phó năm sau as decided here. */
    nextChair,
    closedAt: conference.closedAt,
    isDemo: conference.isDemo === 1,
    agenda: agenda.map(({ startsAt, content, speaker, note }) => ({ startsAt, content, speaker, note })),
    delegates: delegates.map((row) => ({
      id: row.id as DelegateId,
      version: row.version,
      role: row.role,
      unitId: row.unitId,
      unitName: row.unitName,
      organization: row.organization,
      name: row.name,
      positionHeld: row.positionHeld,
      headcount: row.headcount,
      attendance: row.attendance,
      presentCount: row.presentCount,
      invitationSentOn: row.invitationSentOn,
      note: row.note,
      answer: {
        isMine: row.unitId !== null && mine.includes(row.unitId),
        ...verdict([
          ...(memberships.get(row.unitId ?? '') ?? []),
          ...answerReasons({ status, heldOn }, row.attendance, today),
        ]),
      },
    })),
    totals: attendanceTotals(delegates),
    files,
    mayPack,
    /** Whoever was chair of the year reads on what it sent. */
    mayReadPacks:
      mayPack || (accessFor(ctx.actor, 'conferencePacks.ofYear')?.own.includes(conference.yearChairUnitId) ?? false),
    /** Documents come after the conference too: the signed minutes, photographs. */
    mayAttach: chairReasons(ctx, 'conferences.save', leadingUnitId, leadingUnitName).length === 0,
    actions: {
      save: action('conferences.save', openReasons(status)),
      close: action('conferences.closeMinutes', closeReasons(conference, today)),
      correct: action('conferences.correctMinutes', correctReasons(status, null)),
      // Closed minutes are corrected by the approver only.
      saveNextChair: action(status === 'held' ? 'conferences.correctMinutes' : 'conferences.saveNextChair', []),
      mark: action('conferences.markAttendance', openReasons(status)),
    },
  };
}

const verdict = (reasons: readonly Reason[]) => ({ allowed: reasons.length === 0, reasons: worded(reasons) });
