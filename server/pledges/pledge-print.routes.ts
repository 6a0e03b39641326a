import { type Request, type Response, Router } from 'express';
import { findPledgeById } from '#db/pledges/pledges.queries.ts';
import type { ActorContext, ContextOf } from '#server/core/context.ts';
import { MEDIA, routeAs, sendFile, takeFileTry } from '#server/core/route.ts';
import { paperOf, printPledge } from '#server/pledges/pledge.print.ts';
import { viewPledge } from '#server/pledges/pledge-view.service.ts';
import { pledgeWord } from '#server/pledges/pledge-word.print.ts';
import { notFound } from '#shared/core/refusal.ts';
import { pledgeId } from '#shared/pledges/pledges.schema.ts';

/** A compile takes a core for a second. */
const PRINTS_IN_10_MINUTES = 30;

/**
 * The pledge as a PDF or a Word file: `GET /print/pledges/:id.pdf` and `.docx`, for whoever may read it (permission
 * `pledges.print`). It changes nothing, so it needs no ticket.
 */
export function pledgePrintRoutes(identify: ContextOf): Router {
  const router = Router();
  router.get(['/print/pledges/:id.pdf', '/print/pledges/:id.docx'], routeAs('pledges.print', identify, print));
  return router;
}

async function print(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const id = pledgeId.safeParse(req.params.id);
  const found = id.success ? await findPledgeById(ctx.db.reads, ctx.access, id.data) : undefined;
  if (!found) throw notFound('pledge');
  await takeFileTry(ctx, { kind: 'print', limit: PRINTS_IN_10_MINUTES, code: 'pledge.print-often' });
  const view = await viewPledge(ctx, found.clusterYearId);
  if (view.pledge === null) throw notFound('pledge');
  const demo = ctx.training ? 'training' : ctx.demo || view.pledge.isDemo;
  const name = `Giao ước thi đua năm ${found.year}`;
  if (req.path.endsWith('.docx'))
    return sendFile(res, { name: `${name}.docx`, type: MEDIA.docx, bytes: pledgeWord(paperOf(view, demo)) });
  sendFile(res, { name: `${name}.pdf`, type: MEDIA.pdf, bytes: await printPledge(view, demo), shown: true });
}
