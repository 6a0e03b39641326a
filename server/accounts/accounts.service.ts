import { findAccount } from '#db/accounts/accounts.queries.ts';
import {
  deleteSessionsOf,
  insertAccount,
  type NewAccount,
  updateLanguage,
  updatePassword,
} from '#db/accounts/accounts.writes.ts';
import { isUniqueViolation } from '#db/core/errors.ts';
import { hashPassword } from '#server/accounts/password.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import type { Role } from '#shared/accounts/accounts.schema.ts';
import { passwordReasons } from '#shared/accounts/password.rules.ts';
import { LANGUAGE_NAMES, type Language } from '#shared/core/localized.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';

/** A role with its span of days ('YYYY-MM-DD'); `unitId` null: the whole system. */
export type NewRole = { role: Role; unitId: string | null; validFrom?: string; validTo?: string };

export type AccountDraft = {
  username: string;
  displayName: string;
  password: string;
  unitId: string | null;
  /** Chức vụ, as it is shown. */
  title: string | null;
  roles: readonly NewRole[];
  /** Comes with the demo year: shown on the sign-in page, and its known password is let through. */
  isDemo?: boolean;
};

const USERNAME = /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/;
const LONGEST_NAME = 200;

/**
 * The rows of a new account, its password hashed (which takes long and so belongs before any transaction).
 * For seeds; people's accounts go through `createAccount`.
 * @throws Refusal for a username of the wrong form, a missing name or a weak password
 */
export async function prepareAccount(
  draft: AccountDraft,
  { newId, now }: Pick<AppContext, 'newId' | 'now'>,
): Promise<NewAccount> {
  const username = draft.username.normalize('NFC').trim().toLowerCase();
  const displayName = draft.displayName.normalize('NFC').trim();
  refuseIf([...nameReasons(username, displayName), ...(draft.isDemo ? [] : passwordReasons(draft.password, username))]);
  const id = newId();
  const at = now().toISOString();
  const dates = { createdAt: at, updatedAt: at };
  return {
    // The sign-in library wants an address; nobody is written to under .invalid (RFC 2606).
    user: {
      id,
      name: displayName,
      email: `${username}@accounts.invalid`,
      username,
      displayUsername: username,
      ...dates,
    },
    credential: {
      id: newId(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: await hashPassword(draft.password),
      ...dates,
    },
    profile: { userId: id, unitId: draft.unitId, title: draft.title, isDemo: draft.isDemo ? 1 : 0 },
    roles: draft.roles.map(({ role, unitId, validFrom, validTo }) => ({
      id: newId(),
      userId: id,
      role,
      unitId,
      validFrom: validFrom ?? null,
      validTo: validTo ?? null,
    })),
  };
}

/**
 * Makes an account and returns its id.
 * @throws Refusal as prepareAccount, and when the username is taken
 */
export async function createAccount(ctx: ActorContext, draft: AccountDraft): Promise<string> {
  const account = await prepareAccount(draft, ctx);
  const { id, name, username } = account.user;
  try {
    return await commit(ctx, async (tx) => {
      await insertAccount(tx, account);
      return {
        result: id,
        audit: [
          {
            action: 'account.created',
            subjectKind: 'account',
            subjectId: id,
            subjectLabel: name,
            unitId: draft.unitId,
            changes: [
              { field: 'username', from: null, to: username ?? null },
              ...draft.roles.map(({ role, unitId }) => ({
                field: 'role',
                from: null,
                to: unitId ? `${role} · ${unitId}` : role,
              })),
            ],
          },
        ],
      };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal('conflict', [{ code: 'account.username-taken', field: 'username' }]);
  }
}

/**
 * Replaces a password and ends all sessions of the account.
 * @throws Refusal for an unknown account or a weak password
 */
export async function setPassword(ctx: ActorContext, userId: string, password: string): Promise<void> {
  const account = await findAccount(ctx.db.reads, userId);
  if (!account) throw notFound('account');
  refuseIf(passwordReasons(password, account.username ?? ''));
  const hash = await hashPassword(password);
  await commit(ctx, async (tx) => {
    if (!(await updatePassword(tx, userId, hash, ctx.now().toISOString()))) throw notFound('account');
    await deleteSessionsOf(tx, userId);
    return {
      result: undefined,
      audit: [
        {
          action: 'account.password-set',
          subjectKind: 'account',
          subjectId: userId,
          subjectLabel: account.name,
          unitId: account.unitId,
        },
      ],
    };
  });
}

/** The language of the person's own screens. */
export async function setLanguage(ctx: ActorContext, lang: Language): Promise<void> {
  const { accountId, name } = ctx.actor;
  await commit(ctx, async (tx) => {
    const account = await findAccount(tx, accountId);
    if (!account) throw notFound('account');
    await updateLanguage(tx, accountId, lang);
    return {
      result: undefined,
      audit: [
        {
          action: 'account.language-set',
          subjectKind: 'account',
          subjectId: accountId,
          subjectLabel: name,
          unitId: ctx.actor.unitId,
          changes: [{ field: 'lang', from: LANGUAGE_NAMES[account.lang as Language], to: LANGUAGE_NAMES[lang] }],
        },
      ],
    };
  });
}

/** Why an account cannot be called so. */
export function nameReasons(username: string, displayName: string): Reason[] {
  const reasons: Reason[] = [];
  if (username.length < 3 || username.length > 40 || !USERNAME.test(username))
    reasons.push({ code: 'account.username-format', field: 'username' });
  if (displayName.length === 0 || displayName.length > LONGEST_NAME)
    reasons.push({ code: 'account.name-missing', field: 'displayName' });
  return reasons;
}
