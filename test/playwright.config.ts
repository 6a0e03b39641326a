import * as path from 'node:path';
import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';
import type { EngineOption } from '#test/e2e/fixtures.ts';
import { ON_SCREEN } from '#test/e2e/on-screen.ts';

const root = path.join(import.meta.dirname, '..');
/**
 * Flags of that build for machines without a sandbox, except those that keep one process from holding several pages;
 * and no other host than this machine has an address.
 */
const args = [
  ...chromium.args.filter(
    (flag) => !/^--(single-process|no-zygote|disable-web-security|headless|allow-running)/.test(flag),
  ),
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export default defineConfig<EngineOption>({
  testDir: path.join(root, 'test/e2e'),
  outputDir: path.join(root, 'node_modules/.cache/test-results'), // where neither git nor the linter looks
  globalSetup: path.join(root, 'test/e2e/template.setup.ts'),
  fullyParallel: true,
  workers: 2,
  // A test that passes the second time is a defect; it is not hidden by trying again.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  projects: [
    { name: 'sqlite', use: { engine: 'sqlite' } },
    // The same walks with the other engine behind them, but for what only the browser decides (see ON_SCREEN).
    { name: 'postgres', use: { engine: 'postgres' }, grepInvert: new RegExp(ON_SCREEN) },
  ],
  use: {
    launchOptions: { executablePath: await chromium.executablePath(), args },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
