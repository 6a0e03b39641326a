import { type Request, type Response, Router } from 'express';
import { namesAsText, namesAsWord, namesWithValues } from '#server/conferences/pack/names-paper.ts';
import { openPack, takePackTry } from '#server/conferences/pack/packs.service.ts';
import { fieldsOf, openTemplate, previewTemplate, uploadTemplate } from '#server/conferences/pack/templates.service.ts';
import type { ActorContext, ContextOf } from '#server/core/context.ts';
import { MEDIA, type RouteWork, routeAs, sendFile, sentFileName } from '#server/core/route.ts';
import { fillWord } from '#server/papers/papers.service.ts';
import { clusterYearInput } from '#shared/clusters/clusters.schema.ts';
import { INVITATION_NAMES } from '#shared/conferences/invitation-names.ts';
import { PACK_NAMES } from '#shared/conferences/pack-names.ts';
import { packId, templateAddress, templatePlace } from '#shared/conferences/packs.schema.ts';
import { notFound, Refusal } from '#shared/core/refusal.ts';
import { MOST_TEMPLATE_BYTES } from '#shared/papers/paper-names.ts';

type Paper = { name: string; bytes: Uint8Array };

/**
 * The papers of conferences over plain HTTP, for the office of the unit that leads (what was sent also for the one
 * that was chair of the year): `GET
 * /print/conference-packs/:packId.zip` (one version); `GET /print/conference-templates/:clusterYearId/:paper/:id` and
 * `…/:id/preview` (`built-in` for the program's own), `GET /print/conference-names/:clusterYearId.(docx|txt)`; `PUT
 * /files/conference-templates/:clusterYearId/:paper` with the percent-encoded name in `x-file-name` → 201 `{ id }`.
 */
export function packRoutes(identify: ContextOf): Router {
  const router = Router();
  router.get('/print/conference-packs/:id.zip', routeAs('conferencePacks.ofYear', identify, version));
  router.get('/print/conference-templates/:clusterYearId/:paper/:id', routeAs('conferences.pack', identify, template));
  router.get(
    '/print/conference-templates/:clusterYearId/:paper/:id/preview',
    routeAs('conferences.pack', identify, preview),
  );
  router.get('/print/conference-names/:clusterYearId.docx', routeAs('conferences.pack', identify, names('docx')));
  router.get('/print/conference-names/:clusterYearId.txt', routeAs('conferences.pack', identify, names('txt')));
  router.put(
    '/files/conference-templates/:clusterYearId/:paper',
    routeAs('conferencePacks.uploadTemplate', identify, upload),
  );
  return router;
}

async function version(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const id = packId.safeParse(req.params.id);
  if (!id.success) throw notFound('conference-pack');
  give(res, MEDIA.zip, await openPack(ctx, id.data));
}

async function template(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  give(res, MEDIA.docx, await openTemplate(ctx, addressOf(req)));
}

async function preview(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const address = addressOf(req);
  await takePackTry(ctx);
  give(res, MEDIA.docx, await previewTemplate(ctx, address));
}

const names =
  (kind: 'docx' | 'txt'): RouteWork =>
  async (ctx, req, res) => {
    const input = clusterYearInput.safeParse({ clusterYearId: req.params.clusterYearId });
    if (!input.success) throw notFound('cluster-year');
    await takePackTry(ctx);
    const { clusterYearId } = input.data;
    const list = [
      ...namesWithValues(PACK_NAMES, await fieldsOf(ctx, clusterYearId, 'report'), 'vi'),
      ...namesWithValues(INVITATION_NAMES, await fieldsOf(ctx, clusterYearId, 'invitation'), 'vi'),
    ];
    const name = `Danh sách tên dùng trong mẫu.${kind}`;
    if (kind === 'txt') return give(res, 'text/plain; charset=utf-8', { name, bytes: Buffer.from(namesAsText(list)) });
    const { template: form, fields } = namesAsWord(list);
    give(res, MEDIA.docx, { name, bytes: await fillWord(form, fields) });
  };

async function upload(ctx: ActorContext, req: Request, res: Response): Promise<void> {
  const place = templatePlace.safeParse(req.params);
  if (!place.success) throw notFound('cluster-year');
  if (Number(req.headers['content-length'] ?? 0) > MOST_TEMPLATE_BYTES)
    throw new Refusal('refused', [{ code: 'paper.too-large', facts: { limitMb: MOST_TEMPLATE_BYTES / 1_048_576 } }]);
  await takePackTry(ctx);
  res.status(201).json(await uploadTemplate(ctx, place.data, sentFileName(req), req));
}

function addressOf(req: Request) {
  const address = templateAddress.safeParse(req.params);
  if (!address.success) throw notFound('paper-template');
  return address.data;
}

const give = (res: Response, type: string, paper: Paper): void => sendFile(res, { ...paper, type });
