import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Response, Router } from 'express';
import type { AppContext, ContextOf } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import { dumpTicketHolds } from '#server/dumps/dump-ticket.ts';
import { findDumpFile } from '#server/dumps/dumps.service.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, type RefusalKind } from '#shared/core/refusal.ts';
import { dumpId } from '#shared/dumps/dumps.schema.ts';

const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 422,
  conflict: 409,
};

/**
 * `GET /dumps/:id.zip` as an attachment, for who may make dumps and holds the ticket that `dumps.openDownload` gave
 * when it recorded the reason. Changes nothing.
 */
export function dumpRoutes(app: AppContext, identify: ContextOf): Router {
  const router = Router();
  router.get('/dumps/:id.zip', async (req, res, next) => {
    try {
      const { actor, keys } = await identify(req, res);
      if (!actor) return refuse(res, 401, [{ code: 'account.not-signed-in' }]);
      if (!accessFor(actor, 'dumps.openDownload')) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
      const id = dumpId.safeParse(req.params.id);
      if (!id.success) throw notFound('dump');
      const ticket = typeof req.query.ticket === 'string' ? req.query.ticket : '';
      if (!dumpTicketHolds(keys, id.data, actor.accountId, ticket, new Date()))
        throw new Refusal('forbidden', [{ code: 'dump.ticket-ended' }]);
      const { path, name, sizeBytes } = await findDumpFile(app, id.data);
      res.set({
        'Content-Type': 'application/zip',
        'Content-Length': String(sizeBytes),
        'Content-Disposition': `attachment; filename="${name}"`,
        'Content-Security-Policy': 'sandbox',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      });
      await pipeline(createReadStream(path), res);
    } catch (error) {
      if (error instanceof Refusal) return refuse(res, STATUS_OF[error.kind], error.reasons);
      if (res.headersSent) return void res.destroy(); // whoever downloads went away, or the disk failed
      next(error);
    }
  });
  return router;
}

function refuse(res: Response, status: number, reasons: readonly Reason[]): void {
  res
    .status(status)
    .set('Cache-Control', 'no-store')
    .json({ code: status, reasons: worded(reasons) });
}
