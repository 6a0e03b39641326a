import type * as z from 'zod/mini';
import { findFile } from '#db/files/files.queries.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import { findCellFiles, findEarlierVersions, findReport, findReportValues } from '#db/reports/reports.queries.ts';
import { pinFile as pin, unpinFile } from '#db/reports/reports.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { reportEvent } from '#server/reports/reports.events.ts';
import { openReport, standing } from '#server/reports/reports.service.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { ownUnitReasons, readerOf } from '#shared/reports/reports.policy.ts';
import { editReasons, isContentOpen } from '#shared/reports/reports.rules.ts';
import type { cellInput, pinFile as pinFileInput, ValueStatus } from '#shared/reports/reports.schema.ts';

/** A figure as it stood in one version; figures scaled by the decimals of the indicator. */
export type CellVersion = {
  version: number;
  value: number | null;
  valueStatus: ValueStatus;
  sourceOffice: string;
  note: string;
  /** Null: saved before this was kept. */
  savedAt: string | null;
  savedBy: string;
};

/**
 * Every version of one figure, the present one first: ước thực hiện, sơ bộ, chính thức as they came. What a unit tried
 * before it sent the report stays its own: others read what was replaced after that.
 */
export async function listCellVersions(ctx: ActorContext, input: z.infer<typeof cellInput>): Promise<CellVersion[]> {
  const report = await findReport(ctx.db.reads, ctx.access, input.id);
  if (!report || !isContentOpen(standing(report, ctx).status, readerOf(ctx.actor, report))) throw notFound('report');
  const values = await findReportValues(ctx.db.reads, input.id);
  const present = values.find(({ indicatorVersionId }) => indicatorVersionId === input.indicatorVersionId);
  if (!present) return [];
  const versions = [present, ...(await findEarlierVersions(ctx.db.reads, input.id, input.indicatorVersionId))].map(
    ({ reportId: _, indicatorVersionId: __, ...version }) => version,
  );
  const { isOwn, seesAll } = readerOf(ctx.actor, report);
  if (isOwn || seesAll) return versions;
  return versions.filter((_, at) => at === 0 || isAfter(versions[at - 1]!.savedAt, report.sentAt));
}

const isAfter = (instant: string | null, other: string | null) => instant !== null && other !== null && instant > other;

/** Makes a document of the report evidence for one figure, or gives it back to the report as a whole. */
export function pinFile(ctx: ActorContext, { id, fileId, indicatorVersionId }: z.infer<typeof pinFileInput>) {
  return commit(ctx, async (tx) => {
    const report = await openReport(ctx, tx, id, ownUnitReasons);
    refuseIf(editReasons(report));
    const file = await findFile(tx, fileId);
    if (file?.subjectKind !== 'report' || file.subjectId !== id)
      throw new Refusal('refused', [{ code: 'report.file-not-here' }]);
    const names = new Map((await findYearIndicators(tx, report.clusterYearId)).map((one) => [one.id, one.name]));
    if (indicatorVersionId !== null && !names.has(indicatorVersionId))
      throw new Refusal('refused', [{ code: 'report.unknown-indicator' }]);
    const was = (await findCellFiles(tx, id)).find((row) => row.fileId === fileId)?.indicatorVersionId ?? null;
    if (indicatorVersionId === null) await unpinFile(tx, fileId);
    else await pin(tx, { fileId, reportId: id, indicatorVersionId });
    const told = (versionId: string | null) =>
      versionId === null ? file.name : `${file.name} - ${names.get(versionId)}`;
    const changes = [{ field: 'evidence', from: told(was), to: told(indicatorVersionId) }];
    return { result: undefined, audit: [reportEvent(report, { action: 'report.file-pinned', changes })] };
  });
}
