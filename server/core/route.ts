import type { Request, RequestHandler, Response } from 'express';
import { attachment } from '#server/core/attachment.ts';
import type { ActorContext, ContextOf } from '#server/core/context.ts';
import { inLanguage, languageOf } from '#server/core/language.ts';
import { takeTry } from '#server/core/rate-limit.ts';
import { worded } from '#server/core/worded.ts';
import { accessFor, type Procedure } from '#shared/accounts/permissions.ts';
import type { Reason } from '#shared/core/reason.ts';
import { Refusal, type RefusalKind } from '#shared/core/refusal.ts';

const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  forbidden: 403,
  refused: 422,
  conflict: 409,
  'too-often': 429,
};
const TEN_MINUTES_MS = 600_000;

/** What a route does once it is known who asks and what they may touch. */
export type RouteWork = (ctx: ActorContext, req: Request, res: Response) => Promise<void>;

/** A refusal as a page for a person, of sentences. */
type RefusalPage = (sentences: readonly string[]) => string;

/**
 * What is no procedure because it is a file: runs `work` as the procedure of that line of the permission table, and
 * turns a Refusal into an answer. A program reads `{ code, reasons: [{ code, text }] }`, whoever followed a link reads
 * the sentences, as `page` where it is given. Anything else that is thrown is a defect and goes on to Express.
 */
export function routeAs(
  procedure: Procedure,
  identify: ContextOf,
  work: RouteWork,
  { page }: { page?: RefusalPage } = {},
): RequestHandler {
  return async (req, res, next) => {
    let lang = languageOf(req, undefined);
    const answer = (status: number, code: string, reasons: readonly Reason[]) => {
      if (res.headersSent) return void res.destroy(); // half a file was on its way
      req.resume(); // a browser only reads the answer after it has sent the rest
      const words = worded(reasons, lang);
      res.status(status).set('Cache-Control', 'no-store');
      const isFollowed = req.method === 'GET' && req.accepts(['json', 'html']) === 'html';
      if (!isFollowed) return void res.json({ code, reasons: words });
      const sentences = words.map(({ text }) => text);
      if (page) return void res.type('html').send(page(sentences));
      res.type('text/plain').send(sentences.join('\n'));
    };
    try {
      const ctx = await identify(req, res);
      lang = ctx.lang;
      const { actor } = ctx;
      if (!actor) return answer(401, 'UNAUTHORIZED', [{ code: 'account.not-signed-in' }]);
      const access = accessFor(actor, procedure);
      if (!access) throw new Refusal('forbidden', [{ code: 'account.lacks-role' }]);
      await inLanguage(lang, () => work({ ...ctx, actor, procedure, access }, req, res));
    } catch (error) {
      if (!(error instanceof Refusal)) return next(error);
      answer(STATUS_OF[error.kind], error.kind, error.reasons);
    }
  };
}

/**
 * Counts one file made for this account: each takes a core for a while.
 *
 * @param kind what is counted together, e.g. 'print'
 * @throws Refusal of `code`, 'too-often'
 */
export async function takeFileTry(
  { db, actor }: ActorContext,
  { kind, limit, code }: { kind: string; limit: number; code: string },
): Promise<void> {
  const taken = await takeTry(db, [{ key: `${kind}:${actor.accountId}`, limit, windowMs: TEN_MINUTES_MS }], new Date());
  if (!taken.ok) throw new Refusal('too-often', [{ code }]);
}

/** The percent-encoded name in `x-file-name`; '' without one. */
export function sentFileName(req: Request): string {
  try {
    return decodeURIComponent(String(req.headers['x-file-name'] ?? ''));
  } catch {
    return ''; // half a percent sign: the same as no name
  }
}

/** The media types of files that the program makes. */
export const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Says what the file is; it is never guessed, run or kept. `shown`: opened in the window instead of saved. */
export function describeFile(
  res: Response,
  { name, type, shown = false }: { name: string; type: string; shown?: boolean },
): void {
  res.set({
    'Content-Type': type,
    'Content-Disposition': shown ? attachment(name).replace('attachment', 'inline') : attachment(name),
    ...(!shown && { 'Content-Security-Policy': 'sandbox' }), // a browser's own reader of PDFs would not open in it
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
}

/** A file made in memory, whole. */
export function sendFile(
  res: Response,
  file: { name: string; type: string; bytes: Uint8Array; shown?: boolean },
): void {
  const { bytes } = file;
  describeFile(res, file);
  res.set('Content-Length', String(bytes.byteLength));
  res.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)); // not send, which would hash megabytes for a tag that no-store makes useless
}
