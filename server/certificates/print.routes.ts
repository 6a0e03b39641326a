import { type Request, type RequestHandler, type Response, Router } from 'express';
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
import type { AppContext, RequestContext } from '#server/core/context.ts';
import { takeTry } from '#server/core/rate-limit.ts';
import { worded } from '#server/core/worded.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { type Access, accessFor } from '#shared/accounts/permissions.ts';
import { certificateId } from '#shared/certificates/certificates.schema.ts';
import { fold } from '#shared/core/fold.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, type RefusalKind, refuseIf } from '#shared/core/refusal.ts';
import { decisionId } from '#shared/decisions/decisions.schema.ts';

const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 422,
  conflict: 409,
};
/** A compile takes a core for a while. */
const PRINTS_IN_10_MINUTES = 60;
const TEN_MINUTES_MS = 600_000;

/** Who asks; the server's own way to read the session. */
type Identify = (req: Request, res: Response) => Promise<RequestContext>;

/**
 * The PDFs: `GET /print/decisions/:id.pdf` (all certificates of a decision) and `GET /print/certificates/:id.pdf`.
 * Asks for the session, the permission `certificates.print`, the office of the decision, and the ticket that the
 * procedure `certificates.print` gave when it recorded the print. These routes change nothing.
 */
export function printRoutes(app: AppContext, identify: Identify): Router {
  const router = Router();
  router.get('/print/decisions/:id.pdf', guarded(app, identify, decisionRows));
  router.get('/print/certificates/:id.pdf', guarded(app, identify, certificateRows));
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

function guarded(app: AppContext, identify: Identify, find: Find): RequestHandler {
  return async (req, res, next) => {
    try {
      const { actor } = await identify(req, res);
      if (!actor) return refuse(req, res, 401, [{ code: 'account.not-signed-in' }]);
      const access = accessFor(actor, 'certificates.print');
      if (!access) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
      const { target, rows } = await find(app, access, String(req.params.id));
      if (!ticketHolds(app.keys, target, actor.accountId, String(req.query.ticket ?? ''), new Date()))
        throw new Refusal('forbidden', [{ code: 'certificate.print-ticket' }]);
      if (!(await mayPrint(app, actor))) return refuse(req, res, 429, [{ code: 'certificate.print-often' }]);
      const demo = app.demo || rows.some(({ isDemo }) => isDemo === 1);
      const pdf = await printCertificates(
        rows.map((row) => printOf(row, app.publicUrl)),
        { demo, training: app.training !== undefined },
      );
      send(res, pdf, rows);
    } catch (error) {
      if (!(error instanceof Refusal)) return next(error);
      refuse(req, res, STATUS_OF[error.kind], error.reasons);
    }
  };
}

async function mayPrint(app: AppContext, { accountId }: Actor): Promise<boolean> {
  const limit = { key: `print:${accountId}`, limit: PRINTS_IN_10_MINUTES, windowMs: TEN_MINUTES_MS };
  return (await takeTry(app.db, [limit], new Date())).ok;
}

function send(res: Response, pdf: Uint8Array, rows: readonly CertificateWithAward[]): void {
  const [first] = rows;
  const what = rows.length === 1 ? `số sổ vàng ${first?.goldenBookNumber}` : `${rows.length} bằng`;
  const name = `Bằng khen ${first?.decisionNumber.replace('/', '-')} ${what}.pdf`;
  const ascii = fold(name).replace(/[^a-z0-9.]+/g, '-');
  res.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Content-Length': String(pdf.byteLength),
  });
  res.end(pdf); // not send, which would hash ten megabytes for a tag that no-store makes useless
}

/** A person gets a page in words, a program the same reasons as from procedures. */
function refuse(req: Request, res: Response, status: number, reasons: readonly Reason[]): void {
  const words = worded(reasons);
  res.status(status).set('Cache-Control', 'no-store');
  if (req.accepts(['html', 'json']) === 'json') return void res.json({ code: status, reasons: words });
  res.type('html').send(refusalPage(words.map(({ text }) => text)));
}
