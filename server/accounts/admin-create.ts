import * as z from 'zod/mini';
import { createAccount } from '#server/accounts/accounts.service.ts';
import { type AppContext, systemContext } from '#server/core/context.ts';
import { ACCOUNT_REASONS } from '#shared/accounts/accounts.reasons.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { wordReason } from '#shared/core/wording.ts';

/** Name of the command by which `npm run admin` asks a running server. */
export const ADMIN_CREATE = 'admin-create';

const request = z.strictObject({ username: z.string(), displayName: z.string(), password: z.string() });
export type AdminCreateRequest = z.infer<typeof request>;

/** Made, or refused in words for the person at the terminal. */
export type AdminCreateAnswer = { ok: true; id: string } | { ok: false; problems: string[] };

/**
 * Makes an administrator of the whole system. Only for who may use the machine itself: the command line, directly
 * or through the control socket of a running server (`serveControl(dataDir, { [ADMIN_CREATE]: adminCreate(app) })`).
 * There is no other way to the first account, so there is no default password.
 */
export function adminCreate(app: AppContext): (body: unknown) => Promise<AdminCreateAnswer> {
  return async (body) => {
    const { username, displayName, password } = request.parse(body);
    const roles = [{ role: 'admin' as const, unitId: null }];
    const ctx = systemContext(app, ADMIN_CREATE, 'Dòng lệnh trên máy chủ');
    try {
      const draft = { username, displayName, password, unitId: null, title: 'Quản trị hệ thống', roles };
      return { ok: true, id: await createAccount(ctx, draft) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ok: false, problems: error.reasons.map((reason) => wordReason(reason, ACCOUNT_REASONS)) };
    }
  };
}
