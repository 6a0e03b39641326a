import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import { findPledge, findPledgeSignatures, findPledgeTargets } from '#db/pledges/pledges.queries.ts';
import { findReportingMembers, findReportingYear } from '#db/reports/reports.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { notFound } from '#shared/core/refusal.ts';
import { aggregate } from '#shared/indicators/indicators.rules.ts';

/** Giao ước of a year: the joint text, each member's targets and who signed in which capacity. */
export async function viewPledge(ctx: ActorContext, clusterYearId: string) {
  const db = ctx.db.reads;
  const year = await findReportingYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const members = await findReportingMembers(db, year);
  const head = { id: year.id, year: year.year, name: year.name, clusterName: year.clusterName };
  const pledge = await findPledge(db, ctx.access, clusterYearId);
  if (!pledge) return { clusterYear: head, members, pledge: null };
  const targets = new Map(
    (await findPledgeTargets(db, pledge.id)).map((row) => [`${row.unitId} ${row.indicatorVersionId}`, row.value]),
  );
  const signatures = new Map((await findPledgeSignatures(db, pledge.id)).map((row) => [row.unitId, row]));
  const indicators = (await findYearIndicators(db, clusterYearId)).map((indicator) => {
    const values = members.map(({ unitId }) => targets.get(`${unitId} ${indicator.id}`) ?? null);
    return {
      id: indicator.id,
      name: indicator.name,
      unitOfMeasure: indicator.unitOfMeasure,
      decimals: indicator.decimals,
      aggregation: indicator.aggregation,
      isHeadline: indicator.isHeadline === 1,
      /** In the order of the members; null: không giao chỉ tiêu. */
      targets: values,
      total: aggregate(
        // Weights are known only at year end.
        indicator.aggregation === 'weighted-mean' ? 'none' : indicator.aggregation,
        values.map((value) => ({ value })),
      ),
    };
  });
  return {
    clusterYear: head,
    members,
    pledge: {
      id: pledge.id,
      status: pledge.status,
      jointText: pledge.jointText,
      isDemo: pledge.isDemo === 1,
      indicators,
      signatures: members.map(({ unitId, name }) => ({
        unitId,
        name,
        signedOn: signatures.get(unitId)?.signedOn ?? null,
        capacity: signatures.get(unitId)?.capacity ?? null,
        signatoryName: signatures.get(unitId)?.signatoryName ?? null,
      })),
      signedCount: [...signatures.values()].filter(({ signedOn }) => signedOn !== null).length,
    },
  };
}
