import { inTransaction } from '#db/core/transaction.ts';
import { insertFile } from '#db/files/files.writes.ts';
import { findVersion } from '#db/indicators/indicators.queries.ts';
import { saveAnswers, updateRequest } from '#db/reports/requests.writes.ts';
import { replaceHeadings } from '#db/reports/sections.writes.ts';
import { findSummaryNotes } from '#db/reports/summary.queries.ts';
import { setStockFlow } from '#db/reports/summary.writes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { hashOfLink } from '#server/reports/requests.service.ts';
import { sealRead } from '#server/reports/workbook/workbook.signature.ts';
import { givenRequest } from '#test/builders/reports.builder.ts';
import { testKeys } from '#test/builders/world.builder.ts';
import { aReport, type MatrixWorld, nextNumber, type Place } from '#test/server/matrix-records.ts';

type Sample = { input?: unknown; shows?: string };
type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;

const REASON = 'Số này chưa gồm hai huyện biên giới.';

async function aRequest(world: MatrixWorld, place: Place, answered = false) {
  const reportId = await aReport(world, place, 'draft');
  const { budget } = world.indicators;
  const about = { unitId: place.unitId, officeName: `Sở Mẫu ${nextNumber()}` };
  const id = await givenRequest(world.db, { reportId, indicatorVersionIds: [budget], ...about });
  if (answered)
    await inTransaction(world.db, async (tx) => {
      const at = { answeredAt: '2024-02-29T03:00:00.000Z', answeredBy: 'Trần Thị Mẫu' };
      await updateRequest(tx, { id, seenVersion: 1 }, { status: 'answered', ...at });
      await saveAnswers(tx, id, [anAnswer(budget)]);
    });
  return { id, seenVersion: answered ? 2 : 1 };
}

const anAnswer = (indicatorVersionId: string) => ({
  indicatorVersionId: indicatorVersionId as never,
  value: 44_950,
  valueStatus: 'preliminary' as const,
  note: '',
});

async function aLink(world: MatrixWorld, place: Place) {
  const request = await aRequest(world, place);
  const token = `${nextNumber()}`.padStart(43, 'A');
  const link = { linkHash: hashOfLink(token), linkUntil: '2024-03-05T17:00:00.000Z' };
  await inTransaction(world.db, (tx) => updateRequest(tx, request, link));
  return { ...request, seenVersion: 2, token };
}

/** A form of this report as the server has read it, with another figure for the budget. */
export const aReadWorkbook = ({ indicators }: MatrixWorld, reportId: string, value: number) =>
  sealRead(testKeys(), {
    reportId: reportId as never,
    fileName: 'bieu-mau.xlsx',
    sha256: 'a'.repeat(64),
    madeAt: '2024-02-29T03:00:00.000Z',
    until: Date.now() + 3_600_000,
    columns: { value: 'G', valueStatus: 'I', sourceOffice: 'J', note: 'K' },
    rows: [{ indicatorVersionId: indicators.budget as never, version: 1, line: 8, said: { value } }],
  });

async function aWorkbook(world: MatrixWorld, place: Place) {
  const id = await aReport(world, place, 'draft');
  const seen = [{ indicatorVersionId: world.indicators.budget, version: 1 }];
  return { id, workbook: aReadWorkbook(world, id, 44_900), seen };
}

async function aHeading({ db }: MatrixWorld, { clusterYearId }: Place): Promise<string> {
  const id = uuidv7();
  const row = { id, clusterYearId, period: 'year-end' as const, position: 1, title: 'Kết quả nổi bật' };
  await inTransaction(db, (tx) => replaceHeadings(tx, row, [row]));
  return id;
}

async function aFile({ db }: MatrixWorld, { unitId }: Place, reportId: string): Promise<string> {
  const id = uuidv7();
  const content = { sha256: 'a'.repeat(64), sizeBytes: 1, mediaType: 'application/pdf', name: 'Minh chứng.pdf' };
  const at = { createdBy: 'somebody', createdAt: '2024-01-10T03:00:00.000Z', removedAt: null };
  const row = { id, ...content, subjectKind: 'report', subjectId: reportId, unitId, ...at };
  await inTransaction(db, (tx) => insertFile(tx, row));
  return id;
}

async function latestNote({ db, indicators }: MatrixWorld, { clusterYearId }: Place): Promise<number> {
  const notes = await findSummaryNotes(db.reads, { clusterYearId, period: 'year-end' });
  return notes.find(({ indicatorVersionId }) => indicatorVersionId === indicators.budget)?.version ?? 0;
}

/** Calls of the matrix on filling a report and on asking the offices of a province. */
export const REPORT_ENTRY_SAMPLES: Record<string, Sampler> = {
  'reports.cellVersions': async (world, place) => ({
    input: { id: await aReport(world, place, 'sent'), indicatorVersionId: world.indicators.budget },
  }),
  'reports.pinFile': async (world, place) => {
    const id = await aReport(world, place, 'draft');
    const fileId = await aFile(world, place, id);
    return { input: { id, fileId, indicatorVersionId: world.indicators.budget } };
  },
  'reports.compareWorkbook': async (world, place) => {
    const { id, workbook } = await aWorkbook(world, place);
    return { input: { id, workbook } };
  },
  'reports.takeWorkbook': async (world, place) => ({ input: { ...(await aWorkbook(world, place)), choices: [] } }),
  'reports.saveSections': async (world, place) => {
    const id = await aReport(world, place, 'draft');
    const headingId = await aHeading(world, place);
    return { input: { id, sections: [{ headingId, content: '**Vượt** kế hoạch', seenVersion: 0 }] } };
  },
  'reports.headings': async (world, place) => ({
    shows: await aHeading(world, place),
    input: { clusterYearId: place.clusterYearId, period: 'year-end' },
  }),
  'reports.saveHeadings': async (world, place) => {
    const id = await aHeading(world, place);
    const headings = [
      { id, title: 'Kết quả', hint: '' },
      { id: null, title: 'Tồn tại, hạn chế', hint: '' },
    ];
    return { input: { clusterYearId: place.clusterYearId, period: 'year-end', headings, seenIds: [id] } };
  },
  'reports.series': async (world, place) => ({
    shows: await aReport(world, place, 'sent'),
    input: { clusterYearId: place.clusterYearId, period: 'year-end', indicatorVersionId: world.indicators.budget },
  }),
  'reports.saveSummaryNote': async (world, place) => ({
    input: {
      clusterYearId: place.clusterYearId,
      period: 'year-end',
      indicatorVersionId: world.indicators.budget,
      kind: 'paper',
      content: `trên 44.000 tỷ đồng (${nextNumber()})`,
      seenVersion: await latestNote(world, place),
    },
  }),
  'reports.setStockFlow': async (world, place) => {
    const { budget, poverty } = world.indicators;
    await inTransaction(world.db, async (tx) => {
      const year = await tx
        .selectFrom('clusterYear')
        .where('id', '=', place.clusterYearId)
        .select('clusterId')
        .executeTakeFirstOrThrow();
      const [stock, flow] = await Promise.all([budget, poverty].map((id) => findVersion(tx, id)));
      const pair = { stockIndicatorId: stock!.indicatorId, flowIndicatorId: flow!.indicatorId };
      await setStockFlow(tx, { clusterId: year.clusterId, ...pair });
    });
    return {
      input: {
        clusterYearId: place.clusterYearId,
        stockVersionId: budget,
        flowVersionId: null,
        seenFlowVersionId: poverty,
      },
    };
  },
  'collecting.ofReport': async (world, place) => {
    const { id } = await aRequest(world, place);
    const row = await world.db.reads
      .selectFrom('reportRequest')
      .select('reportId')
      .where('id', '=', id)
      .executeTakeFirst();
    return { input: { reportId: row!.reportId }, shows: id };
  },
  'collecting.ask': async (world, place) => ({
    input: {
      reportId: await aReport(world, place, 'draft'),
      unitId: null,
      officeName: 'Sở Nội vụ',
      indicatorVersionIds: [world.indicators.movements],
      dueOn: '2024-03-08',
      note: '',
      idempotencyKey: uuidv7(),
    },
  }),
  'collecting.setDue': async (world, place) => ({ input: { ...(await aRequest(world, place)), dueOn: '2024-03-09' } }),
  'collecting.makeLink': async (world, place) => ({ input: await aRequest(world, place) }),
  'collecting.revokeLink': async (world, place) => {
    const { token: _, ...seen } = await aLink(world, place);
    return { input: seen };
  },
  'collecting.askAgain': async (world, place) => ({
    input: { ...(await aRequest(world, place, true)), note: REASON, dueOn: '2024-03-09' },
  }),
  'collecting.withdraw': async (world, place) => ({ input: { ...(await aRequest(world, place)), reason: REASON } }),
  'collecting.merge': async (world, place) => ({
    input: {
      ...(await aRequest(world, place, true)),
      cells: [{ indicatorVersionId: world.indicators.budget, outcome: 'accepted', cellVersion: 1 }],
    },
  }),
  'collecting.mine': async (world, place) => ({ shows: (await aRequest(world, place)).id }),
  'collecting.byId': async (world, place) => {
    const { id } = await aRequest(world, place);
    return { input: { id }, shows: id };
  },
  'collecting.answer': async (world, place) => ({
    input: { ...(await aRequest(world, place)), cells: [anAnswer(world.indicators.budget)] },
  }),
  'collecting.openLink': async (world, place) => ({ input: { token: (await aLink(world, place)).token } }),
  'collecting.answerLink': async (world, place) => {
    const { token, seenVersion } = await aLink(world, place);
    return { input: { token, seenVersion, who: 'Trần Thị Mẫu', cells: [anAnswer(world.indicators.budget)] } };
  },
};
