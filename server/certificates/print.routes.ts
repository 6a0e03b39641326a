import { type Request, type Response, Router } from 'express';
import {
  type CertificateWithAward,
  findCertificatesOfDecision,
  findCertificateToPrint,
} from '#db/certificates/certificates.queries.ts';
import { findDecision } from '#db/decisions/decisions.queries.ts';
import { printCertificates } from '#server/certificates/certificate.print.ts';
import { printOf } from '#server/certificates/certificate-view.ts';
import { printReasons } from '#server/certificates/certificates.service.ts';
import { refusalPage } from '#server/certificates/print-refusal.page.ts';
import { type TicketTarget, ticketHolds } from '#server/certificates/print-ticket.ts';
import type { ActorContext, AppContext, ContextOf } from '#server/core/context.ts';
import { MEDIA, routeAs, sendFile, takeFileTry } from '#server/core/route.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import { certificateId } from '#shared/certificates/certificates.schema.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { decisionId } from '#shared/decisions/decisions.schema.ts';

/** A compile takes a core for a while. */
const PRINTS_IN_10_MINUTES = 60;

/**
 * The PDFs: `GET /print/decisions/:id.pdf` (all certificates of a decision) and `GET /print/certificates/:id.pdf`.
 * Asks for the session, the permission `certificates.print`, the office of the decision, and the ticket that the
 * procedure `certificates.print` gave when it recorded the print. These routes change nothing.
 */
export function printRoutes(identify: ContextOf): Router {
  const router = Router();
  router.get('/print/decisions/:id.pdf', guarded(identify, decisionRows));
  router.get('/print/certificates/:id.pdf', guarded(identify, certificateRows));
  return router;
}

type Found = { target: TicketTarget; rows: readonly CertificateWithAward[] };
type Find = (app: AppContext, access: Access, id: string) => Promise<Found>;

async function decisionRows(app: AppContext, access: Access, id: string): Promise<Found> {
  if (!decisionId.safeParse(id).success) throw notFound('decision');
  const decision = await findDecision(app.db.reads, access, id);
  if (!decision || !access.office.includes(decision.numberingUnitId)) throw notFound('decision');
  refuseIf(printReasons(decision.status));
  return { target: { decisionId: id }, rows: await findCertificatesOfDecision(app.db.longReads, id) };
}

async function certificateRows(app: AppContext, access: Access, id: string): Promise<Found> {
  if (!certificateId.safeParse(id).success) throw notFound('certificate');
  const row = await findCertificateToPrint(app.db.reads, id);
  if (!row || !access.office.includes(row.issuingUnitId)) throw notFound('certificate');
  refuseIf(printReasons(row.decisionStatus));
  return { target: { certificateId: id }, rows: [row] };
}

const guarded = (identify: ContextOf, find: Find) =>
  routeAs('certificates.print', identify, (ctx, req, res) => print(ctx, req, res, find), { page: refusalPage });

async function print(ctx: ActorContext, req: Request, res: Response, find: Find): Promise<void> {
  const { target, rows } = await find(ctx, ctx.access, String(req.params.id));
  if (!ticketHolds(ctx.keys, target, ctx.actor.accountId, String(req.query.ticket ?? ''), new Date()))
    throw new Refusal('forbidden', [{ code: 'certificate.print-ticket' }]);
  await takeFileTry(ctx, { kind: 'print', limit: PRINTS_IN_10_MINUTES, code: 'certificate.print-often' });
  const demo = ctx.demo || rows.some(({ isDemo }) => isDemo === 1);
  const pdf = await printCertificates(
    rows.map((row) => printOf(row, ctx.publicUrl)),
    { demo, training: ctx.training !== undefined },
  );
  const [first] = rows;
  const what = rows.length === 1 ? `số sổ vàng ${first?.goldenBookNumber}` : `${rows.length} bằng`;
  const name = `Bằng khen ${first?.decisionNumber.replace('/', '-')} ${what}.pdf`;
  sendFile(res, { name, type: MEDIA.pdf, bytes: pdf, shown: true });
}
