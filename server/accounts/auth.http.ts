import express, { type ErrorRequestHandler, type Response, Router } from 'express';
import * as z from 'zod/mini';
import type { SignIn } from '#server/accounts/auth.ts';
import { languageOf } from '#server/core/language.ts';
import { worded } from '#server/core/worded.ts';
import type { Reason } from '#shared/core/reason.ts';

const credentials = z.strictObject({
  username: z.string().check(z.maxLength(1000)),
  password: z.string().check(z.maxLength(1000)),
});

/**
 * `/api/auth/sign-in/username` and `/api/auth/sign-out`, both POST; nothing else of the sign-in library is reachable.
 * Mount it behind `csrfGuard`. Answers 200 `{ok: true}`, 401 for wrong credentials (one body for every ground),
 * 429 with `Retry-After` in seconds, 400 for another shape.
 */
export function authRouter(auth: Pick<SignIn, 'signIn' | 'signOut'>): Router {
  const router = Router();
  router.use((_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.use(express.json({ limit: '8kb' }));

  router.post('/sign-in/username', async (req, res) => {
    const body = credentials.safeParse(req.body);
    if (!body.success) return refuse(res, 400, { code: 'input.malformed' });
    const result = await auth.signIn({
      ...body.data,
      address: req.ip ?? '',
      userAgent: req.get('user-agent') ?? '',
      cookieHeader: req.headers.cookie,
    });
    if (result.ok) {
      res.setHeader('Set-Cookie', result.setCookies);
      res.json({ ok: true });
    } else if (result.why === 'too-many') {
      const seconds = Math.ceil(result.retryAfterMs / 1000);
      res.setHeader('Retry-After', String(seconds));
      refuse(res, 429, { code: 'account.too-many-tries', facts: { minutesCount: Math.ceil(seconds / 60) } });
    } else refuse(res, 401, { code: 'account.wrong-credentials' });
  });

  router.post('/sign-out', async (req, res) => {
    const { setCookies } = await auth.signOut(req.headers.cookie);
    res.setHeader('Set-Cookie', setCookies);
    res.json({ ok: true });
  });

  router.use((_req, res) => refuse(res, 404, { code: 'request.unknown' }));
  router.use(badBody);
  return router;
}

/** A body that is no JSON or too large; other errors go on to the server's last handler. */
const badBody: ErrorRequestHandler = (error, _req, res, next) => {
  const status = (error as { status?: unknown }).status;
  if (status === 400 || status === 413) refuse(res, status, { code: 'input.malformed' });
  else next(error);
};

function refuse(res: Response, status: number, reason: Reason): void {
  const [told] = worded([reason], languageOf(res.req, undefined));
  res.status(status).json(told);
}
