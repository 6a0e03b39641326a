import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { ActorContext, ContextOf } from '#server/core/context.ts';
import { Lane } from '#server/core/lane.ts';
import { describeFile, MEDIA, routeAs, sendFile, sentFileName } from '#server/core/route.ts';
import { startImport } from '#server/imports/imports.service.ts';
import { templateOf, writeBadRows } from '#server/imports/papers.service.ts';
import { fetchPasswords } from '#server/imports/passwords.service.ts';
import { notFound, Refusal } from '#shared/core/refusal.ts';
import { MOST_FILE_BYTES } from '#shared/files/files.schema.ts';
import { importKindInput, importRunId, importTarget } from '#shared/imports/imports.schema.ts';

/** Each reads the file in a process of up to 800 MB: one after another, whoever asks. */
const marking = new Lane(1);

/**
 * What of imports is a stream: `PUT /imports/:kind?unitId=&clusterYearId=&period=` with the percent-encoded name in
 * `x-file-name` → 201 `{ id }`; `GET /imports/template/:kind`; `GET /imports/:id/bad-rows`; `POST
 * /imports/:id/passwords` (once). Refusals carry the same reasons as those of procedures.
 */
export function importRoutes(identify: ContextOf): Router {
  const router = Router();
  router.put('/imports/:kind', routeAs('imports.start', identify, start));
  router.get('/imports/template/:kind', routeAs('imports.template', identify, template));
  router.get('/imports/:id/bad-rows', routeAs('imports.badRows', identify, badRows));
  router.post('/imports/:id/passwords', routeAs('imports.passwords', identify, passwords));
  return router;
}

async function start(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const target = importTarget.safeParse({ ...req.query, kind: req.params.kind });
  if (!target.success) throw notFound('import.target');
  if (Number(req.headers['content-length'] ?? 0) > MOST_FILE_BYTES)
    throw new Refusal('refused', [{ code: 'import.file-too-large', facts: { limitMb: MOST_FILE_BYTES / 1_048_576 } }]);
  res.status(201).json(await startImport(ctx, target.data, sentFileName(req), req));
}

async function template(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const input = importKindInput.safeParse({ kind: req.params.kind });
  if (!input.success) throw notFound('import.target');
  const { name, bytes } = await templateOf(ctx, input.data.kind);
  sendFile(res, { name, type: MEDIA.xlsx, bytes });
}

async function badRows(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const id = importRunId.safeParse(req.params.id);
  if (!id.success) throw notFound('import');
  const to = path.join(tmpdir(), `luytre-${randomUUID()}.xlsx`);
  try {
    const name = await marking.run(() => writeBadRows(ctx, id.data, to));
    const { size } = await fs.stat(to);
    describeFile(res, { name, type: MEDIA.xlsx });
    res.set('Content-Length', String(size));
    await pipeline(createReadStream(to), res);
  } finally {
    await fs.rm(to, { force: true });
  }
}

async function passwords(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const id = importRunId.safeParse(req.params.id);
  if (!id.success) throw notFound('import');
  const { name, text } = await fetchPasswords(ctx, id.data);
  sendFile(res, { name, type: MEDIA.csv, bytes: Buffer.from(text) });
}
