import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { ActorContext, ContextOf } from '#server/core/context.ts';
import { describeFile, MEDIA, routeAs } from '#server/core/route.ts';
import { dumpTicketHolds } from '#server/dumps/dump-ticket.ts';
import { findDumpFile } from '#server/dumps/dumps.service.ts';
import { notFound, Refusal } from '#shared/core/refusal.ts';
import { dumpId } from '#shared/dumps/dumps.schema.ts';

/**
 * `GET /dumps/:id.zip` as an attachment, for who may make dumps and holds the ticket that `dumps.openDownload` gave
 * when it recorded the reason. Changes nothing.
 */
export function dumpRoutes(identify: ContextOf): Router {
  const router = Router();
  router.get('/dumps/:id.zip', routeAs('dumps.openDownload', identify, download));
  return router;
}

async function download(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const id = dumpId.safeParse(req.params.id);
  if (!id.success) throw notFound('dump');
  const ticket = typeof req.query.ticket === 'string' ? req.query.ticket : '';
  if (!dumpTicketHolds(ctx.keys, id.data, ctx.actor.accountId, ticket, new Date()))
    throw new Refusal('forbidden', [{ code: 'dump.ticket-ended' }]);
  const { path, name, sizeBytes } = await findDumpFile(ctx, id.data);
  describeFile(res, { name, type: MEDIA.zip });
  res.set('Content-Length', String(sizeBytes));
  await pipeline(createReadStream(path), res);
}
