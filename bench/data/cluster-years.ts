import { CLERK, HOME_UNIT } from '#bench/data/accounts.ts';
import { provinceIds } from '#bench/data/provinces.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { Writer } from '#db/database.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import type { AppContext } from '#server/core/context.ts';
import { fold } from '#shared/core/fold.ts';

const MEMBERS = 15;
const INDICATORS = 60;
const YEARS = 10;
/** A paste as large as a sheet of a province's report gets. */
const PASTED_CELLS = 300;
const COMMUNES = 150;

export type ClusterYears = {
  /** The newest of ten years of 15 provinces, each reporting 60 indicators. */
  clusterYearId: string;
  indicatorVersionId: string;
  /** A report of the home province with 300 figures to fill. */
  pasteReportId: string;
  pasteVersionIds: string[];
  /** A year of 150 communes of the home province, half of whose reports are sent, with the year before. */
  communeYearId: string;
};

/** Three clusters beside the registry, led by the unit of the bench's clerk; the newest year is the clock's. */
export async function addClusterYears({ db, newId, now }: AppContext): Promise<ClusterYears> {
  const provinces = await provinceIds(db);
  const members = [HOME_UNIT, ...provinces.filter((id) => id !== HOME_UNIT)].slice(0, MEMBERS);
  const thisYear = now().getFullYear();
  return inTransaction(db, async (tx) => {
    await letReport(tx, newId());
    const versionIds = await addIndicators(tx, newId, INDICATORS);
    const clusterId = await addCluster(tx, newId, 'Cụm thi đua đo tốc độ', members, null);
    let clusterYearId = '';
    for (let year = thisYear - YEARS + 1; year <= thisYear; year += 1) {
      clusterYearId = await addYear(tx, newId, { clusterId, year, versionIds });
      await addReports(tx, newId, { clusterYearId, year, units: members, versionIds, isFilled: () => true });
    }
    const pasteVersionIds = await addIndicators(tx, newId, PASTED_CELLS);
    const pasteCluster = await addCluster(tx, newId, 'Cụm thi đua dán số', [HOME_UNIT], null);
    const pasted = { clusterId: pasteCluster, year: thisYear, versionIds: pasteVersionIds };
    const pasteYearId = await addYear(tx, newId, pasted);
    const paste = { clusterYearId: pasteYearId, year: thisYear, units: [HOME_UNIT], versionIds: pasteVersionIds };
    const [pasteReportId] = await addReports(tx, newId, { ...paste, isFilled: () => false });
    const communes = await addCommunes(tx, newId);
    const communeCluster = await addCluster(tx, newId, 'Cụm thi đua các xã', communes, HOME_UNIT);
    const few = versionIds.slice(0, 12);
    const lastYear = { year: thisYear - 1, versionIds: few };
    const communeYearBefore = await addYear(tx, newId, { clusterId: communeCluster, ...lastYear });
    const before = { clusterYearId: communeYearBefore, units: communes, ...lastYear };
    await addReports(tx, newId, { ...before, isFilled: () => true });
    const communeYearId = await addYear(tx, newId, { clusterId: communeCluster, year: thisYear, versionIds: few });
    const half = (at: number) => at % 2 === 0;
    const ofCommunes = { clusterYearId: communeYearId, year: thisYear, units: communes, versionIds: few };
    await addReports(tx, newId, { ...ofCommunes, isFilled: half });
    return {
      clusterYearId,
      indicatorVersionId: versionIds[0]!,
      pasteReportId: pasteReportId!,
      pasteVersionIds,
      communeYearId,
    };
  });
}

/** The clerk fills the report of the home province too. */
async function letReport(tx: Writer, id: string): Promise<void> {
  const clerk = tx.selectFrom('authUser').where('username', '=', CLERK.username).select('id');
  const { id: userId } = await clerk.executeTakeFirstOrThrow();
  await insertRows(tx, 'accountRole', [
    { id, userId, role: 'reporter', unitId: HOME_UNIT, validFrom: null, validTo: null },
  ]);
}

type NewId = AppContext['newId'];

async function addIndicators(tx: Writer, newId: NewId, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, at) => ({ id: newId(), versionId: newId(), at }));
  await insertRows(
    tx,
    'indicator',
    rows.map(({ id }) => ({ id, code: `toc-do-${id}` })),
  );
  await insertRows(
    tx,
    'indicatorVersion',
    rows.map(({ id, versionId, at }) => ({
      id: versionId,
      indicatorId: id,
      name: `Chỉ tiêu đo tốc độ ${at + 1}`,
      unitOfMeasure: 'tỷ đồng',
      kind: 'flow' as const,
      aggregation: 'sum' as const,
      weightIndicatorId: null,
      better: 'up' as const,
      decimals: 1,
      sourceOffice: 'Sở Tài chính',
      paperWording: 'trên {floor:1000} tỷ đồng',
      validFrom: '2000-01-01',
      validTo: null,
    })),
  );
  return rows.map(({ versionId }) => versionId);
}

async function addCluster(tx: Writer, newId: NewId, name: string, units: readonly string[], organizer: string | null) {
  const id = newId();
  await insertRows(tx, 'cluster', [
    { id, kind: 'cluster', name, shortName: name, source: null, organizerUnitId: organizer, closedOn: null },
  ]);
  await insertRows(
    tx,
    'clusterMember',
    units.map((unitId, at) => ({
      id: newId(),
      clusterId: id,
      unitId,
      position: at + 1,
      validFrom: null,
      validTo: null,
    })),
  );
  return id;
}

type Year = { clusterId: string; year: number; versionIds: readonly string[] };

async function addYear(tx: Writer, newId: NewId, { clusterId, year, versionIds }: Year): Promise<string> {
  const id = newId();
  await insertRows(tx, 'clusterYear', [
    {
      id,
      clusterId,
      year,
      name: `Năm thi đua ${year}`,
      startsOn: `${year}-01-01`,
      endsOn: `${year}-12-31`,
      chairUnitId: HOME_UNIT,
      deputyChairUnitId: null,
      chairPerson: null,
      standingOffice: 'Sở Nội vụ tỉnh Lạng Sơn',
      handOverOn: null,
      handOverNote: null,
      awardAllotment: null,
      publishedAt: `${year}-01-02T03:00:00.000Z`,
      archivedAt: null,
      modelYearId: null,
    },
  ]);
  const stage = { clusterYearId: id, dueNote: null };
  await insertRows(tx, 'stage', [
    {
      ...stage,
      id: newId(),
      kind: 'mid-year-report',
      name: 'Sơ kết',
      opensOn: `${year}-01-05`,
      closesOn: `${year}-06-30`,
      position: 1,
    },
    {
      ...stage,
      id: newId(),
      kind: 'year-end-report',
      name: 'Tổng kết',
      opensOn: `${year}-01-05`,
      closesOn: `${year}-12-15`,
      position: 2,
    },
  ]);
  await insertRows(
    tx,
    'clusterYearIndicator',
    versionIds.map((indicatorVersionId, at) => ({
      clusterYearId: id,
      indicatorVersionId,
      position: at + 1,
      isHeadline: at < 5 ? 1 : 0,
    })),
  );
  return id;
}

type Reports = {
  clusterYearId: string;
  year: number;
  units: readonly string[];
  versionIds: readonly string[];
  isFilled: (at: number) => boolean;
};

/** Both reports of each unit: received with every figure, or empty drafts. Gives the ids of those of the year's end. */
async function addReports(tx: Writer, newId: NewId, { clusterYearId, year, units, versionIds, isFilled }: Reports) {
  const yearEnd: string[] = [];
  const values = [];
  for (const [at, unitId] of units.entries())
    for (const period of ['mid-year', 'year-end'] as const) {
      const id = newId();
      const isReceived = isFilled(at);
      const month = period === 'mid-year' ? '06' : '12';
      await insertRows(tx, 'report', [
        {
          id,
          clusterYearId,
          unitId,
          period,
          status: isReceived ? 'received' : 'draft',
          dueOn: period === 'mid-year' ? `${year}-06-30` : `${year}-12-15`,
          sentAt: isReceived ? `${year}-${month}-10T03:00:00.000Z` : null,
          sentBy: null,
          receivedAt: isReceived ? `${year}-${month}-12T03:00:00.000Z` : null,
          narrative: '',
        },
      ]);
      if (period === 'year-end') yearEnd.push(id);
      if (!isReceived) continue;
      for (const [place, indicatorVersionId] of versionIds.entries())
        values.push({
          reportId: id,
          indicatorVersionId,
          value: 10_000 + 37 * place + 101 * at + 13 * (year % 100),
          valueStatus: 'official' as const,
          sourceOffice: 'Sở Tài chính',
          note: '',
        });
    }
  await insertRows(tx, 'reportValue', values);
  return yearEnd;
}

async function addCommunes(tx: Writer, newId: NewId): Promise<string[]> {
  const communes = Array.from({ length: COMMUNES }, (_, at) => ({ id: newId(), name: `Xã Mẫu ${at + 1}` }));
  await insertRows(
    tx,
    'unit',
    communes.map(({ id, name }) => ({
      id,
      kind: 'commune' as const,
      parentId: HOME_UNIT,
      name,
      fullName: name,
      nameFold: fold(name),
      validFrom: null,
      validTo: null,
    })),
  );
  return communes.map(({ id }) => id);
}
