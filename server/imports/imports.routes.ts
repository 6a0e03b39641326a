import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { attachment } from '#server/core/attachment.ts';
import type { ActorContext, AppContext, RequestContext } from '#server/core/context.ts';
import { Lane } from '#server/core/lane.ts';
import { languageOf } from '#server/core/language.ts';
import { worded } from '#server/core/worded.ts';
import { startImport } from '#server/imports/imports.service.ts';
import { templateOf, writeBadRows } from '#server/imports/papers.service.ts';
import { fetchPasswords } from '#server/imports/passwords.service.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import { notFound, Refusal, type RefusalKind } from '#shared/core/refusal.ts';
import { MOST_FILE_BYTES } from '#shared/files/files.schema.ts';
import { importKindInput, importRunId, importTarget } from '#shared/imports/imports.schema.ts';

const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 422,
  conflict: 409,
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Each reads the file in a process of up to 800 MB: one after another, whoever asks. */
const marking = new Lane(1);

type Identify = (req: Request, res: Response) => Promise<RequestContext>;
type Work = (ctx: ActorContext, req: Request, res: Response) => Promise<void>;

/**
 * What of imports is a stream: `PUT /imports/:kind?unitId=&clusterYearId=&period=` with the percent-encoded name in
 * `x-file-name` → 201 `{ id }`; `GET /imports/template/:kind`; `GET /imports/:id/bad-rows`; `POST
 * /imports/:id/passwords` (once). Refusals carry the same reasons as those of procedures.
 */
export function importRoutes(_app: AppContext, identify: Identify): Router {
  const router = Router();
  router.put('/imports/:kind', as('imports.start', identify, start));
  router.get('/imports/template/:kind', as('imports.template', identify, template));
  router.get('/imports/:id/bad-rows', as('imports.badRows', identify, badRows));
  router.post('/imports/:id/passwords', as('imports.passwords', identify, passwords));
  return router;
}

function as(procedure: Procedure, identify: Identify, work: Work): RequestHandler {
  return async (req, res, next) => {
    let lang = languageOf(req, undefined);
    const answer = (status: number, code: string, refusal: Refusal) => {
      if (res.headersSent) return void res.destroy();
      req.resume(); // a browser only reads the answer after it has sent the rest
      res.status(status).json({ code, reasons: worded(refusal.reasons, lang) });
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

async function start(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const target = importTarget.safeParse({ ...req.query, kind: req.params.kind });
  if (!target.success) throw notFound('import.target');
  if (Number(req.headers['content-length'] ?? 0) > MOST_FILE_BYTES)
    throw new Refusal('refused', [{ code: 'import.file-too-large', facts: { limitMb: MOST_FILE_BYTES / 1_048_576 } }]);
  res.status(201).json(await startImport(ctx, target.data, decodedName(req), req));
}

function decodedName(req: Request): string {
  try {
    return decodeURIComponent(String(req.headers['x-file-name'] ?? ''));
  } catch {
    return ''; // half a percent sign: the same as no name
  }
}

async function template(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const input = importKindInput.safeParse({ kind: req.params.kind });
  if (!input.success) throw notFound('import.target');
  const { name, bytes } = await templateOf(ctx, input.data.kind);
  res.set({ 'Content-Type': XLSX, 'Content-Disposition': attachment(name) });
  res.send(bytes);
}

async function badRows(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const id = importRunId.safeParse(req.params.id);
  if (!id.success) throw notFound('import');
  const to = path.join(tmpdir(), `luytre-${randomUUID()}.xlsx`);
  try {
    const name = await marking.run(() => writeBadRows(ctx, id.data, to));
    const { size } = await fs.stat(to);
    res.set({ 'Content-Type': XLSX, 'Content-Length': String(size), 'Content-Disposition': attachment(name) });
    await pipeline(createReadStream(to), res);
  } finally {
    await fs.rm(to, { force: true });
  }
}

async function passwords(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const id = importRunId.safeParse(req.params.id);
  if (!id.success) throw notFound('import');
  const { name, text } = await fetchPasswords(ctx, id.data);
  res.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': attachment(name) });
  res.send(text);
}
