import * as z from 'zod/mini';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';

export const clusterId = idOf('Cluster');
export type ClusterId = z.infer<typeof clusterId>;
export const clusterYearId = idOf('ClusterYear');
export type ClusterYearId = z.infer<typeof clusterYearId>;
export const clusterUnitId = idOf('Unit');

export const clusterKind = z.enum(['cluster', 'bloc']);
export type ClusterKind = z.infer<typeof clusterKind>;

/** Năm dương lịch, or năm học of education. */
export const yearKind = z.enum(['calendar', 'school']);
export type YearKind = z.infer<typeof yearKind>;

/** A draft is prepared, a published year is worked in, an archived one is read. */
export const yearStatus = z.enum(['draft', 'published', 'archived']);
export type YearStatus = z.infer<typeof yearStatus>;

/** Giai đoạn của năm thi đua, in order. */
export const stageKind = z.enum([
  'launch',
  'pledge',
  'mid-year-report',
  'guidance',
  'year-end-report',
  'official-figures',
  'nominations',
  'scoring',
  'council',
  'decision',
  'results',
  'conference',
  'hand-over',
  'archive',
]);
export type StageKind = z.infer<typeof stageKind>;

/** Milestones of the matrix province × milestone (Bảng theo dõi tiến độ). */
export const milestone = z.enum(['pledge', 'mid-year-report', 'year-end-report', 'nominations']);
export type Milestone = z.infer<typeof milestone>;

export const MILESTONE_LABELS: Readonly<Record<Milestone, Localized>> = {
  pledge: { vi: 'Giao ước', en: 'Pledge' },
  'mid-year-report': { vi: 'Báo cáo 6 tháng', en: 'Mid-year report' },
  'year-end-report': { vi: 'Báo cáo năm', en: 'Year-end report' },
  nominations: { vi: 'Đề nghị khen thưởng', en: 'Nominations' },
};

export const clusterYearInput = z.strictObject({ clusterYearId });
export const clusterInput = z.strictObject({ id: clusterId });

const idempotencyKey = z.uuid();
const text = (longest: number) => z.string().check(z.maxLength(longest));
const filled = (longest: number) => z.string().check(z.minLength(1, { error: 'required' }), z.maxLength(longest));

/** The fields of a cluster or bloc that people write. */
const clusterFields = {
  name: filled(200),
  shortName: filled(60),
  kind: clusterKind,
  /** Căn cứ: the decision or regulation that set the cluster up. */
  source: text(500),
};
export const createCluster = z.strictObject({
  ...clusterFields,
  /** The unit that organises it; null: the central council. */
  organizerUnitId: z.nullable(clusterUnitId),
  idempotencyKey,
});
export const saveCluster = z.strictObject({
  id: clusterId,
  seenVersion,
  ...clusterFields,
  closedOn: z.nullable(isoDate),
});

export const addMember = z.strictObject({
  clusterId,
  unitId: clusterUnitId,
  validFrom: isoDate,
  /** Place in the cluster's own order, from 1; null: last. */
  position: z.nullable(z.int().check(z.minimum(1), z.maximum(2_000))),
  idempotencyKey,
});
export const endMember = z.strictObject({
  clusterId,
  memberId: idOf('ClusterMember'),
  /** The last day as a member. */
  validTo: isoDate,
  reason: text(500),
});

export const unitSearch = z.strictObject({
  /** The unit that organises, null: the central council. */
  organizerUnitId: z.nullable(clusterUnitId),
  query: text(100),
});

const count = z.nullable(z.int().check(z.minimum(0), z.maximum(10_000)));
/** Phân bổ số lượng khen for each member; null: no limit. */
export const allotment = z.strictObject({ collective: count, individual: count });
export type AllotmentInput = z.infer<typeof allotment>;

const yearFields = {
  name: filled(100),
  yearKind,
  startsOn: isoDate,
  endsOn: isoDate,
  chairUnitId: clusterUnitId,
  deputyChairUnitId: z.nullable(clusterUnitId),
  chairPerson: text(200),
  standingOffice: filled(200),
  allotment,
};
export const stageDates = z.strictObject({
  kind: stageKind,
  name: filled(200),
  opensOn: isoDate,
  closesOn: isoDate,
  dueNote: text(300),
});
export type StageDates = z.infer<typeof stageDates>;
const stages = z.array(stageDates).check(z.maxLength(stageKind.options.length));

export const openYear = z.strictObject({
  clusterId,
  year: z.int().check(z.minimum(2000), z.maximum(2199)),
  ...yearFields,
  stages,
  idempotencyKey,
});
export const saveYear = z.strictObject({ id: clusterYearId, seenVersion, ...yearFields, stages });
export type YearDraft = Omit<z.infer<typeof saveYear>, 'id' | 'seenVersion'>;

/** One step of a year: published, dropped, archived. */
export const stepYear = z.strictObject({ id: clusterYearId, seenVersion });
export const restoreYear = z.strictObject({ id: clusterYearId, seenVersion, reason: filled(500) });

/** The form of a year: of one that is there, or (null) of the next. */
export const yearFormInput = z.strictObject({ clusterId, clusterYearId: z.nullable(clusterYearId) });

export const setHandOver = z.strictObject({
  clusterYearId,
  seenVersion,
  handOverOn: isoDate,
  note: text(1_000),
});
