import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { type AccountDraft, createAccount } from '#server/accounts/accounts.service.ts';
import { createAuth } from '#server/accounts/auth.ts';
import { findSession, type Session } from '#server/accounts/session.ts';
import { type AppContext, systemContext } from '#server/core/context.ts';
import { csrfGuard } from '#server/core/csrf.ts';
import { uuidv7 } from '#server/core/ids.ts';

export const PASSWORD = 'mười hai con giáp';

/** A server with nothing but sign-in and one page that says who asks, on a port of its own. */
export type SignInServer = {
  app: AppContext;
  /** Moves the real clock on by so many ms. */
  wait(ms: number): void;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  signIn(username: string, password: string, headers?: Record<string, string>): Promise<Response>;
  whoAmI(cookie: string): Promise<Session | null>;
};

const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers.splice(0)) close();
});

export function anApp(db: Db): AppContext {
  return {
    db,
    keys: {
      signing: [],
      cccdCipher: [],
      cccdIndex: [],
      authSecret: [{ id: 'auth-secret-1', secret: randomBytes(32) }],
    },
    log: pino({ level: 'silent' }),
    now: () => new Date('2024-03-01T02:00:00.000Z'), // the demo's stopped day: sessions must not care
    newId: () => uuidv7(),
    dataDir: '/nowhere',
    publicUrl: 'http://luytre.test',
    demo: true,
  };
}

export async function serveSignIn(
  db: Db,
  options: { secureCookies?: boolean; triesPerAddress?: number; app?: AppContext } = {},
): Promise<SignInServer> {
  const { secureCookies = false, triesPerAddress, app = anApp(db) } = options;
  let shift = 0;
  const auth = createAuth(app, { secureCookies, triesPerAddress, clock: () => new Date(Date.now() + shift) });
  const http = express();
  http.set('trust proxy', 'loopback');
  http.use(csrfGuard({ publicUrl: app.publicUrl }));
  http.use('/api/auth', auth.handler);
  http.get('/me', async (req, res) => {
    res.json(await findSession(app, auth, req.headers.cookie));
  });
  const server = http.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post: SignInServer['post'] = (path, body, headers = {}) =>
    fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-luytre': '1', ...headers },
      body: JSON.stringify(body),
    });
  return {
    app,
    wait: (ms) => {
      shift += ms;
    },
    post,
    signIn: (username, password, headers) => post('/api/auth/sign-in/username', { username, password }, headers),
    whoAmI: async (cookie) => (await fetch(`${base}/me`, { headers: { cookie } })).json() as Promise<Session | null>,
  };
}

/** An account that can sign in; returns its id. */
export function givenAccount(app: AppContext, about: Partial<AccountDraft> = {}): Promise<string> {
  return createAccount(systemContext(app, 'test'), {
    username: 'lan',
    displayName: 'Hoàng Thị Lan',
    password: PASSWORD,
    unitId: null,
    title: 'Chuyên viên',
    roles: [],
    ...about,
  });
}

/** The cookie of an answer as the browser sends it back. */
export function cookieOf(response: Response): string {
  return response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0])[0] ?? '';
}
