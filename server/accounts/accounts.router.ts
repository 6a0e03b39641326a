import * as z from 'zod/mini';
import { findAccount, findClusterYearsOf, findDemoAccounts } from '#db/accounts/accounts.queries.ts';
import { setLanguage } from '#server/accounts/accounts.service.ts';
import { procedure, publicProcedure, router } from '#server/core/trpc.ts';
import { hasTrainingCopy } from '#server/training/training.service.ts';
import { withUnit } from '#shared/accounts/account-name.ts';
import type { Role } from '#shared/accounts/accounts.schema.ts';
import { DEMO_PASSWORD } from '#shared/accounts/password.rules.ts';
import { accessFor, NO_ACCESS, proceduresOf } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { language } from '#shared/core/localized.ts';
import { notFound } from '#shared/core/refusal.ts';

export const accountsRouter = router({
  /** Who is signed in, what their roles open today, and the cluster-years in their reach. */
  me: procedure.query(async ({ ctx }) => {
    const { actor, db } = ctx;
    const account = await findAccount(db.reads, actor.accountId);
    if (!account) throw notFound('account');
    const reach = accessFor(actor, 'clusters.list') ?? NO_ACCESS;
    return {
      account: {
        id: account.id,
        username: account.username ?? '',
        displayName: account.name,
        title: account.title,
        unitId: account.unitId,
        unitName: account.unitName,
        roles: [...new Set(actor.roles.map(({ role }) => role))] satisfies Role[],
        lang: account.lang,
      },
      permissions: proceduresOf(actor) as string[],
      today: vietnamDate(ctx.now()),
      demo: ctx.demo,
      /** In the training copy: when it was made. */
      training: ctx.training ?? null,
      /** In the real system: whether there is a copy to practise in. */
      hasCopy: await hasTrainingCopy(ctx),
      clusterYears: await findClusterYearsOf(db.reads, reach, actor.unitId),
    };
  }),

  /** The accounts anybody may try, where the demo year is loaded; nothing elsewhere. */
  demo: publicProcedure.query(async ({ ctx }) => {
    // Nobody signs in to the training copy with the demo's passwords.
    if (!ctx.demo || ctx.training) return { demo: false, password: null, accounts: [] };
    const accounts = await findDemoAccounts(ctx.db.reads);
    return {
      demo: true,
      password: DEMO_PASSWORD,
      accounts: accounts.map(({ username, name, title, unitName }) => ({
        username: username ?? '',
        displayName: name,
        description: withUnit(title, unitName),
      })),
    };
  }),

  setLanguage: procedure
    .input(z.strictObject({ lang: language }))
    .mutation(({ ctx, input }) => setLanguage(ctx, input.lang)),
});
