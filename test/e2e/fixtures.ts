import * as path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { Engine } from '#db/core/schema.ts';
import { type Api, apiWith, browserCookie, sessionCookie } from '#test/e2e/api.ts';
import { type Office, startOffice } from '#test/e2e/office.ts';

export { expect } from '@playwright/test';
export type { Api } from '#test/e2e/api.ts';

/** Set by the Playwright project. */
export type EngineOption = { engine: Engine };

type Fixtures = {
  /** A server of this test's own, at 01/03/2024 of the demo year. */
  office: Office;
  /** Signs this browser in without the form. */
  signInAs: (username: string) => Promise<void>;
  /** Calls procedures as that person, beside the browser. */
  apiOf: (username: string) => Promise<Api>;
  /** Answers of the server in the 4xx range that this test provokes, e.g. `/401/`; all others fail it. */
  expectAnswers: (pattern: RegExp) => void;
  watched: Watch;
};

/** Chromium reports every refusal as an error, also the answers that lead to the sign-in page. */
const NOT_SIGNED_IN = /status of 401 .*\/trpc\//;

/** What a browser complained about, and what is known to come. */
type Watch = { problems: string[]; expected: RegExp[] };

export const test = base.extend<EngineOption & Fixtures>({
  engine: ['sqlite', { option: true }],

  office: async ({ engine }, use, info) => {
    const name = [engine, ...info.titlePath]
      .join(' ')
      .normalize('NFD')
      .replace(/[^a-zA-Z0-9]+/g, '-')
      .slice(0, 80);
    const directory = path.join(process.env.E2E_OFFICES!, `${name}-${info.testId}`);
    const office = await startOffice(engine, directory);
    await use(office);
    await office.stop();
    if (info.status !== info.expectedStatus) await info.attach('server', { body: office.output() });
  },

  baseURL: async ({ office }, use) => {
    await use(office.url);
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  watched: async ({}, use) => {
    const watch: Watch = { problems: [], expected: [NOT_SIGNED_IN] };
    await use(watch);
    const unexpected = watch.problems.filter((problem) => !watch.expected.some((pattern) => pattern.test(problem)));
    if (unexpected.length > 0) throw new Error(`The browser complained:\n${unexpected.join('\n')}`);
  },

  context: async ({ context, office, watched }, use) => {
    const home = new URL(office.url).host;
    // A closed office network has no other host: the browser finds none (playwright.config.ts), and asking is reported.
    // Only listened to: a browser whose requests are held up to be judged keeps nothing it has loaded.
    context.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (/^https?:$/.test(protocol) && host !== home)
        watched.problems.push(`request to another host: ${request.url()}`);
    });
    context.on('page', (page) => watch(page, watched));
    await use(context);
  },

  expectAnswers: async ({ watched }, use) => {
    await use((pattern) => {
      watched.expected.push(pattern);
    });
  },

  signInAs: async ({ context, office }, use) => {
    await use(async (username) => {
      await context.addCookies([browserCookie(office.url, await sessionCookie(office.url, username))]);
    });
  },

  apiOf: async ({ office }, use) => {
    await use(async (username) => apiWith(office.url, await sessionCookie(office.url, username)));
  },
});

function watch(page: Page, { problems }: Watch): void {
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
}
