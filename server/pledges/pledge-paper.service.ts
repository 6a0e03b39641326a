import type { ActorContext } from '#server/core/context.ts';
import { typstIsInstalled } from '#server/core/typst.ts';
import { paperOf, printPledge } from '#server/pledges/pledge.print.ts';
import { viewPledge } from '#server/pledges/pledge-view.service.ts';
import { pledgeWord } from '#server/pledges/pledge-word.print.ts';
import { accessFor } from '#shared/accounts/permissions.ts';

/** The pledge of a year as a Word file for other papers; null without a pledge or without the right. */
export async function pledgeDocx(ctx: ActorContext, clusterYearId: string): Promise<Uint8Array | null> {
  const access = accessFor(ctx.actor, 'pledges.print');
  if (!access) return null;
  const view = await viewPledge({ ...ctx, procedure: 'pledges.print', access }, clusterYearId);
  if (view.pledge === null) return null;
  return pledgeWord(paperOf(view, ctx.training ? 'training' : ctx.demo || view.pledge.isDemo));
}

/** The pledge of a year as a PDF for other papers; null without a pledge, without the right, or where nothing prints. */
export async function pledgePdf(ctx: ActorContext, clusterYearId: string): Promise<Uint8Array | null> {
  const access = accessFor(ctx.actor, 'pledges.print');
  if (!access || !typstIsInstalled()) return null;
  const view = await viewPledge({ ...ctx, procedure: 'pledges.print', access }, clusterYearId);
  if (view.pledge === null) return null;
  return printPledge(view, ctx.training ? 'training' : ctx.demo || view.pledge.isDemo);
}
