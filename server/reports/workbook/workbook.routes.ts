import { type Request, type Response, Router } from 'express';
import type { ActorContext, ContextOf } from '#server/core/context.ts';
import { MEDIA, routeAs, sendFile, sentFileName } from '#server/core/route.ts';
import { downloadWorkbook, uploadWorkbook, workbookTooLarge } from '#server/reports/workbook/workbook.service.ts';
import { notFound } from '#shared/core/refusal.ts';
import { reportId } from '#shared/reports/reports.schema.ts';
import { MOST_WORKBOOK_BYTES } from '#shared/reports/workbook.schema.ts';

/**
 * The form of a report in Excel: `GET /imports/workbooks/:reportId`; `PUT` there, with the
 * percent-encoded name in `x-file-name` → 200 with what the file would change. Refusals carry the same reasons as those
 * of procedures.
 */
export function workbookRoutes(identify: ContextOf): Router {
  const router = Router();
  router.get('/imports/workbooks/:id', routeAs('reports.downloadWorkbook', identify, download));
  router.put('/imports/workbooks/:id', routeAs('reports.uploadWorkbook', identify, upload));
  return router;
}

async function download(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const { name, bytes } = await downloadWorkbook(ctx, idOf(req));
  sendFile(res, { name, type: MEDIA.xlsx, bytes });
}

async function upload(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const name = sentFileName(req);
  if (Number(req.headers['content-length'] ?? 0) > MOST_WORKBOOK_BYTES) throw workbookTooLarge(name);
  res.json(await uploadWorkbook(ctx, idOf(req), name, req));
}

function idOf(req: Request) {
  const id = reportId.safeParse(req.params.id);
  if (!id.success) throw notFound('report');
  return id.data;
}
