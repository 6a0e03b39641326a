import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stopChild, watch } from '#bench/child.ts';
import { CLERK } from '#bench/data/accounts.ts';
import type { Copy } from '#bench/data/copy.ts';
import { freePort } from '#bench/free-port.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const READY_WITHIN_MS = 60_000;
const POLL_MS = 5;

export type RunningServer = {
  port: number;
  processId: number;
  /** From starting the process to the first healthy answer. */
  readyMs: number;
  stop(): Promise<void>;
};

/** Starts `server/start.ts` in production on a free port of this machine. */
export async function startServer({ dataDir, url }: Copy, execArgv: readonly string[] = []): Promise<RunningServer> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...execArgv, path.join(ROOT, 'server/start.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: dataDir,
      DATABASE_URL: url ?? '',
      LOG_LEVEL: 'warn',
    },
  });
  watch(child);
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null) throw new Error(`the server ended (${child.exitCode})`);
    if (performance.now() - started > READY_WITHIN_MS) throw new Error('the server did not get ready');
    await wait(POLL_MS);
  }
  return { port, processId: child.pid!, readyMs: performance.now() - started, stop: () => stopChild(child) };
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).status === 200;
  } catch {
    return false; // nobody listens yet
  }
}

/** Signs in as people do and gives the cookie as a browser sends it back. */
export async function signInCookie(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-luytre': '1' },
    body: JSON.stringify(CLERK),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || !cookie) throw new Error(`signing in answered ${answer.status}: ${await answer.text()}`);
  return cookie.split(';', 1)[0]!;
}
