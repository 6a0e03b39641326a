import { pipeline } from 'node:stream/promises';
import { type Response, Router } from 'express';
import { makeHandOverPack } from '#server/clusters/hand-over-pack.service.ts';
import type { AppContext, ContextOf } from '#server/core/context.ts';
import { takeTry } from '#server/core/rate-limit.ts';
import { worded } from '#server/core/worded.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';
import { fold } from '#shared/core/fold.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, type RefusalKind } from '#shared/core/refusal.ts';

const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 422,
  conflict: 409,
};
const PACKS_IN_10_MINUTES = 30;
const TEN_MINUTES_MS = 600_000;

/**
 * The files of a hand-over as one .zip: `GET /print/hand-over-packs/:clusterYearId.zip`, for the office of the unit
 * that leads on the day (permission `clusters.handOverPack`). It changes nothing but the log, so it needs no ticket.
 */
export function handOverPackRoutes(app: AppContext, identify: ContextOf): Router {
  const router = Router();
  router.get('/print/hand-over-packs/:id.zip', async (req, res, next) => {
    try {
      const ctx = await identify(req, res);
      if (!ctx.actor) return refuse(res, 401, [{ code: 'account.not-signed-in' }]);
      const access = accessFor(ctx.actor, 'clusters.handOverPack');
      if (!access) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
      const input = clusterYearInput.safeParse({ clusterYearId: req.params.id });
      if (!input.success) throw notFound('cluster-year');
      const limit = { key: `print:${ctx.actor.accountId}`, limit: PACKS_IN_10_MINUTES, windowMs: TEN_MINUTES_MS };
      if (!(await takeTry(app.db, [limit], new Date())).ok) return refuse(res, 429, [{ code: 'pledge.print-often' }]);
      const actorContext = { ...ctx, actor: ctx.actor, procedure: 'clusters.handOverPack' as const, access };
      const { name, zip } = await makeHandOverPack(actorContext, input.data.clusterYearId);
      res.set({
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${fold(name).replace(/[^a-z0-9.]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      });
      // Whoever closes the window early wants nothing more; a broken file breaks the download, never the server.
      await pipeline(zip, res).catch((error: unknown) => {
        if (!res.writableEnded) res.destroy();
        app.log.warn({ err: error }, 'a hand-over pack was not delivered whole');
      });
    } catch (error) {
      if (!(error instanceof Refusal)) return next(error);
      refuse(res, STATUS_OF[error.kind], error.reasons);
    }
  });
  return router;
}

function refuse(res: Response, status: number, reasons: readonly Reason[]): void {
  const words = worded(reasons);
  res.status(status).set('Cache-Control', 'no-store');
  if (res.req.accepts(['html', 'json']) === 'json') return void res.json({ code: status, reasons: words });
  res.type('text/plain').send(words.map(({ text }) => text).join('\n'));
}
