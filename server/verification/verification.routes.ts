import { randomBytes } from 'node:crypto';
import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { AppContext } from '#server/core/context.ts';
import { networkOf } from '#server/core/network.ts';
import { type Verified, verify } from '#server/verification/verification.service.ts';
import { renderVerifyPage } from '#server/verification/verify-page.ts';
import { VisitLimit } from '#server/verification/visit-limit.ts';
import type { VerifyState } from '#shared/verification/verification.schema.ts';

const VISITS_IN_A_MINUTE = 60;
const LONGEST_SIGNATURE = 200;

const STATUS_OF: Readonly<Partial<Record<VerifyState, number>>> = {
  'not-found': 404,
  malformed: 404,
  training: 404,
  'too-many': 429,
};

/**
 * The public page: `GET /verify` (the form), `/verify/:code?s=…` (what a QR code opens), `/verify?code=…` (what the
 * form sends). For everybody, without session or script. `?lang=en` gives English.
 */
export function verifyRoutes(app: AppContext): Router {
  const router = Router();
  const limit = new VisitLimit(VISITS_IN_A_MINUTE);

  router.get('/verify', async (req, res) => {
    const typed = text(req.query.code);
    if (typed === undefined) return page(app, req, res, { result: { state: 'ask' }, demo: false });
    await answer(app, limit, req, res, typed);
  });
  router.get('/verify/:code', (req, res) => answer(app, limit, req, res, req.params.code));
  // A code has no slash, but whoever altered the address gets this page too, not the sign-in of the office.
  router.get('/verify/*rest', (req, res) => answer(app, limit, req, res, req.path.slice('/verify/'.length)));
  router.use('/verify', brokenAddress(app));
  return router;
}

async function answer(app: AppContext, limit: VisitLimit, req: Request, res: Response, typed: string): Promise<void> {
  const wait = limit.take(networkOf(req.ip ?? ''), Date.now());
  if (wait > 0) {
    res.set('Retry-After', String(wait));
    return page(app, req, res, { result: { state: 'too-many' }, demo: false });
  }
  if (app.training) return page(app, req, res, { result: { state: 'training' }, demo: false });
  page(app, req, res, await verify(app, typed, text(req.query.s)?.slice(0, LONGEST_SIGNATURE)));
}

function page(app: AppContext, req: Request, res: Response, { result, demo }: Verified): void {
  const nonce = (res.locals.cspNonce as string | undefined) ?? randomBytes(18).toString('base64');
  res
    .status(STATUS_OF[result.state] ?? 200)
    .set({
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
      // Stricter than the rest of the product: this page needs one style and one form.
      'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    })
    .type('html')
    .send(
      renderVerifyPage(result, {
        demo: demo || app.demo,
        publicUrl: app.publicUrl,
        lang: text(req.query.lang) === 'en' ? 'en' : 'vi',
        nonce,
      }),
    );
}

/** "/verify/%E0%A4%A" is no text at all; somebody who typed it still deserves the page. */
function brokenAddress(app: AppContext): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (!(error instanceof URIError)) return next(error);
    page(app, req, res, { result: { state: 'malformed', typed: '' }, demo: false });
  };
}

/** One value of the query string; a name given twice comes as a list and counts as not given. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
