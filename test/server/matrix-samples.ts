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
import { COMPLETE_PERSON } from '#test/builders/nomination.builder.ts';
import {
  aCertificate,
  aDecision,
  aHistory,
  aNomination,
  aReport,
  type MatrixWorld,
  nextNumber,
  type Place,
} from '#test/server/matrix-records.ts';

/** One call of the matrix: a valid input on a fresh record and, for reading, what of the record the answer shows. */
export type Sample = { input?: unknown; shows?: string };
type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;

/** The aims of a year are one record, whatever the calls before have made of it. */
async function aimVersion({ db }: MatrixWorld, clusterYearId: string): Promise<number> {
  const rows = await db.reads
    .selectFrom('careAim')
    .select('version')
    .where('clusterYearId', '=', clusterYearId)
    .execute();
  return rows.reduce((sum, { version }) => sum + version, 0);
}

const seen = (id: string) => ({ id, seenVersion: 1 });
const REASON = 'Thiếu số liệu của hai huyện.';

/**
 * A sample for every procedure, in the state in which it may succeed: so a refusal by state in the matrix means that
 * a rule, not the sample, is in the way. A procedure without a line here fails the matrix test.
 */
export const SAMPLES: Record<string, Sampler> = {
  'accounts.me': () => ({}),
  'accounts.demo': () => ({}),
  'accounts.setLanguage': () => ({ input: { lang: 'vi' } }),

  'dashboard.overview': (_world, { clusterYearId }) => ({ shows: clusterYearId }),

  'clusters.list': (_world, { clusterYearId }) => ({ shows: clusterYearId }),
  'clusters.workspace': (_world, { clusterYearId }) => ({ input: { clusterYearId }, shows: clusterYearId }),

  'pledges.ofYear': (_world, { clusterYearId }) => ({ input: { clusterYearId } }),

  'reports.byId': async (world, place) => {
    const id = await aReport(world, place, 'draft');
    return { input: { id }, shows: id };
  },
  'reports.inbox': async (world, place) => {
    const shows = await aReport(world, place, 'sent');
    return { input: { clusterYearId: place.clusterYearId, period: 'year-end' }, shows };
  },
  'reports.summary': async (world, place) => {
    await aReport(world, place, 'received');
    return { input: { clusterYearId: place.clusterYearId, period: 'year-end' } };
  },
  'reports.saveCells': async (world, place) => ({
    input: {
      id: await aReport(world, place, 'draft'),
      cells: [
        {
          indicatorVersionId: world.indicators.budget,
          value: 44_900,
          valueStatus: 'official',
          sourceOffice: 'Sở Tài chính',
          note: '',
          seenVersion: 1,
        },
      ],
    },
  }),
  'reports.saveNarrative': async (world, place) => ({
    input: { ...seen(await aReport(world, place, 'draft')), narrative: 'Đã triển khai.' },
  }),
  'reports.send': async (world, place) => ({ input: seen(await aReport(world, place, 'draft')) }),
  'reports.askSupplement': async (world, place) => ({
    input: { ...seen(await aReport(world, place, 'sent')), reason: REASON, dueOn: '2024-03-08' },
  }),
  'reports.receive': async (world, place) => ({ input: seen(await aReport(world, place, 'sent')) }),

  'nominations.list': async (world, place) => ({
    input: { clusterYearId: place.clusterYearId },
    shows: (await aNomination(world, place, 'submitted')).id,
  }),
  'nominations.byId': async (world, place) => {
    const { id } = await aNomination(world, place, 'draft');
    return { input: { id }, shows: id };
  },
  'nominations.create': (_world, { clusterYearId }) => ({
    input: { clusterYearId, recipientKind: 'individual', idempotencyKey: uuidv7() },
  }),
  'nominations.save': async (world, place) => {
    const { id, name } = await aNomination(world, place, 'draft');
    return { input: { ...seen(id), draft: { ...COMPLETE_PERSON, name, printedName: name, field: 'Y tế' } } };
  },
  'nominations.submit': async (world, place) => ({ input: seen((await aNomination(world, place, 'draft')).id) }),
  'nominations.withdraw': async (world, place) => ({ input: seen((await aNomination(world, place, 'submitted')).id) }),
  'nominations.check': async (world, place) => ({
    input: { ...seen((await aNomination(world, place, 'submitted')).id), note: '' },
  }),
  'nominations.askSupplement': async (world, place) => ({
    input: { ...seen((await aNomination(world, place, 'submitted')).id), reason: REASON, dueOn: '2024-03-08' },
  }),
  'nominations.refuse': async (world, place) => ({
    input: { ...seen((await aNomination(world, place, 'submitted')).id), note: 'Không đủ tiêu chuẩn về thời gian.' },
  }),

  'nominations.readEthnicity': async (world, place) => ({
    input: { id: (await aNomination(world, place, 'draft')).id },
  }),
  'nominations.setEthnicity': async (world, place) => ({
    input: { id: (await aNomination(world, place, 'draft')).id, seenVersion: 0, code: '03' },
  }),

  'care.ofYear': (_world, { clusterYearId }) => ({ input: { clusterYearId }, shows: clusterYearId }),
  'care.ofList': (_world, { clusterYearId }) => ({ input: { clusterYearId } }),
  'care.rows': async (world, place) => {
    const { id } = await aNomination(world, place, 'submitted');
    return { input: { clusterYearId: place.clusterYearId, basis: 'nominations', lens: 'border' }, shows: id };
  },
  'care.minorityRows': (_world, { clusterYearId }) => ({
    input: { clusterYearId, basis: 'nominations', reason: 'Đối chiếu danh sách trước khi trình.' },
  }),
  'care.setAims': async (world, { clusterYearId }) => ({
    input: {
      clusterYearId,
      seenVersion: await aimVersion(world, clusterYearId),
      aims: [{ lens: 'border', leastPermille: 1 + (nextNumber() % 1000), source: '' }],
    },
  }),

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

  'decisions.list': async (world, place) => ({ input: {}, shows: (await aDecision(world, place, 'draft')).id }),
  'decisions.byId': async (world, place) => {
    const { id } = await aDecision(world, place, 'draft');
    return { input: { id }, shows: id };
  },
  'decisions.create': (_world, { clusterYearId }) => ({ input: { clusterYearId, idempotencyKey: uuidv7() } }),
  'decisions.save': async (world, place) => {
    const { id, draft } = await aDecision(world, place, 'draft');
    return { input: { ...seen(id), draft: { ...draft, submissionLetter: 'Tờ trình số 12/TTr-SNV' } } };
  },
  'decisions.setItems': async (world, place) => {
    const { id, nominationId } = await aDecision(world, place, 'draft');
    return { input: { ...seen(id), nominationIds: [nominationId] } };
  },
  'decisions.submit': async (world, place) => ({ input: seen((await aDecision(world, place, 'draft')).id) }),
  'decisions.returnToDraft': async (world, place) => ({
    input: { ...seen((await aDecision(world, place, 'submitted')).id), reason: REASON },
  }),
  'decisions.recordSigned': async (world, place) => ({
    input: { ...seen((await aDecision(world, place, 'submitted')).id), signedOn: '2024-02-26' },
  }),
  'decisions.issue': async (world, place) => ({
    input: {
      ...seen((await aDecision(world, place, 'signed')).id),
      number: String(nextNumber()),
      decidedOn: '2024-02-27',
      idempotencyKey: uuidv7(),
    },
  }),
  'decisions.cancel': async (world, place) => ({
    input: {
      ...seen((await aCertificate(world, place)).decisionId),
      ground: 'a',
      reason: 'Kê khai thành tích không đúng sự thật.',
      number: '99/QĐ-UBND',
      cancelledOn: '2024-03-01',
    },
  }),

  'certificates.ofDecision': async (world, place) => {
    const { decisionId, certificateId } = await aCertificate(world, place);
    return { input: { decisionId }, shows: certificateId };
  },
  'certificates.byId': async (world, place) => {
    const { certificateId } = await aCertificate(world, place);
    return { input: { id: certificateId }, shows: certificateId };
  },
  'certificates.advance': async (world, place) => ({
    input: {
      items: [seen((await aCertificate(world, place)).certificateId)],
      to: 'printed',
      handedOn: null,
      handedTo: '',
    },
  }),
  'certificates.print': async (world, place) => ({
    input: { certificateId: (await aCertificate(world, place)).certificateId },
  }),

  'awards.list': async (world, place) => ({ input: {}, shows: (await aCertificate(world, place)).awardId }),
  'awards.byId': async (world, place) => {
    const { awardId } = await aCertificate(world, place);
    return { input: { id: awardId }, shows: awardId };
  },
  'awards.record': (_world, { unitId }) => ({
    input: {
      idempotencyKey: uuidv7(),
      recipientKind: 'individual',
      name: `Lò Văn Mẫu ${nextNumber()}`,
      printedPlace: 'huyện Mẫu',
      sex: 'male',
      personClass: 'frontline-worker',
      unitId,
      awardCode: 'BKT',
      way: 'merit',
      year: 2023,
      decisionNumber: '15/QĐ-UBND',
      decidedOn: '2023-12-20',
      sentence: '',
    },
  }),
  'awards.forms': () => ({}),
  'awards.filters': () => ({}),

  'audit.ofRecord': async (world, place) => {
    const { subjectId, mark } = await aHistory(world, place);
    return { input: { subjectKind: 'nomination', subjectId }, shows: mark };
  },
  'audit.list': async (world, place) => ({ input: {}, shows: (await aHistory(world, place)).mark }),

  'demo.setToday': () => ({ input: { today: '2024-03-02' } }),
  'demo.reset': () => ({}),
};
