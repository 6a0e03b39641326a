import type { TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { readProblem } from '#client/core/problem.ts';

/**
 * Holds back calls that met an expired session until the person has signed in again over the open page,
 * so that nothing typed is lost. Before the first sign-in it lets errors through: then the sign-in page comes.
 */
export type SessionGuard = {
  /** Call when somebody is known to be signed in. */
  begin(): void;
  /** Call on signing out: waiting calls fail, later ones are not held. */
  end(): void;
  /** True while the sign-in dialog has to be shown. */
  isExpired(): boolean;
  subscribe(listener: () => void): () => void;
  /** Resolves with true when signed in again, false when the person left instead. */
  whenRenewed(): Promise<boolean>;
  /** Call when the person has signed in again. */
  renew(): void;
  isActive(): boolean;
};

export function createSessionGuard(): SessionGuard {
  let active = false;
  let waiting: ((renewed: boolean) => void)[] = [];
  const listeners = new Set<() => void>();

  function settle(renewed: boolean): void {
    const settled = waiting;
    waiting = [];
    for (const listener of listeners) listener();
    for (const resolve of settled) resolve(renewed);
  }

  return {
    begin() {
      active = true;
    },
    end() {
      active = false;
      settle(false);
    },
    isActive: () => active,
    isExpired: () => waiting.length > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    whenRenewed() {
      return new Promise((resolve) => {
        waiting.push(resolve);
        for (const listener of listeners) listener();
      });
    },
    renew: () => settle(true),
  };
}

/** Retries a call once the session is renewed; the caller only sees a slow answer. */
export function sessionLink<Router extends AnyTRPCRouter>(guard: SessionGuard): TRPCLink<Router> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let stopped = false;
        let current = send();

        function send() {
          return next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error(error) {
              const asksWhoIAm = op.path === 'accounts.me';
              if (asksWhoIAm || !guard.isActive() || readProblem(error).kind !== 'signed-out') {
                observer.error(error);
                return;
              }
              guard.whenRenewed().then((renewed) => {
                if (stopped) return;
                if (renewed) current = send();
                else observer.error(error);
              });
            },
          });
        }

        return () => {
          stopped = true;
          current.unsubscribe();
        };
      });
}
