import { type Request, type RequestHandler, type Response, Router } from 'express';
import { namesAsText, namesAsWord } from '#server/conferences/pack/names-paper.ts';
import { openPack, takePackTry } from '#server/conferences/pack/packs.service.ts';
import {
  fieldsOf,
  namesWithValues,
  openTemplate,
  previewTemplate,
  uploadTemplate,
} from '#server/conferences/pack/templates.service.ts';
import { attachment } from '#server/core/attachment.ts';
import type { ActorContext, AppContext, ContextOf } from '#server/core/context.ts';
import { languageOf } from '#server/core/language.ts';
import { worded } from '#server/core/worded.ts';
import { fillWord } from '#server/papers/papers.service.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';
import { packId, templateAddress, templatePlace } from '#shared/conferences/packs.schema.ts';
import { notFound, Refusal, type RefusalKind } from '#shared/core/refusal.ts';
import { MOST_TEMPLATE_BYTES } from '#shared/papers/paper-names.ts';

const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 422,
  conflict: 409,
};
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Work = (ctx: ActorContext, req: Request, res: Response) => Promise<void>;
type Paper = { name: string; bytes: Uint8Array };

/**
 * The papers of conferences over plain HTTP, for the office of the unit that leads: `GET
 * /print/conference-packs/:packId.zip` (one version); `GET /print/conference-templates/:clusterYearId/:paper/:id` and
 * `…/:id/preview` (`built-in` for the program's own), `GET /print/conference-names/:clusterYearId.(docx|txt)`; `PUT
 * /files/conference-templates/:clusterYearId/:paper` with the percent-encoded name in `x-file-name` → 201 `{ id }`.
 */
export function packRoutes(_app: AppContext, identify: ContextOf): Router {
  const router = Router();
  router.get('/print/conference-packs/:id.zip', as('conferences.pack', identify, version));
  router.get('/print/conference-templates/:clusterYearId/:paper/:id', as('conferences.pack', identify, template));
  router.get(
    '/print/conference-templates/:clusterYearId/:paper/:id/preview',
    as('conferences.pack', identify, preview),
  );
  router.get('/print/conference-names/:clusterYearId.docx', as('conferences.pack', identify, names('docx')));
  router.get('/print/conference-names/:clusterYearId.txt', as('conferences.pack', identify, names('txt')));
  router.put(
    '/files/conference-templates/:clusterYearId/:paper',
    as('conferencePacks.uploadTemplate', identify, upload),
  );
  return router;
}

function as(procedure: Procedure, identify: ContextOf, work: Work): RequestHandler {
  return async (req, res, next) => {
    let lang = languageOf(req, undefined);
    const answer = (status: number, code: string, refusal: Refusal) => {
      if (res.headersSent) return void res.destroy();
      req.resume(); // a browser only reads the answer after it has sent the rest
      const reasons = worded(refusal.reasons, lang);
      res.status(status).set('Cache-Control', 'no-store');
      if (req.method === 'PUT' || req.accepts(['html', 'json']) === 'json') return void res.json({ code, reasons });
      res.type('text/plain').send(reasons.map(({ text }) => text).join('\n'));
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
      const isOften = error.reasons[0]?.code === 'conference-pack.often';
      answer(isOften ? 429 : STATUS_OF[error.kind], error.kind, error);
    }
  };
}

async function version(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const id = packId.safeParse(req.params.id);
  if (!id.success) throw notFound('conference-pack');
  give(res, 'application/zip', await openPack(ctx, id.data));
}

async function template(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  give(res, DOCX, await openTemplate(ctx, addressOf(req)));
}

async function preview(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const address = addressOf(req);
  await takePackTry(ctx);
  give(res, DOCX, await previewTemplate(ctx, address));
}

const names =
  (kind: 'docx' | 'txt'): Work =>
  async (ctx, req, res) => {
    const input = clusterYearInput.safeParse({ clusterYearId: req.params.clusterYearId });
    if (!input.success) throw notFound('cluster-year');
    await takePackTry(ctx);
    const list = namesWithValues(await fieldsOf(ctx, input.data.clusterYearId), 'vi');
    const name = `Danh sách tên dùng trong mẫu.${kind}`;
    if (kind === 'txt') return give(res, 'text/plain; charset=utf-8', { name, bytes: Buffer.from(namesAsText(list)) });
    const { template: form, fields } = namesAsWord(list);
    give(res, DOCX, { name, bytes: await fillWord(form, fields) });
  };

async function upload(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const place = templatePlace.safeParse(req.params);
  if (!place.success) throw notFound('cluster-year');
  if (Number(req.headers['content-length'] ?? 0) > MOST_TEMPLATE_BYTES)
    throw new Refusal('refused', [{ code: 'paper.too-large', facts: { limitMb: MOST_TEMPLATE_BYTES / 1_048_576 } }]);
  await takePackTry(ctx);
  res.status(201).json(await uploadTemplate(ctx, place.data, decodedName(req), req));
}

function addressOf(req: Request) {
  const address = templateAddress.safeParse(req.params);
  if (!address.success) throw notFound('paper-template');
  return address.data;
}

function decodedName(req: Request): string {
  try {
    return decodeURIComponent(String(req.headers['x-file-name'] ?? ''));
  } catch {
    return ''; // half a percent sign: the same as no name
  }
}

function give(res: Response, type: string, { name, bytes }: Paper): void {
  res.set({
    'Content-Type': type,
    'Content-Disposition': attachment(name),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  res.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
