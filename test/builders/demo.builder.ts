import type { Db } from '#db/core/connect.ts';
import { BusinessClock } from '#server/core/clock.ts';
import { commit } from '#server/core/commit.ts';
import { type RequestContext, systemContext } from '#server/core/context.ts';
import { loadCatalogue } from '#server/demo/load-demo.ts';
import { seedDemoContent } from '#server/demo/seed-demo.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { aContext, anActor } from '#test/builders/world.builder.ts';

/** The demo starts here. */
export const DEMO_START = '2024-03-01';
/** The wall clock of these tests: long after the demo's day. */
export const REAL_NOW = '2026-11-22T03:00:00.000Z';

/** Units of the demo by the names people call them. */
export const DEMO_UNITS = {
  'Sơn La': 'VN63-14',
  'Lai Châu': 'VN63-12',
  'Hà Giang': 'VN63-02',
  'Cao Bằng': 'VN63-04',
  'Lạng Sơn': 'VN63-20',
} as const;

/** People of the demo as requests know them; the accounts themselves are not stored (hashing takes long). */
export const DEMO_ACTORS = {
  chair: anActor('Thường trực Cụm', DEMO_UNITS['Lạng Sơn'], 'specialist', 'approver'),
  leader: anActor('Lãnh đạo Lạng Sơn', DEMO_UNITS['Lạng Sơn'], 'leader'),
  sonla: anActor('Tổng hợp Sơn La', DEMO_UNITS['Sơn La'], 'reporter'),
  hagiang: anActor('Tổng hợp Hà Giang', DEMO_UNITS['Hà Giang'], 'reporter'),
  caobang: anActor('Tổng hợp Cao Bằng', DEMO_UNITS['Cao Bằng'], 'reporter'),
  chair2024: anActor('Thường trực Cụm 2024', DEMO_UNITS['Cao Bằng'], 'specialist', 'approver'),
  admin: anActor('Quản trị hệ thống', null, 'admin'),
  auditor: anActor('Giám sát', null, 'auditor'),
};

/** The demo year of 2023 in an empty database, on its first day, and the contexts of requests in it. */
export async function givenDemo(db: Db) {
  const clock = new BusinessClock(DEMO_START, () => new Date(REAL_NOW));
  const contextOf = (actor: Actor | null): RequestContext => ({
    ...aContext(db, actor, { demo: true }),
    now: clock.now,
    clock,
    demoStart: DEMO_START,
  });
  const app = contextOf(null);
  await loadCatalogue(app);
  await commit(systemContext(app, 'start.demo'), async (tx) => ({
    result: undefined,
    audit: await seedDemoContent(app, tx),
  }));
  return { clock, contextOf };
}
