import { prepareSessionQuery, type SessionRow } from '#db/accounts/accounts.queries.ts';
import { deleteEndedLimits, deleteStaleSessions, touchSession } from '#db/accounts/accounts.writes.ts';
import type { Db } from '#db/core/connect.ts';
import { authSecrets, SESSION_ABSOLUTE_MS, sessionCookieName, tokenOfCookie } from '#server/accounts/session-cookie.ts';
import type { AppContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';

/** A session ends this long after its last request. */
export const SESSION_IDLE_MS = 30 * 60_000;
const TOUCH_EVERY_MS = 60_000;
/** A session from the future: the clock was set back. A little is allowed between servers. */
const CLOCK_SKEW_MS = 60_000;

export type Session = { actor: Actor; sessionId: string; isDemo: boolean; lang: string };

/** What checking a session needs, made once per server. */
export type SessionReader = {
  query: ReturnType<typeof prepareSessionQuery>;
  secrets: readonly string[];
  cookieName: string;
  /** The real time; the stopped clock of the demo must not keep sessions alive. */
  clock: () => Date;
  /** Ids of sessions being marked as used at the moment. */
  touching: Set<string>;
};

export function createSessionReader(
  app: Pick<AppContext, 'db' | 'keys' | 'training'>,
  { secureCookies, clock }: { secureCookies: boolean; clock: () => Date },
): SessionReader {
  return {
    query: prepareSessionQuery(app.db.reads),
    secrets: authSecrets(app.keys),
    cookieName: sessionCookieName(secureCookies, app.training !== undefined),
    clock,
    touching: new Set(),
  };
}

/**
 * Who sends a request, or null: checks the signature of the cookie, then one indexed read. The sign-in library is
 * not asked: its own check waits for every open write transaction.
 *
 * Roles are those of the business day in Việt Nam (`app.now`), expiry goes by the real clock. Being in use is
 * noted at most once a minute, behind the request.
 */
export async function findSession(
  app: Pick<AppContext, 'db' | 'log' | 'now'>,
  { sessions }: { sessions: SessionReader },
  cookieHeader: string | undefined,
): Promise<Session | null> {
  const token = tokenOfCookie(cookieHeader, sessions.cookieName, sessions.secrets);
  if (token === undefined) return null;
  const today = vietnamDate(app.now());
  const rows = await sessions.query(token, today);
  const [row] = rows;
  const now = sessions.clock();
  if (!row || !isAlive(row, now.getTime())) return null;
  if (now.getTime() - Date.parse(row.updatedAt) >= TOUCH_EVERY_MS) touch(app, sessions, row.sessionId, now);
  return toSession(row, rows, today);
}

function touch(app: Pick<AppContext, 'db' | 'log'>, { touching }: SessionReader, sessionId: string, at: Date): void {
  if (touching.has(sessionId)) return;
  touching.add(sessionId);
  housekeeping(app.db, (tx) => touchSession(tx, sessionId, at.toISOString()))
    .catch((error) => app.log.warn({ error, sessionId }, 'a session could not be marked as used'))
    .finally(() => touching.delete(sessionId));
}

/** Clears sessions that ended by themselves and rate limits that are over; for the hourly sweep. */
export async function sweepSessions(db: Db, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
  await housekeeping(db, async (tx) => {
    await deleteStaleSessions(tx, before(SESSION_ABSOLUTE_MS), before(SESSION_IDLE_MS));
    await deleteEndedLimits(tx, now.toISOString());
  });
}

function isAlive({ createdAt, updatedAt }: SessionRow, nowMs: number): boolean {
  const age = nowMs - Date.parse(createdAt);
  const idle = nowMs - Date.parse(updatedAt);
  return age >= -CLOCK_SKEW_MS && age < SESSION_ABSOLUTE_MS && idle < SESSION_IDLE_MS;
}

function toSession(row: SessionRow, rows: readonly SessionRow[], today: string): Session {
  const roles = rows.flatMap(({ role, roleUnitId }) => (role ? [{ role, unitId: roleUnitId }] : []));
  return {
    actor: { accountId: row.userId, name: row.name, unitId: row.unitId, roles, today },
    sessionId: row.sessionId,
    isDemo: row.isDemo === 1,
    lang: row.lang,
  };
}
