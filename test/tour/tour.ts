import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { removeAtExit, sweepTemporary, temporaryDirectory } from '#test/core/temporary.ts';
import { type Api, apiWith, browserCookie, sessionCookie } from '#test/e2e/api.ts';
import { startServer } from '#test/e2e/office.ts';
import { type PageName, type Visit, visitsOf } from '#test/e2e/pages.ts';
import config from '#test/playwright.config.ts';
import { CAPTIONS } from '#test/tour/captions.ts';
import { asWebp } from '#test/tour/webp.ts';

/**
 * `npm run tour [-- --lang en]`: starts the demo year in a temporary folder, looks at every page as somebody who
 * works there, and writes the pictures with a sentence each: docs/tour.md, or docs/tour.en.md with English screens.
 */

const ROOT = path.join(import.meta.dirname, '../..');
const VIEWPORT = { width: 1366, height: 768 };
/** All pictures of a language together; a repository is no photo album. */
const MOST_BYTES = 3_000_000;

const { values } = parseArgs({ options: { lang: { type: 'string', default: 'vi' } } });
const lang = values.lang === 'en' ? 'en' : 'vi';
const folder = lang === 'vi' ? 'docs/images/tour' : 'docs/images/tour-en';
const book = lang === 'vi' ? 'docs/tour.md' : 'docs/tour.en.md';

type Picture = { name: string; title: string; sentence: string };
type Person = { api: Api; page: Page; visits: Visit[] };

sweepTemporary();
const dataDir = temporaryDirectory('tour');
removeAtExit(dataDir);
const server = await startServer({ DATA_DIR: dataDir });
const { launchOptions, locale, timezoneId } = config.use ?? {};
const browser = await chromium.launch(launchOptions);
try {
  const pictures = await tour(browser);
  writeFileSync(path.join(ROOT, book), pageOf(pictures));
  console.log(`${pictures.length} pictures in ${folder}, told in ${book}`);
} finally {
  await browser.close();
  await server.stop();
}

async function tour(from: Browser): Promise<Picture[]> {
  rmSync(path.join(ROOT, folder), { recursive: true, force: true });
  mkdirSync(path.join(ROOT, folder), { recursive: true });
  const studio = await from.newPage();
  let bytes = 0;
  const pictures: Picture[] = [];
  const shoot = async (page: Page, picture: Picture) => {
    const webp = await asWebp(studio, await still(page));
    writeFileSync(path.join(ROOT, folder, `${picture.name}.webp`), webp);
    bytes += webp.length;
    pictures.push(picture);
  };

  const guest = await visitor(from);
  await guest.goto(`${server.url}/dang-nhap`);
  await shoot(guest, {
    name: 'sign-in',
    title: 'Đăng nhập · Sign in',
    sentence: 'The demo’s accounts are one press away; an installation for work has none of them.',
  });

  const people = new Map<string, Person>();
  for (const [name, caption] of Object.entries(CAPTIONS) as [PageName, (typeof CAPTIONS)[PageName]][]) {
    const person = people.get(caption.who) ?? (await signedIn(from, caption.who));
    people.set(caption.who, person);
    const visit = person.visits.find(({ page }) => page === name);
    if (!visit) throw new Error(`${caption.who} does not come to the page "${name}"`);
    await person.page.goto(server.url + visit.address);
    await person.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await shoot(person.page, { name: kebab(name), title: caption.title, sentence: caption.sentence });
  }
  await guest.goto(server.url + (await verifyPath(people.get('chair.langson')!.api)));
  await shoot(guest, {
    name: 'verify',
    title: 'Xác thực · Verification',
    sentence: 'What anybody sees who scans a certificate, without an account and without JavaScript.',
  });
  if (bytes > MOST_BYTES) throw new Error(`the pictures are ${bytes} bytes together; ${MOST_BYTES} are allowed`);
  return pictures;
}

async function visitor(from: Browser): Promise<Page> {
  const context = await from.newContext({
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
    viewport: VIEWPORT,
    reducedMotion: 'reduce',
  });
  // As if chosen on this computer before: the sign-in page has no account to ask.
  await context.addInitScript((chosen) => localStorage.setItem('luytre.lang', chosen), lang);
  return context.newPage();
}

async function signedIn(from: Browser, who: string): Promise<Person> {
  const cookie = await sessionCookie(server.url, who);
  const api = apiWith(server.url, cookie);
  if (lang !== 'vi') await api.accounts.setLanguage.mutate({ lang });
  const page = await visitor(from);
  await page.context().addCookies([browserCookie(server.url, cookie)]);
  const chair = who === 'chair.langson' ? api : apiWith(server.url, await sessionCookie(server.url, 'chair.langson'));
  return { api, page, visits: await visitsOf(who, api, chair) };
}

/** The window as it stands when nothing moves and every letter is there. */
async function still(page: Page): Promise<Buffer> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  return page.screenshot();
}

async function verifyPath(chair: Api): Promise<string> {
  const [issued] = await chair.decisions.list.query({ status: 'issued' });
  const [certificate] = await chair.certificates.ofDecision.query({ decisionId: issued!.id as never });
  return certificate!.verifyPath;
}

function pageOf(pictures: readonly Picture[]): string {
  const head = `# A tour of all pages

Written by \`npm run tour${lang === 'en' ? ' -- --lang en' : ''}\`: the demo year as it stands on 01/03/2024, seen by people who work there. Do not edit.
`;
  const images = path.posix.relative('docs', folder);
  const each = pictures.map(
    ({ name, title, sentence }) => `\n## ${title}\n\n${sentence}\n\n![${title}](${images}/${name}.webp)\n`,
  );
  return head + each.join('');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
