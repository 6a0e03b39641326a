import { insertAccount } from '#db/accounts/accounts.writes.ts';
import type { Db } from '#db/core/connect.ts';
import { seedCatalogue } from '#db/seed/catalogue.ts';
import { findSetting } from '#db/settings/settings.queries.ts';
import { putSetting } from '#db/settings/settings.writes.ts';
import { prepareAccount } from '#server/accounts/accounts.service.ts';
import { commit } from '#server/core/commit.ts';
import { type AppContext, systemContext } from '#server/core/context.ts';
import { DEMO_TODAY } from '#server/demo/demo.service.ts';
import { DEMO_ACCOUNTS } from '#server/demo/demo-accounts.ts';
import { seedDemoContent } from '#server/demo/seed-demo.ts';

const CATALOGUE = 'catalogue';

/** False in a database that nobody worked with yet, migrated or not. */
export async function hasCatalogue(db: Db): Promise<boolean> {
  return (await findSetting(db.reads, CATALOGUE)) !== undefined;
}

/** Fills an empty database with the catalogue every office needs; does nothing when it is there. */
export async function loadCatalogue(app: AppContext): Promise<void> {
  if (await hasCatalogue(app.db)) return;
  await commit(systemContext(app, 'start.catalogue'), async (tx) => {
    await seedCatalogue(tx, app.newId);
    await putSetting(tx, CATALOGUE, '1');
    return { result: undefined, audit: [{ action: 'catalogue.loaded', subjectKind: 'setting', subjectId: CATALOGUE }] };
  });
}

/** The day at which the demo stands, or null when this is no demo. */
export async function demoToday(app: Pick<AppContext, 'db'>): Promise<string | null> {
  return (await findSetting(app.db.reads, DEMO_TODAY)) ?? null;
}

/** Demo accounts and demo year in one transaction: a kill in the middle leaves an empty database, not half a demo. */
export async function loadDemo(app: AppContext, today: string): Promise<void> {
  const accounts = await Promise.all(DEMO_ACCOUNTS.map((draft) => prepareAccount(draft, app)));
  const ctx = systemContext(app, 'start.demo');
  await commit(ctx, async (tx) => {
    for (const account of accounts) await insertAccount(tx, account);
    const events = await seedDemoContent(app, tx);
    await putSetting(tx, DEMO_TODAY, today);
    return { result: undefined, audit: events };
  });
}
