import { createExpressMiddleware } from '@trpc/server/adapters/express';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { sql } from 'kysely';
import type { SignIn } from '#server/accounts/auth.ts';
import { findSession } from '#server/accounts/session.ts';
import { APP_PROCEDURES, appRouter } from '#server/app-router.ts';
import { printRoutes } from '#server/certificates/print.routes.ts';
import { handOverPackRoutes } from '#server/clusters/hand-over-pack.routes.ts';
import { invitationRoutes } from '#server/conferences/invitations.routes.ts';
import { packRoutes } from '#server/conferences/pack.routes.ts';
import type { AppContext, ContextOf } from '#server/core/context.ts';
import { csrfGuard, ownLoadsOnly } from '#server/core/csrf.ts';
import { html } from '#server/core/html.ts';
import { languageOf } from '#server/core/language.ts';
import { networkOf } from '#server/core/network.ts';
import { apiHeaders, cspNonce, securityHeaders } from '#server/core/security-headers.ts';
import { staticClient } from '#server/core/static-client.ts';
import { assertRules } from '#server/core/trpc.ts';
import { dumpRoutes } from '#server/dumps/dumps.routes.ts';
import { fileRoutes } from '#server/files/files.routes.ts';
import { importRoutes } from '#server/imports/imports.routes.ts';
import { pledgePrintRoutes } from '#server/pledges/pledge-print.routes.ts';
import { workbookRoutes } from '#server/reports/workbook/workbook.routes.ts';
import { verifyRoutes } from '#server/verification/verification.routes.ts';
import { PERMISSIONS } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { TRAINING_BASE } from '#shared/core/training-base.ts';

export type HttpOptions = {
  signIn: SignIn;
  /** Served over TLS, by ourselves or by the proxy before us. */
  secure: boolean;
  trustProxy?: string | number | undefined;
  /** Folder of the built client; without it only the API is served (tests). */
  clientDir?: string;
  /** In the real system: answers everything under /tap-huan. */
  copy?: RequestHandler | undefined;
  /** In the training copy: how one comes in from the real system, and whether that still knows the account. */
  entrance?: { enter: RequestHandler; isWelcome(accountId: string): Promise<boolean> } | undefined;
};

/** What a browser may send in one call; a field's own limit speaks first. */
const MAX_BODY_BYTES = 2_000_000;
const MAX_CALLS_IN_A_BATCH = 10;
/** Lines of the permission table that are plain HTTP routes. */
export const ROUTES: readonly string[] = [
  'files.upload',
  'files.download',
  'files.remove',
  'pledges.print',
  'conferences.pack',
  'conferencePacks.uploadTemplate',
  'clusters.handOverPack',
  'conferences.invitations',
  'reports.downloadWorkbook',
  'reports.uploadWorkbook',
  'imports.start',
  'imports.template',
  'imports.badRows',
  'imports.passwords',
  'training.enter',
];

/** The whole HTTP face of the server, ready to listen. */
export function createHttp(app: AppContext, options: HttpOptions): Express {
  assertRules(APP_PROCEDURES, ROUTES, Object.keys(PERMISSIONS));
  const http = express();
  http.disable('x-powered-by');
  http.set('query parser', 'simple');
  if (options.trustProxy !== undefined) http.set('trust proxy', options.trustProxy);

  const contextOf: ContextOf = async (req, res) => {
    const found = await findSession(app, options.signIn, req.headers.cookie);
    const isWelcome = !found || !options.entrance || (await options.entrance.isWelcome(found.actor.accountId));
    const session = isWelcome ? found : null;
    const requestId = res.locals.requestId as string;
    const lang = languageOf(req, session?.lang);
    const network = networkOf(req.ip ?? '');
    return { ...app, requestId, lang, network, actor: session?.actor ?? null, sessionId: session?.sessionId ?? null };
  };

  http.get('/healthz', async (_req, res) => {
    const database = await answers(app);
    res.status(database ? 200 : 503).json({ status: database ? 'ok' : 'down', database: app.db.engine });
  });

  if (options.copy) http.use(TRAINING_BASE, options.copy);
  http.use((_req, res, next) => {
    res.locals.requestId = app.newId();
    next();
  });
  http.use(['/trpc', '/api'], apiHeaders(options.secure));
  http.use(csrfGuard({ publicUrl: app.publicUrl }));
  if (options.entrance) http.post('/api/auth/enter', options.entrance.enter);
  http.use('/api/auth', options.signIn.handler);
  // Addresses end up in logs and histories, and a link must change nothing: inputs come in the body only.
  http.use('/trpc', (req, res, next) => {
    // An open page learns from its next answer that the day has changed (midnight, or the demo's clock).
    res.set('x-luytre-today', vietnamDate(app.now()));
    if (req.method === 'POST') return next();
    res.status(405).set('Allow', 'POST').json({ code: 'METHOD_NOT_SUPPORTED' });
  });
  http.use(
    '/trpc',
    createExpressMiddleware({
      router: appRouter,
      allowMethodOverride: true,
      maxBatchSize: MAX_CALLS_IN_A_BATCH,
      maxBodySize: MAX_BODY_BYTES,
      createContext: ({ req, res }) => contextOf(req, res),
    }),
  );

  http.use(cspNonce, securityHeaders(options.secure));
  http.use(['/files', '/imports', '/print'], ownLoadsOnly, (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  http.use(fileRoutes(contextOf));
  http.use(printRoutes(contextOf));
  http.use(pledgePrintRoutes(contextOf));
  http.use(packRoutes(contextOf));
  http.use(handOverPackRoutes(contextOf));
  http.use(invitationRoutes(contextOf));
  http.use(workbookRoutes(contextOf));
  http.use(importRoutes(contextOf));
  http.use(dumpRoutes(contextOf));
  http.use(verifyRoutes(app));
  if (options.clientDir) http.use(staticClient(options.clientDir));
  http.use(lastResort(app));
  return http;
}

async function answers(app: AppContext): Promise<boolean> {
  try {
    await sql`select 1`.execute(app.db.reads);
    return true;
  } catch (error) {
    app.log.error({ error }, 'the database does not answer');
    return false;
  }
}

/** Whatever nobody caught: a number for the user, the trace for the log. */
const lastResort =
  (app: AppContext): ErrorRequestHandler =>
  (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const status = typeof error?.status === 'number' && error.status < 500 ? error.status : 500;
    const requestId = (res.locals.requestId as string | undefined) ?? app.newId();
    if (status === 500) app.log.error({ requestId, error }, 'unexpected error');
    res.status(status);
    if (req.accepts(['json', 'html']) === 'html') res.type('html').send(errorPage(requestId));
    else res.json({ code: status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST', errorId: requestId });
  };

/** For somebody who opened an address and met a defect: what to do, and the number that leads to the log. */
const errorPage = (requestId: string) =>
  String(html`<!doctype html>
<html lang="vi">
<head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>Chưa mở được trang</title></head>
<body><h1>Chưa mở được trang</h1>
<p>Hệ thống gặp lỗi ngoài dự kiến. Hãy tải lại trang; nếu vẫn lỗi, báo cho quản trị hệ thống kèm mã số:</p>
<p><code>${requestId}</code></p></body>
</html>`);
