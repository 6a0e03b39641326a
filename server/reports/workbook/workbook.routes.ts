import { type Request, type RequestHandler, type Response, Router } from 'express';
import { attachment } from '#server/core/attachment.ts';
import type { ActorContext, AppContext, RequestContext } from '#server/core/context.ts';
import { languageOf } from '#server/core/language.ts';
import { worded } from '#server/core/worded.ts';
import { downloadWorkbook, uploadWorkbook, workbookTooLarge } from '#server/reports/workbook/workbook.service.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import { notFound, Refusal, type RefusalKind } from '#shared/core/refusal.ts';
import { reportId } from '#shared/reports/reports.schema.ts';
import { MOST_WORKBOOK_BYTES } from '#shared/reports/workbook.schema.ts';

const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 422,
  conflict: 409,
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Identify = (req: Request, res: Response) => Promise<RequestContext>;
type Work = (ctx: ActorContext, req: Request, res: Response) => Promise<void>;

/**
 * The form of a report in Excel: `GET /imports/workbooks/:reportId`; `PUT` there, with the
 * percent-encoded name in `x-file-name` → 200 with what the file would change. Refusals carry the same reasons as those
 * of procedures.
 */
export function workbookRoutes(_app: AppContext, identify: Identify): Router {
  const router = Router();
  router.get('/imports/workbooks/:id', as('reports.downloadWorkbook', identify, download));
  router.put('/imports/workbooks/:id', as('reports.uploadWorkbook', identify, upload));
  return router;
}

function as(procedure: Procedure, identify: Identify, work: Work): RequestHandler {
  return async (req, res, next) => {
    let lang = languageOf(req, undefined);
    const answer = (status: number, code: string, { reasons }: Refusal) => {
      if (res.headersSent) return void res.destroy();
      req.resume(); // a browser only reads the answer after it has sent the rest
      res.status(status).json({ code, reasons: worded(reasons, lang) });
    };
    try {
      const ctx = await identify(req, res);
      lang = ctx.lang;
      if (!ctx.actor) return answer(401, 'UNAUTHORIZED', new Refusal('forbidden', [{ code: 'account.not-signed-in' }]));
      const access = accessFor(ctx.actor, procedure);
      if (!access) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
      await work({ ...ctx, actor: ctx.actor, procedure, access }, req, res);
    } catch (error) {
      if (!(error instanceof Refusal)) return next(error);
      answer(STATUS_OF[error.kind], error.kind, error);
    }
  };
}

async function download(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const { name, bytes } = await downloadWorkbook(ctx, idOf(req));
  res.set({ 'Content-Type': XLSX, 'Content-Disposition': attachment(name), 'X-Content-Type-Options': 'nosniff' });
  res.send(bytes);
}

async function upload(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const name = decodedName(req);
  if (Number(req.headers['content-length'] ?? 0) > MOST_WORKBOOK_BYTES) throw workbookTooLarge(name);
  res.json(await uploadWorkbook(ctx, idOf(req), name, req));
}

function idOf(req: Request) {
  const id = reportId.safeParse(req.params.id);
  if (!id.success) throw notFound('report');
  return id.data;
}

function decodedName(req: Request): string {
  try {
    return decodeURIComponent(String(req.headers['x-file-name'] ?? ''));
  } catch {
    return ''; // half a percent sign: the same as no name
  }
}
