import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import {
  AGENDA,
  aDelegation,
  aRecommendation,
  CONFERENCE_HEAD,
  givenConference,
  givenDelegate,
  givenRecommendation,
} from '#test/builders/conference.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

const seen = (id: string) => ({ id, seenVersion: 1 });

async function lastYearOf(db: MatrixWorld['db'], clusterYearId: string): Promise<string> {
  const { id } = await db.reads
    .selectFrom('clusterYear')
    .innerJoin('clusterYear as mine', 'mine.clusterId', 'clusterYear.clusterId')
    .where('mine.id', '=', clusterYearId)
    .where('clusterYear.status', '<>', 'draft')
    .select('clusterYear.id')
    .orderBy('clusterYear.year', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

/** Calls of the matrix on the conference of a year, its delegates and its recommendations. */
export const CONFERENCE_SAMPLES: Record<string, Sampler> = {
  'conferences.ofYear': async ({ db }, { clusterYearId }) => ({
    input: { clusterYearId },
    shows: await givenConference(db, clusterYearId),
  }),
  'conferences.create': async ({ db }, { clusterYearId }) => {
    const id = await givenConference(db, clusterYearId);
    await inTransaction(db, (tx) => tx.deleteFrom('conference').where('id', '=', id).execute());
    return { input: { clusterYearId, ...CONFERENCE_HEAD, idempotencyKey: uuidv7() } };
  },
  'conferences.save': async ({ db }, { clusterYearId }) => ({
    input: { ...seen(await givenConference(db, clusterYearId)), head: { ...CONFERENCE_HEAD, place: 'thành phố Mẫu' } },
  }),
  'conferences.saveAgenda': async ({ db }, { clusterYearId }) => ({
    input: { ...seen(await givenConference(db, clusterYearId)), items: AGENDA },
  }),
  'conferences.saveMinutes': async ({ db }, { clusterYearId }) => ({
    input: { ...seen(await givenConference(db, clusterYearId)), minutes: 'BIÊN BẢN' },
  }),
  'conferences.closeMinutes': async ({ db }, { clusterYearId }) => ({
    input: seen(await givenConference(db, clusterYearId, { minutes: 'BIÊN BẢN' })),
  }),
  'conferences.correctMinutes': async ({ db }, { clusterYearId }) => ({
    input: {
      ...seen(
        await givenConference(db, clusterYearId, {
          minutes: 'BIÊN BẢN',
          status: 'held',
          closedAt: '2024-02-21T03:00:00.000Z',
        }),
      ),
      minutes: 'BIÊN BẢN Hội nghị',
      reason: 'Ghi nhầm tên một đại biểu.',
    },
  }),
  'conferences.saveNextChair': async ({ db }, { clusterYearId, unitId }) => ({
    input: {
      // Of the last year there is: another sample may have published one after the year of the place.
      ...seen(await givenConference(db, await lastYearOf(db, clusterYearId))),
      result: {
        chairUnitId: unitId,
        deputyUnitId: null,
        method: 'consensus',
        presentVotes: null,
        agreedVotes: null,
        note: '',
      },
      reason: 'Ghi theo biên bản kiểm phiếu.',
    },
  }),
  'conferences.addDelegate': async ({ db }, { clusterYearId, unitId }) => ({
    input: {
      conferenceId: await givenConference(db, clusterYearId),
      draft: aDelegation(unitId),
      idempotencyKey: uuidv7(),
    },
  }),
  'conferences.saveDelegate': async ({ db }, { clusterYearId, unitId }) => ({
    input: {
      ...seen(await givenDelegate(db, await givenConference(db, clusterYearId), unitId)),
      draft: aDelegation(unitId, { headcount: 9 }),
    },
  }),
  'conferences.removeDelegate': async ({ db }, { clusterYearId, unitId }) => ({
    input: seen(await givenDelegate(db, await givenConference(db, clusterYearId), unitId)),
  }),
  'conferences.markAttendance': async ({ db }, { clusterYearId, unitId }) => {
    const conferenceId = await givenConference(db, clusterYearId);
    const item = { ...seen(await givenDelegate(db, conferenceId, unitId)), presentCount: 7 };
    return { input: { conferenceId, items: [item], attendance: 'present' } };
  },
  'conferences.markSent': async ({ db }, { clusterYearId, unitId }) => {
    const conferenceId = await givenConference(db, clusterYearId);
    return { input: { conferenceId, items: [seen(await givenDelegate(db, conferenceId, unitId))], sent: true } };
  },
  'conferences.confirmDelegate': async ({ db }, { clusterYearId, unitId }) => ({
    input: {
      ...seen(await givenDelegate(db, await givenConference(db, clusterYearId, { heldOn: '2024-03-05' }), unitId)),
      answer: { coming: true, name: '', positionHeld: 'Lãnh đạo UBND tỉnh', headcount: 8, note: '' },
    },
  }),

  'recommendations.ofYear': async ({ db }, { clusterYearId, unitId }) => {
    const conferenceId = await givenConference(db, clusterYearId);
    const { taskId } = await givenRecommendation(db, { clusterYearId, conferenceId, unitId });
    return { input: { clusterYearId }, shows: taskId };
  },
  'recommendations.create': async ({ db }, { clusterYearId, unitId }) => ({
    input: {
      conferenceId: await givenConference(db, clusterYearId),
      draft: aRecommendation([unitId]),
      idempotencyKey: uuidv7(),
    },
  }),
  'recommendations.save': async ({ db }, { clusterYearId, unitId }) => {
    const conferenceId = await givenConference(db, clusterYearId);
    const { recommendationId } = await givenRecommendation(db, { clusterYearId, conferenceId, unitId });
    return { input: { ...seen(recommendationId), draft: aRecommendation([unitId], { measure: 'Hai mô hình' }) } };
  },
  'recommendations.remove': async ({ db }, { clusterYearId, unitId }) => {
    const conferenceId = await givenConference(db, clusterYearId);
    const { recommendationId } = await givenRecommendation(db, { clusterYearId, conferenceId, unitId });
    return { input: { ...seen(recommendationId), reason: 'Ghi trùng với ý kiến số 2.' } };
  },
  'recommendations.reportTask': async ({ db }, { clusterYearId, unitId }) => {
    const conferenceId = await givenConference(db, clusterYearId);
    const { taskId } = await givenRecommendation(db, { clusterYearId, conferenceId, unitId });
    return { input: { ...seen(taskId), status: 'done', outcome: 'Đã nhân rộng một mô hình.' } };
  },
};
