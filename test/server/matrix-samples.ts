import { uuidv7 } from '#server/core/ids.ts';
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
