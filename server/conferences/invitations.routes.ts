import { type Response, Router } from 'express';
import { makeInvitations } from '#server/conferences/invitations.service.ts';
import type { AppContext, ContextOf } from '#server/core/context.ts';
import { takeTry } from '#server/core/rate-limit.ts';
import { worded } from '#server/core/worded.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { invitationOrder } from '#shared/conferences/conferences.schema.ts';
import { fold } from '#shared/core/fold.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, type RefusalKind } from '#shared/core/refusal.ts';

const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 422,
  conflict: 409,
};
const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
} as const;
const INVITATIONS_IN_10_MINUTES = 60;
const TEN_MINUTES_MS = 600_000;

/**
 * Giấy mời: `GET /print/invitations/:clusterYearId.docx` (all in one, or of one delegate with `?dai-bieu=`), and
 * `.zip` with a file each, for the office of the unit that leads (permission `conferences.invitations`). It changes
 * nothing, so it needs no ticket.
 */
export function invitationRoutes(app: AppContext, identify: ContextOf): Router {
  const router = Router();
  router.get('/print/invitations/:id.:form', async (req, res, next) => {
    try {
      const ctx = await identify(req, res);
      if (!ctx.actor) return refuse(res, 401, [{ code: 'account.not-signed-in' }]);
      const access = accessFor(ctx.actor, 'conferences.invitations');
      if (!access) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
      const delegateId = req.query['dai-bieu'] ?? null;
      const input = invitationOrder.safeParse({ clusterYearId: req.params.id, form: req.params.form, delegateId });
      if (!input.success) throw notFound('conference');
      const limit = { key: `print:${ctx.actor.accountId}`, limit: INVITATIONS_IN_10_MINUTES, windowMs: TEN_MINUTES_MS };
      if (!(await takeTry(app.db, [limit], new Date())).ok) return refuse(res, 429, [{ code: 'pledge.print-often' }]);
      const actorContext = { ...ctx, actor: ctx.actor, procedure: 'conferences.invitations' as const, access };
      const { name, content } = await makeInvitations(actorContext, input.data);
      res.set({
        'Content-Type': MEDIA[input.data.form],
        'Content-Disposition': `attachment; filename="${fold(name).replace(/[^a-z0-9.]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      });
      res.send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
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
