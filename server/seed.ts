import { hasAccounts } from '#db/accounts/accounts.queries.ts';
import { EnvError, readEnv } from '#server/core/env.ts';
import { demoToday, loadDemo } from '#server/demo/load-demo.ts';
import { openApp } from '#server/open-app.ts';

/** `npm run db -- seed`: the demo year into an empty database, without starting the server. */
async function seed(): Promise<string> {
  const env = readEnv({ PUBLIC_URL: 'http://127.0.0.1:3000', ...process.env });
  if (env.production) throw new EnvError('Không nạp dữ liệu minh họa khi NODE_ENV=production.');
  const { app, close } = await openApp(env, false);
  try {
    if ((await demoToday(app)) !== null) return 'Dữ liệu minh họa đã có sẵn.';
    if (await hasAccounts(app.db.reads))
      throw new EnvError('Cơ sở dữ liệu đã có tài khoản thật: không nạp dữ liệu minh họa vào.');
    if (app.clock) app.clock.demoToday = env.demoToday;
    await loadDemo({ ...app, demo: true }, env.demoToday);
    return 'Đã nạp dữ liệu minh họa.';
  } finally {
    await close();
  }
}

try {
  console.log(await seed());
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exitCode = 1;
}
