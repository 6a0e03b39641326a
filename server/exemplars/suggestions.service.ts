import type * as z from 'zod/mini';
import { lockRows } from '#db/core/lock-rows.ts';
import {
  listDismissals,
  listFigures,
  listIndicatorFields,
  listModelsOfFields,
  listTargetsOf,
} from '#db/exemplars/bank.queries.ts';
import { insertDismissal, putIndicatorFields } from '#db/exemplars/bank.writes.ts';
import { findExemplarYear } from '#db/exemplars/exemplars.queries.ts';
import { listAdoptedBy } from '#db/replications/replications.queries.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { exemplarById } from '#server/exemplars/exemplars.view.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { lagOf } from '#shared/exemplars/sharing.rules.ts';
import type { dismissSuggestion, setFields } from '#shared/exemplars/sharing.schema.ts';
import type { ReportStatus } from '#shared/reports/reports.schema.ts';

/** A figure nobody has looked at yet may be a slip: the mean is of what the standing office has received. */
const isTaken = (status: ReportStatus): boolean => status === 'received' || status === 'consolidated';

/** As many cards as are read; the rest waits until one is taken up or set aside. */
const MOST_SUGGESTIONS = 6;

/** Lĩnh vực of the indicators of a year's cluster, and whether this person may set them. */
export async function fieldsOfYear(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findExemplarYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const rows = await listIndicatorFields(db, clusterYearId);
  return {
    mayEdit: accessFor(ctx.actor, 'exemplars.setFields')?.chair.includes(year.chairUnitId) ?? false,
    indicators: rows.map(({ indicatorId, name, field }) => ({ indicatorId, name, field: field ?? '' })),
  };
}

/** Sets the field of indicators in the cluster of a year. @throws not-found, forbidden, refused */
export function setFieldsOfYear(ctx: ActorContext, input: z.infer<typeof setFields>): Promise<{ changed: number }> {
  return commit(ctx, async (tx) => {
    const year = await findExemplarYear(tx, accessFor(ctx.actor, 'exemplars.fields') ?? NO_ACCESS, input.clusterYearId);
    if (!year) throw notFound('cluster-year');
    if (!ctx.access.chair.includes(year.chairUnitId))
      throw new Refusal('forbidden', [{ code: 'exemplar.fields-not-chair', facts: { chair: year.chairUnitName } }]);
    const ids = input.fields.map(({ indicatorId }) => indicatorId);
    if (new Set(ids).size < ids.length) refuseIf([{ code: 'exemplar.indicator-twice' }]);
    const clusterId = (await listIndicatorFields(tx, year.id))[0]?.clusterId;
    if (clusterId) await lockRows(tx, 'cluster', [clusterId]);
    // Read behind the lock: somebody else may have set them meanwhile.
    const known = new Map((await listIndicatorFields(tx, year.id)).map((row) => [row.indicatorId as string, row]));
    const changed = input.fields.filter(({ indicatorId, field }) => {
      const row = known.get(indicatorId);
      if (!row) refuseIf([{ code: 'exemplar.unknown-indicator' }]);
      return (row?.field ?? '') !== field;
    });
    if (clusterId) await putIndicatorFields(tx, clusterId, changed);
    return {
      result: { changed: changed.length },
      audit: [
        {
          action: 'exemplar.fields-set',
          subjectKind: 'cluster-year',
          subjectId: year.id,
          subjectLabel: year.name,
          clusterYearId: year.id,
          changes: changed.map(({ indicatorId, field }) => ({
            field: known.get(indicatorId)!.name,
            from: known.get(indicatorId)!.field,
            to: field || null,
          })),
        },
      ],
    };
  });
}

/**
 * Models of the field of an indicator in which a unit of this person lags: its target not reached, or worse than the
 * mean of the members. Year-end figures where there are any, else those of mid-year (no target is judged by them).
 */
export async function suggestionsFor(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const reading = accessFor(ctx.actor, 'exemplars.list') ?? NO_ACCESS;
  const year = await findExemplarYear(db, reading, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const indicators = (await listIndicatorFields(db, clusterYearId)).filter(({ fieldFold }) => fieldFold);
  if (indicators.length === 0) return [];
  const [figures, models] = await Promise.all([
    listFigures(
      db,
      clusterYearId,
      indicators.map(({ versionId }) => versionId),
    ),
    listModelsOfFields(db, reading, [...new Set(indicators.map(({ fieldFold }) => fieldFold!))]),
  ]);
  const of = await Promise.all(
    ctx.access.own.map(async (unitId) => {
      const [targets, adopted, dismissed] = await Promise.all([
        listTargetsOf(db, clusterYearId, unitId),
        listAdoptedBy(db, unitId),
        listDismissals(db, clusterYearId, unitId),
      ]);
      return indicators.flatMap((indicator) => {
        const at = figures.filter(({ indicatorVersionId }) => indicatorVersionId === indicator.versionId);
        const mine = at.filter((figure) => figure.unitId === unitId);
        const own = mine.find(({ period }) => period === 'year-end') ?? mine[0];
        if (!own) return [];
        const lag = lagOf({
          value: own.value,
          target:
            own.period === 'year-end'
              ? (targets.find(({ indicatorVersionId }) => indicatorVersionId === indicator.versionId)?.value ?? null)
              : null,
          others: at
            .filter((figure) => figure.unitId !== unitId && figure.period === own.period && isTaken(figure.status))
            .map(({ value }) => value!),
          better: indicator.better,
        });
        if (!lag) return [];
        const { indicatorId, name, unitOfMeasure, decimals, fieldFold } = indicator;
        return models
          .filter(
            (model) =>
              fold(model.field) === fieldFold &&
              model.unitId !== unitId &&
              !adopted.has(model.id) &&
              !dismissed.has(`${model.id} ${indicatorId}`),
          )
          .map(({ id, title, field, unitName, clusterName }) => ({
            unitId,
            exemplar: { id, title, field, unitName, clusterName },
            indicator: { id: indicatorId, name, unitOfMeasure, decimals },
            period: own.period,
            lag,
          }));
      });
    }),
  );
  return of.flat().slice(0, MOST_SUGGESTIONS);
}

/** Bỏ qua: this model is not suggested for this indicator again in the year. */
export async function dismiss(
  ctx: ActorContext,
  { clusterYearId, unitId, exemplarId, indicatorId }: z.infer<typeof dismissSuggestion>,
): Promise<object> {
  // Whoever reads the model may set it aside; asked before the write, as nothing of it is written.
  const reading = { ...ctx, access: accessFor(ctx.actor, 'exemplars.byId') ?? NO_ACCESS };
  const { title } = await exemplarById(reading, exemplarId);
  if (!ctx.access.own.includes(unitId)) throw new Refusal('forbidden', [{ code: 'replication.not-own-unit' }]);
  return commit(ctx, async (tx) => {
    await requireActiveMember(tx, clusterYearId, unitId, vietnamDate(ctx.now()));
    const indicator = (await listIndicatorFields(tx, clusterYearId)).find((row) => row.indicatorId === indicatorId);
    if (!indicator) refuseIf([{ code: 'exemplar.unknown-indicator' }]);
    await insertDismissal(tx, { clusterYearId, unitId, exemplarId, indicatorId });
    return {
      result: {},
      audit: [
        {
          action: 'exemplar.suggestion-dismissed',
          subjectKind: 'exemplar',
          subjectId: exemplarId,
          subjectLabel: title,
          clusterYearId,
          unitId,
          changes: [{ field: 'suggestion', from: indicator?.name ?? null, to: null }],
        },
      ],
    };
  });
}
