import { type Request, type Response, Router } from 'express';
import { makeInvitations } from '#server/conferences/invitations.service.ts';
import type { ActorContext, ContextOf } from '#server/core/context.ts';
import { MEDIA, routeAs, sendFile, takeFileTry } from '#server/core/route.ts';
import { invitationOrder } from '#shared/conferences/conferences.schema.ts';
import { notFound } from '#shared/core/refusal.ts';

const INVITATIONS_IN_10_MINUTES = 60;

/**
 * Giấy mời: `GET /print/invitations/:clusterYearId.docx` (all in one, or of one delegate with `?dai-bieu=`), and
 * `.zip` with a file each, for the office of the unit that leads (permission `conferences.invitations`). It changes
 * nothing, so it needs no ticket.
 */
export function invitationRoutes(identify: ContextOf): Router {
  const router = Router();
  router.get('/print/invitations/:id.:form', routeAs('conferences.invitations', identify, download));
  return router;
}

async function download(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const delegateId = req.query['dai-bieu'] ?? null;
  const input = invitationOrder.safeParse({ clusterYearId: req.params.id, form: req.params.form, delegateId });
  if (!input.success) throw notFound('conference');
  await takeFileTry(ctx, { kind: 'print', limit: INVITATIONS_IN_10_MINUTES, code: 'pledge.print-often' });
  const { name, content } = await makeInvitations(ctx, input.data);
  sendFile(res, { name, type: MEDIA[input.data.form], bytes: content });
}
