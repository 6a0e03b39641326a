// @vitest-environment node
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { formatter } from '@lingui/format-po';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
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

test('English lacks nothing, and keeps every name in braces and every tag of the Vietnamese sentence', async () => {
  const file = join(root, 'locales/en.po');
  const catalogue = await formatter({ lineNumbers: false }).parse(await readFile(file, 'utf8'), {
    locale: 'en',
    sourceLocale: 'vi',
    filename: file,
  });
  const sentences = Object.values(catalogue).map((entry) => [entry.message ?? '', entry.translation ?? ''] as const);
  expect(sentences.length).toBeGreaterThan(1000);
  expect(sentences.flatMap(([vi, en]) => (en === '' ? [vi] : []))).toEqual([]);
  expect(sentences.flatMap(([vi, en]) => (namesIn(vi) === namesIn(en) ? [] : [`${vi} → ${en}`]))).toEqual([]);
  // Letter for letter the Vietnamese sentence? Then it was forgotten, unless it is a name or an example of a paper.
  const words = (sentence: string) => sentence.replaceAll(/\{[^}]*\}/g, '');
  const same = sentences.flatMap(([vi, en]) => (vi === en && /\p{L}/u.test(words(vi)) ? [vi] : []));
  expect(same.filter((sentence) => !KEPT.has(sentence))).toEqual([]);
}, 30_000);

/** Names and examples of Vietnamese papers: placeholders of fields whose content is Vietnamese. */
const KEPT = new Set([
  '{0} (Alt+PageDown)',
  '{0} (Alt+PageUp)',
  'Cụm thi đua các xã vùng cao',
  'Hội nghị tổng kết năm {year}, triển khai nhiệm vụ năm {next} {0}',
  'Kế hoạch số 12/KH-UBND ngày 10/01/2024',
  'Năm học 2024 - 2025',
  'Nghị quyết 202/2025/QH15 ngày 12/06/2025',
  'Sơn La',
  'Tỉnh Sơn La',
  'UBND tỉnh…',
]);

/** `{names}` and `<0>` of a sentence, each once, in the order of the alphabet; `#` and the forms of a plural are words. */
function namesIn(sentence: string): string {
  const found = new Set<string>();
  const collect = (tokens: readonly CompiledIcuChoicesOrToken[]): void => {
    for (const token of tokens) {
      if (typeof token === 'string') for (const [tag] of token.matchAll(/<\/?\d+\/?>/g)) found.add(tag);
      else if (token[0] !== '#') {
        found.add(token[0]);
        const forms = token[2];
        if (typeof forms === 'object')
          for (const form of Object.values(forms)) if (Array.isArray(form)) collect(form as typeof tokens);
      }
    }
  };
  const compiled = compileMessageOrThrow(sentence);
  collect((typeof compiled === 'string' ? [compiled] : compiled) as readonly CompiledIcuChoicesOrToken[]);
  return [...found].sort().join(' ');
}
type CompiledIcuChoicesOrToken = string | [name: string, type?: string, forms?: string | Record<string, unknown>];

test('the first screen loads its own words only', async () => {
  const ids = async (id: string) => {
    const loaded = await load.call({ addWatchFile: () => undefined }, id as never);
    const code = loaded?.code ?? '';
    return Object.values<string[]>(JSON.parse(JSON.parse(/JSON\.parse\((.*)\);$/.exec(code)?.[1] ?? '""'))).flat();
  };
  const file = join(root, 'locales/vi.po');
  const [first, pages] = [await ids(file), await ids(`${file}?pages`)];
  expect(first).toContain('Tên đăng nhập');
  expect(pages).not.toContain('Tên đăng nhập');
  expect(pages).toContain('Lập dự thảo quyết định');
  expect(first).not.toContain('Lập dự thảo quyết định');
});

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
