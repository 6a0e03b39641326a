import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { NewIndicatorVersion } from '#db/indicators/indicators.table.ts';
import { pledgeHash } from '#db/pledges/pledge.hash.ts';
import { findPledgeContent } from '#db/pledges/pledges.queries.ts';
import type { NewReport } from '#db/reports/reports.table.ts';
import type { NewReportRequest } from '#db/reports/requests.table.ts';
import { insertRequest } from '#db/reports/requests.writes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { reportId } from '#shared/reports/reports.schema.ts';
import { type RequestId, requestId } from '#shared/reports/requests.schema.ts';

/** Ids of the versions of three indicators, in the order of the form. */
export type Indicators = { budget: string; poverty: string; movements: string };

/**
 * Three indicators asked for by each of these years: budget revenue (sum, tỷ đồng, one decimal), fall of poverty
 * (mean, two decimals), movements launched (sum, nothing better or worse).
 */
export async function givenIndicators(db: Db, ...clusterYearIds: string[]): Promise<Indicators> {
  const rows = {
    budget: aVersion({ name: 'Thu ngân sách nhà nước trên địa bàn', decimals: 1, unitOfMeasure: 'tỷ đồng' }),
    poverty: aVersion({
      name: 'Mức giảm tỷ lệ hộ nghèo',
      decimals: 2,
      unitOfMeasure: 'điểm %',
      aggregation: 'mean',
      paperWording: 'giảm {value}%',
    }),
    movements: aVersion({ name: 'Số phong trào thi đua', unitOfMeasure: 'phong trào', better: 'none' }),
  };
  const versions = Object.values(rows);
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('indicator')
      .values(versions.map(({ indicatorId }) => ({ id: indicatorId, code: indicatorId })))
      .execute();
    await tx.insertInto('indicatorVersion').values(versions).execute();
    await tx
      .insertInto('clusterYearIndicator')
      .values(
        clusterYearIds.flatMap((clusterYearId) =>
          versions.map(({ id }, position) => ({
            clusterYearId,
            indicatorVersionId: id,
            position: position + 1,
            isHeadline: position < 2 ? 1 : 0,
          })),
        ),
      )
      .execute();
  });
  return { budget: rows.budget.id, poverty: rows.poverty.id, movements: rows.movements.id };
}

function aVersion(about: Partial<NewIndicatorVersion>): NewIndicatorVersion {
  return {
    id: uuidv7(),
    indicatorId: uuidv7(),
    name: 'Chỉ tiêu',
    unitOfMeasure: '',
    kind: 'flow',
    aggregation: 'sum',
    weightIndicatorId: null,
    better: 'up',
    decimals: 0,
    sourceOffice: 'Sở Tài chính',
    paperWording: null,
    validFrom: '2022-01-01',
    validTo: null,
    ...about,
  };
}

type ReportAsked = Pick<NewReport, 'clusterYearId' | 'unitId'> & Partial<NewReport>;

/** A year-end report (a draft due on 15/01/2024 unless told) with these figures, each saved once. */
export async function givenReport(db: Db, report: ReportAsked, values: Record<string, number | null> = {}) {
  const id = reportId.parse(uuidv7());
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('report')
      .values({ id, period: 'year-end', dueOn: '2024-01-15', ...report })
      .execute();
    for (const [indicatorVersionId, value] of Object.entries(values))
      await tx
        .insertInto('reportValue')
        .values({ reportId: id, indicatorVersionId, value, valueStatus: 'official', sourceOffice: 'Sở Tài chính' })
        .execute();
  });
  return id;
}

/** A pledge of the year open for signing and signed by these: targets by unit and indicator version. */
export async function givenPledge(
  db: Db,
  clusterYearId: string,
  targets: Record<string, Record<string, number | null>>,
) {
  const id = uuidv7();
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('pledge')
      .values({
        id,
        clusterYearId,
        status: 'signing',
        jointText: 'Thi đua hoàn thành các chỉ tiêu đăng ký.',
        frozenAt: '2023-02-20T03:00:00.000Z',
      })
      .execute();
    for (const [unitId, byIndicator] of Object.entries(targets)) {
      await tx
        .insertInto('pledgeSignature')
        .values({ id: uuidv7(), pledgeId: id, unitId, signedOn: '2023-02-24', capacity: 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH' })
        .execute();
      for (const [indicatorVersionId, value] of Object.entries(byIndicator))
        await tx.insertInto('pledgeTarget').values({ pledgeId: id, unitId, indicatorVersionId, value }).execute();
    }
    const contentHash = pledgeHash(await findPledgeContent(tx, id));
    await tx.updateTable('pledge').set({ contentHash }).where('id', '=', id).execute();
    await tx.updateTable('pledgeSignature').set({ contentHash }).where('pledgeId', '=', id).execute();
  });
  return id;
}

type RequestAsked = { reportId: string; indicatorVersionIds: readonly string[] } & Partial<NewReportRequest>;

/** An open request to the finance department, due on 05/03/2024 unless told. */
export async function givenRequest(db: Db, { indicatorVersionIds, ...request }: RequestAsked): Promise<RequestId> {
  const id = requestId.parse(uuidv7());
  const asked = { askedAt: '2024-02-28T03:00:00.000Z', askedBy: 'Lê Văn Mẫu', answeredAt: null, answeredBy: null };
  const row = { id, unitId: null, officeName: 'Sở Tài chính', dueOn: '2024-03-05', linkHash: null, linkUntil: null };
  await inTransaction(db, (tx) => insertRequest(tx, { ...row, ...asked, ...request }, indicatorVersionIds));
  return id;
}
