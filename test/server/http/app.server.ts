import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { afterAll } from 'vitest';
import { createAuth } from '#server/accounts/auth.ts';
import type { AppContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { createLog } from '#server/core/log.ts';
import { createHttp } from '#server/http.ts';
import { testKeys, WORLD_NOW, type World } from '#test/builders/world.builder.ts';
import { testDirectory } from '#test/core/test-db.ts';
import { cookieOf, givenAccount, PASSWORD } from '#test/server/accounts/sign-in.server.ts';

export const OWN = { 'content-type': 'application/json', 'x-luytre': '1' };

/** The whole HTTP face on a port of its own, with a client of one page. */
export type AppServer = {
  url: string;
  /** Everything the server logged, one JSON line each. */
  log(): string;
  /** A new account of Sơn La with the role reporter. */
  account(): Promise<{ username: string; password: string }>;
  /** Signs in with a new account; gives its cookie. */
  signIn(): Promise<string>;
  /** A call as the client sends it. */
  call(procedure: string, input: unknown, cookie?: string): Promise<Response>;
};

/** A page as the build leaves it, with the word that the server replaces. */
const PAGE =
  '<!doctype html><html lang="vi"><head><style nonce="__NONCE__">p{}</style></head><body><div id="root"></div></body></html>';

const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers.splice(0)) close();
});

export async function serveApp(world: World, { secure = false } = {}): Promise<AppServer> {
  const lines: string[] = [];
  const clientDir = testDirectory();
  writeFileSync(path.join(clientDir, 'index.html'), PAGE);
  const app: AppContext = {
    db: world.db,
    keys: testKeys(),
    log: createLog('info', { write: (line) => lines.push(line) }),
    now: () => new Date(WORLD_NOW),
    newId: () => uuidv7(),
    dataDir: testDirectory(),
    publicUrl: secure ? 'https://luytre.test' : 'http://luytre.test',
    demo: false,
  };
  const signIn = createAuth(app, { secureCookies: secure });
  const server = createHttp(app, { signIn, secure, clientDir }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  async function account() {
    const username = `sl.${uuidv7().slice(-8)}`;
    const unitId = world.units.SL;
    await givenAccount(app, { username, unitId, roles: [{ role: 'reporter', unitId }] });
    return { username, password: PASSWORD };
  }
  return {
    url,
    log: () => lines.join(''),
    account,
    async signIn() {
      const answer = await fetch(`${url}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: OWN,
        body: JSON.stringify(await account()),
      });
      return cookieOf(answer);
    },
    call: (procedure, input, cookie = '') =>
      fetch(`${url}/trpc/${procedure}`, {
        method: 'POST',
        headers: { ...OWN, cookie },
        body: JSON.stringify(input),
      }),
  };
}
