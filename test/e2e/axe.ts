import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { shapesOf } from '#test/e2e/shapes.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * The page as it stands breaks no rule of WCAG A or AA that a program can see. Looked at on SQLite only, for which
 * database is behind a page cannot be seen, and only where it shows something that no page of this run has shown: the
 * same form before another person, a list with other rows are not looked at again. Looking is most of what a walk costs.
 */
export async function checkAxe(page: Page): Promise<void> {
  if (test.info().project.name === 'postgres') return;
  const viewport = page.viewportSize()!;
  // A dialog or page that is still fading in has colours of its own.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  const known = looked();
  const fresh = (await page.evaluate(shapesOf, viewport.width)).filter((shape) => !known.has(shape));
  if (fresh.length === 0) return;
  // In a window as tall as the page no bar that sticks to its edge covers a field: scrolling would uncover it.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > viewport.height) await page.setViewportSize({ ...viewport, height });
  const found = await violations(page);
  if (height > viewport.height) await page.setViewportSize(viewport);
  if (found.length === 0) appendFileSync(lookedFile(), `${fresh.join('\n')}\n`);
  // Soft: one run tells about every page it meets.
  expect.soft(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** Beside the templates of this run: both workers read and write it. */
const lookedFile = () => path.join(process.env.E2E_TEMPLATES!, 'looked-at');

/** Shapes that stood on a page without a fault. */
function looked(): ReadonlySet<string> {
  const file = lookedFile();
  return new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
}

/** In the page itself, which has no frames: a second page to put results together in would cost more than looking. */
async function violations(page: Page): Promise<{ id: string; help: string; where: string[] }[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const results = await inPage.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
      preload: false,
    });
    return results.violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }));
  }, WCAG);
}
