import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { backupCommand } from '#db/core/backup.ts';
import { serveControl } from '#db/core/control.ts';
import { LockedError } from '#db/core/lock.ts';
import { MigrationRefusal } from '#db/core/migrate.ts';
import { ADMIN_CREATE, adminCreate } from '#server/accounts/admin-create.ts';
import { createAuth } from '#server/accounts/auth.ts';
import { reconcileSignIns } from '#server/accounts/sign-in-audit.ts';
import { closePrinter } from '#server/certificates/certificate.print.ts';
import { buildClientIfNeeded, CLIENT_DIR } from '#server/client-build.ts';
import type { AppContext } from '#server/core/context.ts';
import { type Env, EnvError, readEnv } from '#server/core/env.ts';
import { DEMO_ACCOUNTS } from '#server/demo/demo-accounts.ts';
import { createHttp } from '#server/http.ts';
import { startJobs } from '#server/jobs/queue.ts';
import { startSending } from '#server/mail/sending.service.ts';
import { openApp } from '#server/open-app.ts';
import { RunningCopy } from '#server/running-copy.ts';
import { DEMO_PASSWORD } from '#shared/accounts/password.rules.ts';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 60_000;
const STOP_WITHIN_MS = 10_000;

/** Starts the server and answers when it listens. The only place that reads the environment. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  await buildClientIfNeeded();
  const { app: opened, close } = await openApp(env);
  const secure = env.publicUrl.startsWith('https:');
  const signIn = createAuth(opened, { secureCookies: secure });
  const face = { secure, trustProxy: env.trustProxy, clientDir: CLIENT_DIR };
  const copy = new RunningCopy(opened, {
    signIn,
    secure,
    serve: (one, entrance) => createHttp(one.app, { ...face, signIn: one.signIn, entrance }),
  });
  const app: AppContext = { ...opened, copy };
  await reconcileSignIns(app);
  const http = createHttp(app, { ...face, signIn, copy: copy.handler });
  const server = env.tls
    ? createTlsServer({ cert: readFileSync(env.tls.certFile), key: readFileSync(env.tls.keyFile) }, http)
    : createServer(http);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  const control = await serveControl(env.dataDir, {
    backup: backupCommand(app.db, env.dataDir, () => new Date()),
    [ADMIN_CREATE]: adminCreate(app),
  });
  const jobs = startJobs(app);
  const sending = startSending(app);
  await listen(server, env);
  greet(server, env, app.demo);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    server.close();
    server.closeIdleConnections();
    await Promise.all([jobs.stop(), sending.stop()]);
    await copy.close();
    await control.close();
    await closePrinter();
    await close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.port, env.host, () => resolve());
  });
}

function greet(server: Server, env: Env, demo: boolean): void {
  const { port } = server.address() as AddressInfo;
  const url = env.port === 0 ? `http://${env.host}:${port}` : env.publicUrl;
  console.log(`Lũy Tre đang chạy tại ${url}`);
  if (!demo) return;
  console.log(`\nDữ liệu minh họa, không có giá trị pháp lý. Mật khẩu chung: ${DEMO_PASSWORD}`);
  for (const { username, title } of DEMO_ACCOUNTS) console.log(`  ${username.padEnd(20)} ${title}`);
}

function explain(error: unknown): unknown {
  if (error instanceof EnvError || error instanceof LockedError || error instanceof MigrationRefusal)
    return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return `Cổng ${process.env.PORT ?? 3000} đang được chương trình khác dùng. Đặt PORT khác, ví dụ PORT=3001 npm start`;
  return error;
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
