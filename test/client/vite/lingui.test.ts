// @vitest-environment node
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { lingui } from '#client/vite/lingui.ts';

const root = process.cwd();
const dir = await mkdtemp(join(tmpdir(), 'catalogues-'));
afterAll(() => rm(dir, { recursive: true }));

type Hook = (this: unknown, ...args: never[]) => Promise<{ code: string } | undefined>;
const [macros, catalogues] = lingui();
const load = catalogues?.load as unknown as Hook;

test('every sentence of the screens is in the catalogue, and none that is gone', async () => {
  await cp(join(root, 'locales'), join(dir, 'locales'), { recursive: true });
  const config = join(root, 'node_modules', '.cache', `lingui-${process.pid}.config.ts`);
  await writeFile(
    config,
    `import base from ${JSON.stringify(join(root, 'lingui.config.ts'))};
     export default { ...base, rootDir: ${JSON.stringify(root)},
       catalogs: [{ path: ${JSON.stringify(join(dir, 'locales/{locale}'))}, include: ['<rootDir>/client'] }] };`,
  );
  try {
    await promisify(execFile)(process.execPath, [
      join(root, 'node_modules/@lingui/cli/dist/lingui.js'),
      'extract',
      '--config',
      config,
      '--clean',
    ]);
  } finally {
    await rm(config);
  }
  const sentences = (po: string) => [...po.matchAll(/^msgid "(.*)"$/gm)].map((found) => found[1]).sort();
  const kept = sentences(await readFile(join(root, 'locales/vi.po'), 'utf8'));
  const found = sentences(await readFile(join(dir, 'locales/vi.po'), 'utf8'));
  expect(kept.length).toBeGreaterThan(100);
  // Different? Run `npm run lingui` and commit locales/.
  expect(kept).toEqual(found);
}, 30_000);

test('a sentence without translation stays Vietnamese in the English catalogue', async () => {
  const file = join(dir, 'en.po');
  await writeFile(
    file,
    'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "Lưu"\nmsgstr "Save"\n\nmsgid "Gửi"\nmsgstr ""\n',
  );
  const loaded = await load.call({ addWatchFile: () => undefined }, file as never);
  const code = loaded?.code ?? '';
  const messages: Record<string, string[]> = JSON.parse(JSON.parse(/JSON\.parse\((.*)\);$/.exec(code)?.[1] ?? '""'));
  expect(Object.values(messages).flat().sort()).toEqual(['Gửi', 'Save']);
});

test('a file without macro is not touched', async () => {
  const transform = macros?.transform as unknown as Hook;
  expect(await transform.call({}, 'export const a = 1;' as never, '/x/a.ts' as never)).toBeUndefined();
});
