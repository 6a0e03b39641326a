import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import { makeHandOverPack } from '#server/clusters/hand-over-pack.service.ts';
import type { ActorContext, ContextOf } from '#server/core/context.ts';
import { describeFile, MEDIA, routeAs, takeFileTry } from '#server/core/route.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';
import { notFound } from '#shared/core/refusal.ts';

const PACKS_IN_10_MINUTES = 30;

/**
 * The files of a hand-over as one .zip: `GET /print/hand-over-packs/:clusterYearId.zip`, for the office of the unit
 * that leads on the day (permission `clusters.handOverPack`). It changes nothing but the log, so it needs no ticket.
 */
export function handOverPackRoutes(identify: ContextOf): Router {
  const router = Router();
  router.get('/print/hand-over-packs/:id.zip', routeAs('clusters.handOverPack', identify, download));
  return router;
}

async function download(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const input = clusterYearInput.safeParse({ clusterYearId: req.params.id });
  if (!input.success) throw notFound('cluster-year');
  await takeFileTry(ctx, { kind: 'print', limit: PACKS_IN_10_MINUTES, code: 'pledge.print-often' });
  const { name, zip } = await makeHandOverPack(ctx, input.data.clusterYearId);
  describeFile(res, { name, type: MEDIA.zip });
  // Whoever closes the window early wants nothing more; a broken file breaks the download, never the server.
  await pipeline(zip, res).catch((error: unknown) => {
    if (!res.writableEnded) res.destroy();
    ctx.log.warn({ err: error }, 'a hand-over pack was not delivered whole');
  });
}
