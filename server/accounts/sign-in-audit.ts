import { findAccount, findUnrecordedSessions } from '#db/accounts/accounts.queries.ts';
import { commit } from '#server/core/commit.ts';
import { type ActorContext, type AppContext, systemContext } from '#server/core/context.ts';
import { NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';

/** What happens around signing in, for the log. `address` is the network address it came from. */
export type SignInEvent =
  | { kind: 'signed-in'; userId: string; sessionId: string; address: string }
  | { kind: 'signed-out'; userId: string; sessionId: string }
  | { kind: 'failed'; account: { id: string; name: string; unitId: string | null } | undefined; address: string };

/** Writes the entry of one event. The sign-in library writes its own tables, so this is a transaction of its own. */
export async function recordSignInEvent(app: AppContext, event: SignInEvent): Promise<void> {
  if (event.kind === 'failed') return recordFailure(app, event);
  const account = await findAccount(app.db.reads, event.userId);
  const name = account?.name ?? '';
  const system = systemContext(app, `accounts.${event.kind}`);
  const { today } = system.actor;
  const actor = { accountId: event.userId, name, unitId: account?.unitId ?? null, roles: [], today };
  const ctx: ActorContext = {
    ...system,
    actor,
    access: NO_ACCESS,
    sessionId: event.sessionId,
  };
  const changes: FieldChange[] =
    event.kind === 'signed-in'
      ? [
          { field: 'session', from: null, to: event.sessionId },
          { field: 'address', from: null, to: event.address },
        ]
      : [{ field: 'session', from: event.sessionId, to: null }];
  await commit(ctx, async () => ({
    result: undefined,
    audit: [
      {
        action: `account.${event.kind}`,
        subjectKind: 'account',
        subjectId: event.userId,
        subjectLabel: name,
        unitId: actor.unitId,
        changes,
      },
    ],
  }));
}

/** An unknown name is not kept: people type their password into the wrong field. */
async function recordFailure(app: AppContext, event: Extract<SignInEvent, { kind: 'failed' }>): Promise<void> {
  const system = systemContext(app, 'accounts.sign-in');
  const { today } = system.actor;
  const nobody = { accountId: 'anonymous', name: 'Chưa đăng nhập', unitId: null, roles: [], today };
  const ctx: ActorContext = { ...system, actor: nobody, access: NO_ACCESS };
  const { account } = event;
  await commit(ctx, async () => ({
    result: undefined,
    audit: [
      {
        action: 'account.sign-in-failed',
        subjectKind: 'account',
        subjectId: account?.id ?? 'unknown',
        ...(account && { subjectLabel: account.name }),
        unitId: account?.unitId ?? null,
        changes: [{ field: 'address', from: null, to: event.address }],
      },
    ],
  }));
}

/**
 * At start: writes the entries of sessions whose server died before it could. Returns how many.
 * Safe to run again.
 */
export async function reconcileSignIns(app: AppContext): Promise<number> {
  const missing = await findUnrecordedSessions(app.db.reads);
  for (const session of missing)
    await commit(systemContext(app, 'accounts.reconcile'), async () => ({
      result: undefined,
      audit: [
        {
          action: 'account.signed-in',
          subjectKind: 'account',
          subjectId: session.userId,
          subjectLabel: session.name,
          reason: 'Ghi bổ sung khi khởi động',
          changes: [{ field: 'session', from: null, to: session.id }],
        },
      ],
    }));
  return missing.length;
}
