import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { username } from 'better-auth/plugins/username';
import type { Router } from 'express';
import { findAccount, findAccountByUsername } from '#db/accounts/accounts.queries.ts';
import { authRouter } from '#server/accounts/auth.http.ts';
import { hashPassword, verifyPassword } from '#server/accounts/password.ts';
import { createSessionReader, type SessionReader } from '#server/accounts/session.ts';
import { SESSION_ABSOLUTE_MS, signedToken, tokenOfCookie } from '#server/accounts/session-cookie.ts';
import { recordSignInEvent } from '#server/accounts/sign-in-audit.ts';
import type { AppContext } from '#server/core/context.ts';
import { networkOf } from '#server/core/network.ts';
import { forgiveTries, type Limit, takeTry } from '#server/core/rate-limit.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '#shared/accounts/password.rules.ts';
import { cleanText } from '#shared/core/clean.ts';
import { fold } from '#shared/core/fold.ts';

export type AuthOptions = {
  secureCookies: boolean;
  /** Wrong tries from one address in an hour, over all accounts; an office behind one address may need more. */
  triesPerAddress?: number | undefined;
  /** The real time, for sessions and limits. */
  clock?: (() => Date) | undefined;
};

export type SignInRequest = {
  username: string;
  password: string;
  /** Network address of the sender as our proxy setting tells it. */
  address: string;
  userAgent: string;
  cookieHeader: string | undefined;
};

export type SignInResult =
  | { ok: true; setCookies: string[] }
  | { ok: false; why: 'wrong' }
  | { ok: false; why: 'too-many'; retryAfterMs: number };

/** Signing in and out, and what a request needs to know who sends it. */
export type SignIn = {
  /** For `/api/auth`. */
  handler: Router;
  sessions: SessionReader;
  signIn(request: SignInRequest): Promise<SignInResult>;
  signOut(cookieHeader: string | undefined): Promise<{ setCookies: string[] }>;
  /** Begins a session of an account whose holder is known already: whoever comes from the real system into its copy. */
  enterAs(accountId: string, request: Omit<SignInRequest, 'username' | 'password'>): Promise<{ setCookies: string[] }>;
};

const TRIES_PER_ACCOUNT = 5;
const ACCOUNT_WINDOW_MS = 15 * 60_000;
const TRIES_PER_ADDRESS = 20;
const ADDRESS_WINDOW_MS = 60 * 60_000;
const LONGEST_USERNAME = 60;

/** Headers by which we tell the library what express knows; it must not believe X-Forwarded-For itself. */
const ADDRESS_HEADER = 'x-luytre-address';

/**
 * Sign-in by the library (better-auth) on our tables. Only two of its doors are open: by username and password,
 * and out. Everything else it offers is never reached, because it is not mounted: we call it.
 */
export function createAuth(app: AppContext, options: AuthOptions): SignIn {
  const { secureCookies, triesPerAddress = TRIES_PER_ADDRESS, clock = () => new Date() } = options;
  const sessions = createSessionReader(app, { secureCookies, clock });
  const { cookieName, secrets } = sessions;
  const auth = configure(app, secrets[0]!, cookieName, secureCookies);

  /** Never tells which part was wrong, nor whether the account exists, is disabled or has no password. */
  async function signIn(request: SignInRequest): Promise<SignInResult> {
    const name = cleanText(request.username).trim().toLowerCase();
    const limits = limitsFor(name, request.address);
    const allowed = await takeTry(app.db, limits, clock());
    if (!allowed.ok) return { ok: false, why: 'too-many', retryAfterMs: allowed.retryAfterMs };

    const setCookies = await verified(name, request);
    if (!setCookies) {
      const account = await findAccountByUsername(app.db.reads, name);
      await recordSignInEvent(app, { kind: 'failed', account, address: request.address });
      return { ok: false, why: 'wrong' };
    }
    await forgiveTries(app.db, [limits[0].key], [limits[1].key]);
    await endSession(request.cookieHeader); // a token from before must not live on beside the new one
    return { ok: true, setCookies };
  }

  /** The cookies of a new session, or undefined when the library says no. */
  async function verified(name: string, { password, address, userAgent }: SignInRequest) {
    if (name.length > LONGEST_USERNAME || password.length > PASSWORD_MAX_LENGTH) return undefined;
    const headers = new Headers({ [ADDRESS_HEADER]: address, 'user-agent': headerText(userAgent) });
    try {
      const answer = await auth.api.signInUsername({
        body: { username: name, password },
        headers,
        returnHeaders: true,
      });
      return answer.headers.getSetCookie();
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500) return undefined;
      throw error;
    }
  }

  /** Ends the session of this cookie, if it is one of ours and still there. */
  async function endSession(cookieHeader: string | undefined): Promise<void> {
    const token = tokenOfCookie(cookieHeader, cookieName, secrets);
    if (token === undefined) return;
    const context = await auth.$context;
    await context.internalAdapter.deleteSession(token);
  }

  /** Ends the session for good and gives the header that makes the browser forget its cookie. */
  async function signOut(cookieHeader: string | undefined): Promise<{ setCookies: string[] }> {
    await endSession(cookieHeader);
    const secure = secureCookies ? '; Secure' : '';
    return { setCookies: [`${cookieName}=; Max-Age=0; Path=/; HttpOnly${secure}; SameSite=Lax`] };
  }

  async function enterAs(accountId: string, request: Omit<SignInRequest, 'username' | 'password'>) {
    await endSession(request.cookieHeader);
    const context = await auth.$context;
    const { token } = await context.internalAdapter.createSession(accountId, false, {
      ipAddress: request.address,
      userAgent: headerText(request.userAgent),
    });
    const value = encodeURIComponent(signedToken(token, secrets));
    const seconds = SESSION_ABSOLUTE_MS / 1000;
    const secure = secureCookies ? '; Secure' : '';
    return { setCookies: [`${cookieName}=${value}; Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`] };
  }

  /** Keys are hashed: what people type as a name may be their password. */
  function limitsFor(name: string, address: string): [Limit, Limit] {
    const network = networkOf(address);
    const hashed = (text: string) => createHmac('sha256', secrets[0]!).update(text).digest('base64url').slice(0, 32);
    return [
      {
        key: `sign-in:${hashed(`${fold(name)}|${network}`)}`,
        limit: TRIES_PER_ACCOUNT,
        windowMs: ACCOUNT_WINDOW_MS,
      },
      { key: `sign-in-address:${hashed(network)}`, limit: triesPerAddress, windowMs: ADDRESS_WINDOW_MS },
    ];
  }

  return { handler: authRouter({ signIn, signOut }), sessions, signIn, signOut, enterAs };
}

function configure(app: AppContext, secret: string, cookieName: string, secureCookies: boolean) {
  const dates = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    appName: 'Luy Tre',
    baseURL: app.publicUrl,
    secret,
    // Our columns are text and 0/1 on both engines, which is what the library does for SQLite.
    database: { db: app.db.writes.withoutPlugins(), type: 'sqlite', transaction: false },
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // ours counts wrong tries per account, in the database
    logger: {
      level: 'error',
      log: (level, message) => app.log[level === 'error' ? 'error' : 'warn']({ source: 'better-auth' }, message),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    // Any text may be tried: a name that cannot exist gets the same answer as one that does not.
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: LONGEST_USERNAME,
        usernameValidator: () => true,
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
    ],
    user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', ...dates } },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...dates,
      },
      expiresIn: SESSION_ABSOLUTE_MS / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...dates,
      },
    },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...dates } },
    advanced: {
      useSecureCookies: false, // it would add its own prefix; ours is in the name
      cookies: {
        session_token: {
          name: cookieName,
          attributes: { secure: secureCookies, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => app.newId(), validateSchema: false }, // it would look for SQLite's catalogue on PostgreSQL
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const account = await findAccount(app.db.reads, userId);
            if (!account || account.disabledAt !== null) throw new APIError('UNAUTHORIZED');
          },
          after: ({ id, userId, ipAddress }) =>
            recordSignInEvent(app, { kind: 'signed-in', userId, sessionId: id, address: ipAddress ?? '' }),
        },
        delete: {
          after: ({ id, userId }) => recordSignInEvent(app, { kind: 'signed-out', userId, sessionId: id }),
        },
      },
    },
  });
}

const headerText = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
