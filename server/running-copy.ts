import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { findAccount } from '#db/accounts/accounts.queries.ts';
import type { SignIn } from '#server/accounts/auth.ts';
import { findSession } from '#server/accounts/session.ts';
import type { AppContext, ServedCopy } from '#server/core/context.ts';
import { html } from '#server/core/html.ts';
import { languageOf } from '#server/core/language.ts';
import { worded } from '#server/core/worded.ts';
import { isWelcome, type OpenCopy, openCopy } from '#server/open-copy.ts';
import { TrainingHome } from '#server/training/training-home.ts';
import type { Reason } from '#shared/core/reason.ts';

export type Entrance = { enter: RequestHandler; isWelcome(accountId: string): Promise<boolean> };

type Options = {
  signIn: SignIn;
  secure: boolean;
  /** Makes the whole HTTP face of the copy; handed in, because it is made as that of the real system. */
  serve(copy: OpenCopy, entrance: Entrance): RequestHandler;
};
type Running = OpenCopy & { handler: RequestHandler };

const LEAVE_WITHIN_MS = 5_000;

/**
 * The training copy inside the process of the real system, under /tap-huan. It is opened at the first request for it,
 * again when another process made it anew, and let go of while it is reset or removed.
 */
export class RunningCopy implements ServedCopy {
  readonly #real: AppContext;
  readonly #options: Options;
  #running: Promise<Running> | undefined;
  #isAside = false;
  #answering = 0;

  constructor(real: AppContext, options: Options) {
    this.#real = real;
    this.#options = options;
  }

  readonly handler: RequestHandler = (req, res, next) => {
    this.#answer(req, res, next).catch(next);
  };

  async aside(work: () => Promise<void>): Promise<void> {
    this.#isAside = true;
    try {
      await this.close();
      await work();
    } finally {
      this.#isAside = false;
    }
  }

  /** Waits a little for the answers under way, then closes the copy. */
  async close(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (!running) return;
    const until = Date.now() + LEAVE_WITHIN_MS;
    while (this.#answering > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    await running.then(
      (copy) => copy.close(),
      () => undefined, // it never opened
    );
  }

  async #answer(req: Request, res: Response, next: NextFunction): Promise<void> {
    if (this.#isAside) return nothingHere(req, res, 503);
    const facts = await new TrainingHome(this.#real.dataDir).facts();
    if (!facts) return nothingHere(req, res, 404);
    this.#running ??= this.#open();
    let running = await this.#running;
    if (running.facts.id !== facts.id) {
      await this.close();
      this.#running ??= this.#open();
      running = await this.#running;
    }
    this.#answering += 1;
    res.once('close', () => {
      this.#answering -= 1;
    });
    running.handler(req, res, next);
  }

  #open(): Promise<Running> {
    const opening = this.#openNow();
    opening.catch(() => {
      if (this.#running === opening) this.#running = undefined; // the next request tries again
    });
    return opening;
  }

  async #openNow(): Promise<Running> {
    const facts = await new TrainingHome(this.#real.dataDir).facts();
    if (!facts) throw new Error('the training copy went away');
    const copy = await openCopy(this.#real, facts, this.#options.secure);
    const handler = this.#options.serve(copy, {
      enter: (req, res, next) => void this.#enter(copy, req, res).catch(next),
      isWelcome: (accountId) => isWelcome(this.#real, accountId),
    });
    return { ...copy, handler };
  }

  /** `POST /tap-huan/api/auth/enter`: whoever is signed in to the real system is signed in to the copy. */
  async #enter(copy: OpenCopy, req: Request, res: Response): Promise<void> {
    const session = await findSession(this.#real, this.#options.signIn, req.headers.cookie);
    if (!session) return refuse(req, res, 401, { code: 'account.not-signed-in' });
    const { accountId } = session.actor;
    const account = await findAccount(copy.app.db.reads, accountId);
    if (!account) return refuse(req, res, 422, { code: 'training.account-newer' });
    const { setCookies } = await copy.signIn.enterAs(accountId, {
      address: req.ip ?? '',
      userAgent: req.get('user-agent') ?? '',
      cookieHeader: req.headers.cookie,
    });
    res.set('Cache-Control', 'no-store').setHeader('Set-Cookie', setCookies);
    res.json({ ok: true });
  }
}

function refuse(req: Request, res: Response, status: number, reason: Reason): void {
  const [told] = worded([reason], languageOf(req, undefined));
  res.status(status).set('Cache-Control', 'no-store').json(told);
}

/** There is no copy, or it is just being changed: said in words to whoever kept a link to it. */
function nothingHere(req: Request, res: Response, status: 404 | 503): void {
  res.status(status).set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  if (status === 503) res.set('Retry-After', '5');
  if (req.accepts(['json', 'html']) !== 'html') return void res.json({ code: 'training.not-found' });
  const what =
    status === 404
      ? 'Hệ thống này hiện không có bản tập huấn, hoặc bản đó đã được xóa.'
      : 'Bản tập huấn đang được đặt lại. Hãy tải lại trang sau ít giây.';
  const page = html`<!doctype html>
<html lang="vi">
<head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>Chế độ tập huấn</title></head>
<body><h1>Chế độ tập huấn</h1><p>${what}</p><p><a href="/">Về hệ thống thật</a></p></body>
</html>`;
  res.type('html').send(String(page));
}
