import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { ActorContext, ContextOf } from '#server/core/context.ts';
import { describeFile, routeAs, sentFileName } from '#server/core/route.ts';
import { tooLarge } from '#server/files/file-store.ts';
import { openFile, removeFile, uploadFile } from '#server/files/files.service.ts';
import { notFound } from '#shared/core/refusal.ts';
import { fileId, fileSubject, MOST_FILE_BYTES } from '#shared/files/files.schema.ts';

/**
 * Documents over plain HTTP, because they are streams:
 * `PUT /files/:subjectKind/:subjectId` with the percent-encoded name in `x-file-name` and the bytes as body,
 * `GET /files/:id` as an attachment, `DELETE /files/:id`.
 * Refusals carry the same reasons as those of procedures: `{ code, reasons: [{ code, text }] }`.
 */
export function fileRoutes(identify: ContextOf): Router {
  const router = Router();
  router.put('/files/:subjectKind/:subjectId', routeAs('files.upload', identify, upload));
  router.get('/files/:id', routeAs('files.download', identify, download));
  router.delete('/files/:id', routeAs('files.remove', identify, remove));
  return router;
}

async function upload(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const subject = fileSubject.safeParse(req.params);
  if (!subject.success) throw notFound('file.subject');
  if (Number(req.headers['content-length'] ?? 0) > MOST_FILE_BYTES) throw tooLarge();
  res.status(201).json(await uploadFile(ctx, subject.data, sentFileName(req), req));
}

async function download(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const { file, path } = await openFile(ctx, idOf(req));
  describeFile(res, { name: file.name, type: file.mediaType });
  res.set('Content-Length', String(file.sizeBytes));
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
