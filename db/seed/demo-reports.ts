import type { Writer } from '#db/database.ts';
import type { DemoData } from '#db/seed/demo-data.ts';
import { seedMidYearValues } from '#db/seed/demo-mid-year.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import type { ReportStatus } from '#shared/reports/reports.schema.ts';

/** What the parts of the demo share. `versionOf`: indicator code → id of its version. */
export type DemoYear = {
  clusterYearId: string;
  nextClusterYearId: string;
  versionOf: Map<string, string>;
  newId: () => string;
};

const SON_LA = 'VN63-14';
const HA_GIANG = 'VN63-02';
const CAO_BANG = 'VN63-04';
const DIEN_BIEN = 'VN63-11';
/** Cells the reporter of Sơn La still has to fill. */
const OPEN_CELLS = ['new-rural-communes', 'poverty-reduction', 'frontline-share'];
/** Hà Giang typed the rate at the end of the year (31,24 %) where its fall (5,84) belongs. */
const WRONG_CELL = { unitId: HA_GIANG, code: 'poverty-reduction', value: 3124 };

/** Indicators, mid-year and year-end reports. */
export async function seedDemoReports(tx: Writer, data: DemoData, year: DemoYear): Promise<void> {
  await seedIndicators(tx, data, year);
  await insertRows(
    tx,
    'priorValue',
    data.indicators.flatMap(({ code, lastYear }) =>
      Object.entries(lastYear).map(([unitId, value]) => ({
        clusterYearId: year.clusterYearId,
        unitId,
        indicatorVersionId: year.versionOf.get(code)!,
        value,
      })),
    ),
  );
  const midYear = new Map<string, string>();
  for (const unitId of data.cluster.memberUnitIds) {
    const report = midYearReport(unitId, year);
    midYear.set(unitId, report.id);
    await insertRows(tx, 'report', [report]);
    await seedYearEndReport(tx, data, year, unitId);
  }
  await seedMidYearValues(tx, data, year, midYear);
}

async function seedIndicators(tx: Writer, data: DemoData, year: DemoYear): Promise<void> {
  const idOf = new Map(data.indicators.map(({ code }) => [code, year.newId()]));
  for (const { code } of data.indicators) year.versionOf.set(code, year.newId());
  await insertRows(
    tx,
    'indicator',
    [...idOf].map(([code, id]) => ({ id, code })),
  );
  await insertRows(
    tx,
    'indicatorVersion',
    data.indicators.map((indicator) => ({
      id: year.versionOf.get(indicator.code)!,
      indicatorId: idOf.get(indicator.code)!,
      name: indicator.name,
      unitOfMeasure: indicator.unitOfMeasure,
      kind: indicator.kind,
      aggregation: indicator.aggregation,
      weightIndicatorId: indicator.weightIndicatorCode ? idOf.get(indicator.weightIndicatorCode)! : null,
      better: indicator.better,
      decimals: indicator.decimals,
      sourceOffice: indicator.sourceOffice,
      paperWording: indicator.paperWording,
      validFrom: '2022-01-01',
      validTo: null,
    })),
  );
  for (const clusterYearId of [year.clusterYearId, year.nextClusterYearId])
    await insertRows(
      tx,
      'clusterYearIndicator',
      data.indicators.map(({ code, position, isHeadline }) => ({
        clusterYearId,
        indicatorVersionId: year.versionOf.get(code)!,
        position,
        isHeadline: isHeadline ? 1 : 0,
      })),
    );
}

const midYearReport = (unitId: string, year: DemoYear) => ({
  id: year.newId(),
  clusterYearId: year.clusterYearId,
  unitId,
  period: 'mid-year' as const,
  status: 'received' as const,
  dueOn: '2023-06-30',
  sentAt: '2023-06-28T03:00:00.000Z',
  sentBy: null,
  receivedAt: '2023-07-03T03:00:00.000Z',
  narrative: 'Đã triển khai các phong trào thi đua theo giao ước; chi tiết theo báo cáo bằng văn bản.',
  isDemo: 1,
});

async function seedYearEndReport(tx: Writer, data: DemoData, year: DemoYear, unitId: string): Promise<void> {
  const reportId = year.newId();
  const status: ReportStatus = unitId === SON_LA ? 'draft' : unitId === HA_GIANG ? 'sent' : 'received';
  const sentOn = unitId === CAO_BANG ? '2024-01-16' : '2024-01-12';
  await insertRows(tx, 'report', [
    {
      id: reportId,
      clusterYearId: year.clusterYearId,
      unitId,
      period: 'year-end',
      status,
      dueOn: '2024-01-15',
      sentAt: status === 'draft' ? null : `${sentOn}T03:00:00.000Z`,
      sentBy: null,
      receivedAt: status === 'received' ? '2024-01-18T03:00:00.000Z' : null,
      narrative:
        status === 'draft'
          ? ''
          : 'Các phong trào thi đua được triển khai đồng bộ, gắn với nhiệm vụ chính trị của tỉnh (nội dung minh họa).',
      isDemo: 1,
    },
  ]);
  const filled = data.indicators.filter(({ code }) => status !== 'draft' || !OPEN_CELLS.includes(code));
  await insertRows(
    tx,
    'reportValue',
    filled.map(({ code, actual, sourceOffice }) => ({
      reportId,
      indicatorVersionId: year.versionOf.get(code)!,
      value: WRONG_CELL.unitId === unitId && WRONG_CELL.code === code ? WRONG_CELL.value : actual[unitId]!,
      valueStatus: 'official' as const,
      sourceOffice,
      note:
        unitId === DIEN_BIEN && code === 'new-standard-schools'
          ? '01 trường đề nghị công nhận chuyển sang quý I/2024.'
          : '',
    })),
  );
}
