import { type Request, type Response, Router } from 'express';
import { findPledgeById } from '#db/pledges/pledges.queries.ts';
import type { AppContext, ContextOf } from '#server/core/context.ts';
import { takeTry } from '#server/core/rate-limit.ts';
import { worded } from '#server/core/worded.ts';
import { paperOf, printPledge } from '#server/pledges/pledge.print.ts';
import { viewPledge } from '#server/pledges/pledge-view.service.ts';
import { pledgeWord } from '#server/pledges/pledge-word.print.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { fold } from '#shared/core/fold.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, type RefusalKind } from '#shared/core/refusal.ts';
import { pledgeId } from '#shared/pledges/pledges.schema.ts';

const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 422,
  conflict: 409,
};
/** A compile takes a core for a second. */
const PRINTS_IN_10_MINUTES = 30;
const TEN_MINUTES_MS = 600_000;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The pledge as a PDF or a Word file: `GET /print/pledges/:id.pdf` and `.docx`, for whoever may read it (permission
 * `pledges.print`). It changes nothing, so it needs no ticket.
 */
export function pledgePrintRoutes(app: AppContext, identify: ContextOf): Router {
  const router = Router();
  router.get(['/print/pledges/:id.pdf', '/print/pledges/:id.docx'], async (req, res, next) => {
    try {
      const ctx = await identify(req, res);
      if (!ctx.actor) return refuse(res, 401, [{ code: 'account.not-signed-in' }]);
      const access = accessFor(ctx.actor, 'pledges.print');
      if (!access) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
      const id = pledgeId.safeParse(req.params.id);
      const found = id.success ? await findPledgeById(app.db.reads, access, id.data) : undefined;
      if (!found) throw notFound('pledge');
      const limit = { key: `print:${ctx.actor.accountId}`, limit: PRINTS_IN_10_MINUTES, windowMs: TEN_MINUTES_MS };
      if (!(await takeTry(app.db, [limit], new Date())).ok) return refuse(res, 429, [{ code: 'pledge.print-often' }]);
      const actorContext = { ...ctx, actor: ctx.actor, procedure: 'pledges.print', access };
      const view = await viewPledge(actorContext, found.clusterYearId);
      if (view.pledge === null) throw notFound('pledge');
      const demo = app.training ? 'training' : app.demo || view.pledge.isDemo;
      const name = `Giao ước thi đua năm ${found.year}`;
      if (req.path.endsWith('.docx')) return send(res, pledgeWord(paperOf(view, demo)), `${name}.docx`);
      send(res, await printPledge(view, demo), `${name}.pdf`);
    } catch (error) {
      if (!(error instanceof Refusal)) return next(error);
      refuse(res, STATUS_OF[error.kind], error.reasons);
    }
  });
  return router;
}

function send(res: Response, paper: Uint8Array, name: string): void {
  const ascii = fold(name).replace(/[^a-z0-9.]+/g, '-');
  res.set({
    'Content-Type': name.endsWith('.docx') ? WORD : 'application/pdf',
    'Content-Disposition': `${name.endsWith('.docx') ? 'attachment' : 'inline'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  res.send(Buffer.from(paper.buffer, paper.byteOffset, paper.byteLength));
}

/** A person reads a sentence, a program the same reasons as from procedures. */
function refuse(res: Response, status: number, reasons: readonly Reason[]): void {
  const words = worded(reasons);
  res.status(status).set('Cache-Control', 'no-store');
  const req: Request = res.req;
  if (req.accepts(['html', 'json']) === 'json') return void res.json({ code: status, reasons: words });
  res.type('text/plain').send(words.map(({ text }) => text).join('\n'));
}
