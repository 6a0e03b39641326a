import { createAccount } from '#server/accounts/accounts.service.ts';
import { type AppContext, systemContext } from '#server/core/context.ts';
import type { HeldRole } from '#shared/accounts/accounts.schema.ts';

/** Lạng Sơn: the province whose office records new awards. */
export const HOME_UNIT = 'VN63-20';

/** Who the bench signs in as: sees the whole registry, records for the home province. */
export const CLERK = { username: 'do-toc-do', password: 'một nghìn hai trăm lượt mỗi giây' };

export const CLERK_ROLES: HeldRole[] = [
  { role: 'admin', unitId: null },
  { role: 'specialist', unitId: HOME_UNIT },
];

export async function seedAccounts(app: AppContext): Promise<void> {
  await createAccount(systemContext(app, 'bench'), {
    ...CLERK,
    displayName: 'Người đo tốc độ',
    unitId: HOME_UNIT,
    title: null,
    roles: CLERK_ROLES,
  });
}
