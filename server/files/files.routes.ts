import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { attachment } from '#server/core/attachment.ts';
import type { ActorContext, AppContext, RequestContext } from '#server/core/context.ts';
import { languageOf } from '#server/core/language.ts';
import type { WordedReason } from '#server/core/trpc.ts';
import { worded } from '#server/core/worded.ts';
import { tooLarge } from '#server/files/file-store.ts';
import { openFile, removeFile, uploadFile } from '#server/files/files.service.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import { notFound, Refusal, type RefusalKind } from '#shared/core/refusal.ts';
import { fileId, fileSubject, MOST_FILE_BYTES } from '#shared/files/files.schema.ts';

const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 422,
  conflict: 409,
};

type Identify = (req: Request, res: Response) => Promise<RequestContext>;

/**
 * Documents over plain HTTP, because they are streams:
 * `PUT /files/:subjectKind/:subjectId` with the percent-encoded name in `x-file-name` and the bytes as body,
 * `GET /files/:id` as an attachment, `DELETE /files/:id`.
 * Refusals carry the same reasons as those of procedures: `{ code, reasons: [{ code, text }] }`.
 */
export function fileRoutes(_app: AppContext, identify: Identify): Router {
  const router = Router();
  router.put('/files/:subjectKind/:subjectId', as('files.upload', identify, upload));
  router.get('/files/:id', as('files.download', identify, download));
  router.delete('/files/:id', as('files.remove', identify, remove));
  return router;
}

type Work = (ctx: ActorContext, req: Request, res: Response) => Promise<void>;

/** Runs a route as the procedure of that line of the permission table, and turns refusals into answers. */
function as(procedure: Procedure, identify: Identify, work: Work): RequestHandler {
  return async (req, res, next) => {
    let lang = languageOf(req, undefined);
    try {
      const ctx = await identify(req, res);
      lang = ctx.lang;
      if (!ctx.actor) return answer(res, 401, 'UNAUTHORIZED', worded([{ code: 'account.not-signed-in' }], lang));
      const access = accessFor(ctx.actor, procedure);
      if (!access) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
      await work({ ...ctx, actor: ctx.actor, procedure, access }, req, res);
    } catch (error) {
      if (!(error instanceof Refusal)) return next(error);
      answer(res, STATUS_OF[error.kind], error.kind, worded(error.reasons, lang));
    }
  };
}

function answer(res: Response, status: number, code: string, reasons: readonly WordedReason[]): void {
  if (res.headersSent) return void res.destroy();
  res.req.resume(); // a browser only reads the answer after it has sent the rest
  res.status(status).json({ code, reasons });
}

async function upload(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const subject = fileSubject.safeParse(req.params);
  if (!subject.success) throw notFound('file.subject');
  if (Number(req.headers['content-length'] ?? 0) > MOST_FILE_BYTES) throw tooLarge();
  res.status(201).json(await uploadFile(ctx, subject.data, decodedName(req), req));
}

function decodedName(req: Request): string {
  try {
    return decodeURIComponent(String(req.headers['x-file-name'] ?? ''));
  } catch {
    return ''; // half a percent sign: the same as no name
  }
}

async function download(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const { file, path } = await openFile(ctx, idOf(req));
  res.set({
    'Content-Type': file.mediaType,
    'Content-Length': String(file.sizeBytes),
    'Content-Disposition': attachment(file.name),
    'Content-Security-Policy': 'sandbox',
    'X-Content-Type-Options': 'nosniff',
  });
  await pipeline(createReadStream(path), res);
}

async function remove(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  await removeFile(ctx, idOf(req));
  res.status(204).end();
}

function idOf(req: Request) {
  const id = fileId.safeParse(req.params.id);
  if (!id.success) throw notFound('file');
  return id.data;
}
