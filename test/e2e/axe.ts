import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * The page as it stands breaks no rule of WCAG A or AA that a program can see. Looked at once, on SQLite: which
 * database is behind a page cannot be seen, and looking is most of what a walk costs.
 */
export async function checkAxe(page: Page): Promise<void> {
  if (test.info().project.name === 'postgres') return;
  const viewport = page.viewportSize()!;
  // In a window as tall as the page no bar that sticks to its edge covers a field: scrolling would uncover it.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > viewport.height) await page.setViewportSize({ ...viewport, height });
  // A dialog or page that is still fading in has colours of its own.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  if (height > viewport.height) await page.setViewportSize(viewport);
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }));
  // Soft: one run tells about every page it meets.
  expect.soft(found, `accessibility of ${page.url()}`).toEqual([]);
}
