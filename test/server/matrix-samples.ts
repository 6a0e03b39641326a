import { uuidv7 } from '#server/core/ids.ts';
import { aYearDraft, givenProvincialCluster } from '#test/builders/cluster.builder.ts';
import { COMPLETE_PERSON } from '#test/builders/nomination.builder.ts';
import { aCommune, seenUnitsOf } from '#test/builders/units.builder.ts';
import { CARE_SAMPLES } from '#test/server/care/care.samples.ts';
import { CONFERENCE_SAMPLES } from '#test/server/conferences/conferences.samples.ts';
import { PACK_SAMPLES } from '#test/server/conferences/packs.samples.ts';
import { DUPLICATE_SAMPLES } from '#test/server/duplicates/duplicates.samples.ts';
import { EXEMPLAR_SAMPLES } from '#test/server/exemplars/exemplars.samples.ts';
import { IMPORT_SAMPLES } from '#test/server/imports/imports.samples.ts';
import { aProvincialYear, INDICATOR_SAMPLES } from '#test/server/indicators/indicators.samples.ts';
import { JOB_SAMPLES } from '#test/server/jobs/jobs.samples.ts';
import {
  aCertificate,
  aDecision,
  aHistory,
  allReports,
  aNomination,
  aReport,
  aYearToHandOver,
  type MatrixWorld,
  nextNumber,
  type Place,
} from '#test/server/matrix-records.ts';
import { MOVEMENT_SAMPLES } from '#test/server/movements/movements.samples.ts';
import { PLEDGE_SAMPLES } from '#test/server/pledges/pledges.samples.ts';
import { RECIPIENT_SAMPLES } from '#test/server/recipients/recipients.samples.ts';
import { REGISTRATION_SAMPLES } from '#test/server/registrations/registrations.samples.ts';
import { REPLICATION_SAMPLES } from '#test/server/replications/replications.samples.ts';
import { REPORT_ENTRY_SAMPLES } from '#test/server/reports/reports.samples.ts';
import { REVIEWING_SAMPLES } from '#test/server/reports/reviewing.samples.ts';
import { SAVED_VIEW_SAMPLES } from '#test/server/saved-views/saved-views.samples.ts';
import { TRAINING_SAMPLES } from '#test/server/training/training.samples.ts';

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

  'units.list': () => ({ input: { q: 'Lạng Sơn' } }),
  'units.byId': (_world, { unitId }) => ({ input: { id: unitId }, shows: unitId }),
  'units.today': (_world, { unitId }) => ({ input: { ids: [unitId] }, shows: unitId }),
  'units.preview': (_world, { unitId }) => ({ input: { change: aCommune(unitId) } }),
  'units.change': async (world, { unitId }) => ({
    input: {
      change: aCommune(unitId),
      seen: await seenUnitsOf(world.db, [unitId]),
      idempotencyKey: uuidv7(),
    },
  }),

  'dashboard.overview': (_world, { clusterYearId }) => ({ shows: clusterYearId }),

  'clusters.list': (_world, { clusterYearId }) => ({ shows: clusterYearId }),
  'clusters.workspace': (_world, { clusterYearId }) => ({ input: { clusterYearId }, shows: clusterYearId }),

  'clusters.catalogue': async (world, { unitId }) => ({
    shows: (await givenProvincialCluster(world.db, unitId)).id,
  }),
  'clusters.byId': async (world, { unitId }) => {
    const { id } = await givenProvincialCluster(world.db, unitId);
    return { input: { id }, shows: id };
  },
  'clusters.create': (_world, { unitId }) => ({
    input: {
      name: `Khối thi đua số ${nextNumber()}`,
      shortName: 'Khối mẫu',
      kind: 'bloc',
      source: '',
      organizerUnitId: unitId,
      idempotencyKey: uuidv7(),
    },
  }),
  'clusters.save': async (world, { unitId }) => {
    const { id } = await givenProvincialCluster(world.db, unitId);
    const name = `Cụm thi đua đổi tên ${nextNumber()}`;
    return { input: { ...seen(id), name, shortName: 'Cụm mẫu', kind: 'cluster', source: '', closedOn: null } };
  },
  'clusters.unitsToAdd': (_world, { unitId }) => ({
    input: { organizerUnitId: unitId, query: '' },
    shows: unitId,
  }),
  'clusters.addMember': async (world, { unitId }) => {
    const cluster = await givenProvincialCluster(world.db, unitId);
    return {
      input: {
        clusterId: cluster.id,
        unitId: cluster.communes[2],
        validFrom: '2024-03-01',
        position: null,
        idempotencyKey: uuidv7(),
      },
    };
  },
  'clusters.endMember': async (world, { unitId }) => {
    const { id, memberId } = await givenProvincialCluster(world.db, unitId);
    return { input: { clusterId: id, memberId, validTo: '2024-02-29', reason: 'Sắp xếp lại các cụm.' } };
  },
  'clusters.yearForm': async (world, { unitId }) => {
    const { id, yearId, communes } = await givenProvincialCluster(world.db, unitId);
    return { input: { clusterId: id, clusterYearId: yearId }, shows: communes[0] };
  },
  'clusters.openYear': async (world, { unitId }) => {
    const cluster = await givenProvincialCluster(world.db, unitId);
    return { input: { clusterId: cluster.id, year: 2024, ...aYearDraft(cluster), idempotencyKey: uuidv7() } };
  },
  'clusters.saveYear': async (world, { unitId }) => {
    const cluster = await givenProvincialCluster(world.db, unitId);
    const span = { startsOn: '2023-01-01', endsOn: '2023-12-31', name: 'Năm thi đua 2023' };
    return { input: { ...seen(cluster.yearId), ...aYearDraft(cluster), ...span } };
  },
  'clusters.yearPlan': (_world, { clusterYearId }) => ({ input: { clusterYearId }, shows: clusterYearId }),
  'clusters.publishYear': async (world, place) => ({ input: seen(await aProvincialYear(world, place, 'draft')) }),
  'clusters.dropYear': async (world, place) => ({ input: seen(await aProvincialYear(world, place, 'draft')) }),
  'clusters.archiveYear': async (world, place) => ({ input: seen(await aProvincialYear(world, place, 'published')) }),
  'clusters.restoreYear': async (world, place) => ({
    input: { ...seen(await aProvincialYear(world, place, 'archived')), reason: REASON },
  }),
  'clusters.handOver': (_world, { clusterYearId }) => ({ input: { clusterYearId }, shows: clusterYearId }),
  'clusters.setHandOver': async (world, place) => ({
    input: {
      clusterYearId: await aYearToHandOver(world, place),
      seenVersion: 1,
      handOverOn: '2024-03-15',
      note: 'Tại hội nghị tổng kết.',
    },
  }),

  ...PLEDGE_SAMPLES,

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
  'reports.consolidate': async (world, place) => ({
    input: {
      clusterYearId: place.clusterYearId,
      period: 'year-end',
      reports: await allReports(world, place, 'received'),
    },
  }),
  'reports.undoConsolidation': async (world, place) => {
    const reports = await allReports(world, place, 'consolidated');
    return { input: { clusterYearId: place.clusterYearId, period: 'year-end', reports, reason: REASON } };
  },
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

  ...CARE_SAMPLES,

  ...CONFERENCE_SAMPLES,
  ...PACK_SAMPLES,
  ...DUPLICATE_SAMPLES,
  ...EXEMPLAR_SAMPLES,
  ...REPLICATION_SAMPLES,
  ...REGISTRATION_SAMPLES,
  ...IMPORT_SAMPLES,
  ...REPORT_ENTRY_SAMPLES,
  ...REVIEWING_SAMPLES,
  ...RECIPIENT_SAMPLES,
  ...JOB_SAMPLES,
  ...TRAINING_SAMPLES,
  ...INDICATOR_SAMPLES,
  ...MOVEMENT_SAMPLES,
  ...SAVED_VIEW_SAMPLES,

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
  'decisions.setSentence': async (world, place) => {
    const { id, nominationId } = await aDecision(world, place, 'draft');
    return { input: { ...seen(id), nominationId, sentence: 'Đã dũng cảm cứu người trong lũ.' } };
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
  'awards.count': () => ({ input: {} }),
  'awards.suggest': () => ({ input: { q: 'mẫu' } }),
  'awards.filterEthnicity': () => ({}),
  'awards.aggregate': () => ({ input: {} }),

  'audit.ofRecord': async (world, place) => {
    const { subjectId, mark } = await aHistory(world, place);
    return { input: { subjectKind: 'nomination', subjectId }, shows: mark };
  },
  'audit.list': async (world, place) => ({ input: {}, shows: (await aHistory(world, place)).mark }),

  'demo.edges': () => ({}),
  'demo.setToday': () => ({ input: { today: '2024-03-02' } }),
  'demo.reset': () => ({}),
};
