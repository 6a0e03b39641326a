import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SOURCE_RULES, sourceOf } from '#test/architecture/source-rules.ts';

const root = join(import.meta.dirname, '../..');
const sources = globSync('{shared,db,server,client,test,bench}/**/*.{ts,tsx,mjs}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  // The rules name in their planted lines what they forbid.
  .filter((file) => !file.includes('/node_modules/') && file !== 'test/architecture/source-rules.ts')
  .map((file) => sourceOf(file, readFileSync(join(root, file), 'utf8')));

test('the source is found', () => {
  for (const layer of ['shared/', 'db/', 'server/', 'test/']) {
    expect(sources.some(({ file }) => file.startsWith(layer))).toBe(true);
  }
});

describe.each(SOURCE_RULES)('$name', ({ isBroken, planted }) => {
  test('no file breaks it', () => {
    expect(sources.filter(isBroken).map(({ file }) => file)).toEqual([]);
  });

  test('a file that breaks it is caught', () => {
    expect(isBroken(sourceOf(planted.file, planted.text))).toBe(true);
  });
});

describe('what the rules allow', () => {
  const breaks = (file: string, text: string) =>
    SOURCE_RULES.filter(({ isBroken }) => isBroken(sourceOf(file, text))).map(({ name }) => name);

  test.each([
    ['client/core/api.ts', "import type { AppRouter } from '#server/app-router.ts';"],
    ['client/core/theme.ts', "import '@fontsource/source-sans-3/400.css';"],
    [
      'shared/units/units.schema.ts',
      "import * as z from 'zod/mini';\nimport { isoDate } from '#shared/core/dates.ts';",
    ],
    ['shared/core/dates.ts', '/** Never new Date() here. */\nconst day = new Date(text); // not Date.now()'],
    ['server/core/commit.ts', 'return inTransaction(ctx.db, work);'],
    ['db/migrations/2026-11-22T0900-scores.ts', "t.addColumn('points', 'integer'); sql.raw(type);"],
    ['db/units/units.writes.ts', "tx.updateTable('unit').set({ name });"],
  ])('%s: %s', (file, text) => {
    expect(breaks(file, text)).toEqual([]);
  });

  test.each([
    ['client/core/api.ts', "import { appRouter } from '#server/app-router.ts';"],
    ['client/core/api.ts', "const { appRouter } = await import('#server/app-router.ts');"],
    ['shared/units/units.rules.ts', "import 'node:fs';"],
  ])('but not %s: %s', (file, text) => {
    expect(breaks(file, text)).not.toEqual([]);
  });
});

test('every test stands where its subject stands', () => {
  const homeless = sources
    .map(({ file }) => file)
    .filter((file) => /^test\/(shared|db|server)\/.+\.test\.ts$/.test(file))
    .filter((file) => {
      const subject = file.replace(/^test\//, '').replace(/\.test\.ts$/, '');
      return !['.ts', ''].some((ending) => existsSync(join(root, subject + ending)));
    })
    // A suite about a whole layer or about several files stands in the folder it is about, or one named after its file.
    .filter((file) => {
      const about = join(root, file.replace(/^test\//, '').replace(/\/[^/]+$/, ''));
      return !existsSync(about) && !existsSync(`${about}.ts`);
    });
  expect(homeless).toEqual([]);
});
