import type { Request, Response } from 'express';
import type { Db } from '#db/core/connect.ts';
import type { BusinessClock } from '#server/core/clock.ts';
import type { Keys } from '#server/core/keys.ts';
import type { Log } from '#server/core/log.ts';
import type { Mailer } from '#server/core/mailer.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Language } from '#shared/core/localized.ts';

/** The training copy beside the real system, as this process serves it. */
export type ServedCopy = {
  /** Lets go of the copy, does `work` while nobody has it open, and serves what is there afterwards. */
  aside(work: () => Promise<void>): Promise<void>;
};

/** What the whole server has; made once in main.ts. */
export type AppContext = {
  db: Db;
  keys: Keys;
  log: Log;
  /** The day and time of business: the demo may stop it (see settings); sessions use the real clock. */
  now(): Date;
  newId(): string;
  dataDir: string;
  /** Printed in QR codes for ever, without a slash at its end. */
  publicUrl: string;
  /** The demo year is loaded: marks on screen and paper, demo accounts, movable clock. */
  demo: boolean;
  /**
   * This is the training copy (bản tập huấn), made at this real time: names are invented, paper is marked, numbers and
   * codes are of no real series, and nothing may leave it that could be taken for real (no mail, no verification).
   */
  training?: { madeAt: string } | undefined;
  /** The way out for letters; undefined where none is configured. */
  mailer?: Mailer | undefined;
  /** The training copy of this system; undefined in the copy itself. */
  copy?: ServedCopy | undefined;
  /** The movable clock behind `now`, and the day at which the demo starts; both only in the demo. */
  clock?: BusinessClock | undefined;
  demoStart?: string | undefined;
};

/** What one request has. */
export type RequestContext = AppContext & {
  requestId: string;
  /** The language on the screen of whoever asks: answers are worded in it, records never. */
  lang: Language;
  actor: Actor | null;
  sessionId: string | null;
  /** Where the request came from, as limits count it (networkOf). */
  network?: string | undefined;
};

/** Finds out who sends a request (session cookie): for routes beside tRPC. Actor null when nobody is signed in. */
export type ContextOf = (req: Request, res: Response) => Promise<RequestContext>;

/** A request of somebody known, inside a procedure: what the permission table grants goes with it. */
export type ActorContext = AppContext & {
  requestId: string;
  lang: Language;
  actor: Actor;
  sessionId: string | null;
  procedure: string;
  access: Access;
};

/** For work nobody clicked for: start-up, jobs, command line. */
export function systemContext(app: AppContext, procedure: string, name = 'Hệ thống'): ActorContext {
  const today = vietnamDate(app.now());
  return {
    ...app,
    requestId: app.newId(),
    lang: 'vi',
    actor: { accountId: 'system', name, unitId: null, roles: [{ role: 'admin', unitId: null }], today },
    sessionId: null,
    procedure,
    access: { all: true, cluster: [], chair: [], own: [], office: [], today },
  };
}
