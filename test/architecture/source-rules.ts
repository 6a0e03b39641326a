/** A source file of the project: path from the root, and its text with and without comments. */
export type Source = { file: string; text: string; code: string };

/** A rule of the house that a compiler does not know. `planted` is a file that breaks it: it has to be caught. */
export type SourceRule = {
  name: string;
  planted: { file: string; text: string };
  isBroken: (source: Source) => boolean;
};

const LAYERS_BELOW: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  db: ['db', 'shared'],
  server: ['server', 'db', 'shared'],
  client: ['client', 'shared'],
  bench: ['bench', 'server', 'db', 'shared'],
  test: ['test', 'bench', 'client', 'server', 'db', 'shared'],
};
const MOST_LINES = 400;

export function sourceOf(file: string, text: string): Source {
  return { file, text, code: withoutComments(text) };
}

export const SOURCE_RULES: readonly SourceRule[] = [
  {
    name: 'layers point one way: shared ← db ← server ← client (which sees the type of the router only)',
    planted: { file: 'db/units/units.queries.ts', text: "import { router } from '#server/core/trpc.ts';" },
    isBroken: ({ file, code }) =>
      importsOf(code).some(({ target, isType }) => {
        const layer = /^#(\w+)\//.exec(target)?.[1];
        if (!layer || LAYERS_BELOW[layerOf(file)]?.includes(layer)) return false;
        return !(layerOf(file) === 'client' && target === '#server/app-router.ts' && isType);
      }),
  },
  {
    name: 'files name each other by #layer/path.ts, never by ./ or ../',
    planted: { file: 'server/units/units.router.ts', text: "import { x } from '../core/trpc.ts';" },
    isBroken: ({ code }) => importsOf(code).some(({ target }) => target.startsWith('.')),
  },
  {
    name: 'an import names the file with its ending',
    planted: { file: 'server/units/units.router.ts', text: "import { x } from '#server/core/trpc';" },
    isBroken: ({ code }) => importsOf(code).some(({ target }) => /^#/.test(target) && !/\.[a-z0-9]+$/.test(target)),
  },
  {
    name: 'no barrels: a thing is imported from the file it is in',
    planted: { file: 'shared/units/units.schema.ts', text: "export { unitId } from '#shared/core/ids.ts';" },
    isBroken: ({ file, code }) =>
      /(^|\/)index\.tsx?$/.test(file) || (!file.startsWith('test/') && /^export\s+(\*|\{)[^;]*\sfrom\s/m.test(code)),
  },
  {
    name: 'shared imports zod/mini and itself, nothing else',
    planted: { file: 'shared/units/units.schema.ts', text: "import { z } from 'zod';" },
    isBroken: ({ file, code }) =>
      file.startsWith('shared/') &&
      importsOf(code).some(({ target }) => target !== 'zod/mini' && !target.startsWith('#shared/')),
  },
  {
    name: 'shared knows neither the clock nor chance: they are given to it',
    planted: { file: 'shared/units/units.rules.ts', text: 'export const late = (due: Date) => new Date() > due;' },
    isBroken: ({ file, code }) =>
      file.startsWith('shared/') &&
      /Date\.now\b|new Date\(\s*\)|\bDate\(\s*\)|Math\.random|\bcrypto\b|performance\.now/.test(code),
  },
  {
    name: 'only the database layer opens a transaction',
    planted: { file: 'server/units/units.service.ts', text: 'await db.writes.transaction().execute(work);' },
    isBroken: ({ file, code }) => /\.transaction\(\)/.test(code) && !/^(db\/core|test)\//.test(file),
  },
  {
    name: 'only commit and housekeeping ask it to: a change without its audit entry cannot be written',
    planted: { file: 'server/units/units.service.ts', text: 'await inTransaction(ctx.db, work);' },
    isBroken: ({ file, code }) =>
      /\binTransaction\b/.test(code) &&
      !/^(db\/core\/|server\/core\/(commit|housekeeping)\.ts$|test\/|bench\/)/.test(file),
  },
  {
    name: 'queries do not write',
    planted: { file: 'db/units/units.queries.ts', text: "db.updateTable('unit').set({ name: 'x' });" },
    isBroken: ({ file, code }) =>
      file.endsWith('.queries.ts') &&
      /\.(insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(|\b(insert into|update \w+ set|delete from)\b/i.test(
        code,
      ),
  },
  {
    name: 'text reaches SQL as a parameter: sql.raw and sql.lit stay in db/core and migrations',
    planted: { file: 'db/registry/registry.queries.ts', text: 'orderBy(sql.raw(column))' },
    isBroken: ({ file, code }) =>
      /\bsql\s*\.\s*(raw|lit|literal)\s*[(<]/.test(code) && !/^(db\/(core|migrations)|test|bench)\//.test(file),
  },
  {
    name: 'the server words reasons in the language of the request: through worded',
    planted: { file: 'server/units/units.view.ts', text: 'text: wordReason(reason, REASON_WORDS)' },
    isBroken: ({ file, code }) =>
      /\bwordReason\b/.test(code) &&
      file.startsWith('server/') &&
      !/^server\/(core\/(worded|trpc)|accounts\/admin-create)\.ts$/.test(file),
  },
  {
    name: 'numbers are whole in the database: no column of type real',
    planted: { file: 'db/migrations/2026-11-22T0900-scores.ts', text: "t.addColumn('points', 'real');" },
    isBroken: ({ file, code }) =>
      /^db\//.test(file) && /['"`\s,](real|float4|float8|double precision)['"`]|\bas real\b/i.test(code),
  },
  {
    name: 'HTML is never put into a page as text',
    planted: { file: 'client/units/unit.page.tsx', text: '<p dangerouslySetInnerHTML={{ __html: note }} />' },
    isBroken: ({ file, code }) =>
      /dangerouslySetInnerHTML|\.(innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML|document\.write\(/.test(code) &&
      !/^test\//.test(file),
  },
  {
    name: 'procedures are made in one place, where the permission table is asked',
    planted: { file: 'server/units/units.router.ts', text: "import { initTRPC } from '@trpc/server';" },
    isBroken: ({ file, code }) => /\binitTRPC\b/.test(code) && !/^(server\/core\/trpc\.ts$|test\/)/.test(file),
  },
  {
    name: 'a router is wiring: it opens no database and commits nothing itself',
    planted: { file: 'server/units/units.router.ts', text: 'commit(ctx, async (tx) => save(tx));' },
    isBroken: ({ file, code }) => file.endsWith('.router.ts') && /\bcommit\(|\.writes\b/.test(code),
  },
  {
    name: 'a test that runs alone hides the others',
    planted: { file: 'test/shared/units/units.rules.test.ts', text: "test.only('x', () => {});" },
    isBroken: ({ file, code }) => /^test\//.test(file) && /\b(test|it|describe)\.only\(/.test(code),
  },
  {
    name: `no file outgrows a sitting (${MOST_LINES} lines)`,
    planted: { file: 'server/units/units.service.ts', text: 'x;\n'.repeat(MOST_LINES + 1) },
    isBroken: ({ text }) => text.replace(/\n$/, '').split('\n').length > MOST_LINES,
  },
];

type Import = { target: string; isType: boolean };

function importsOf(code: string): Import[] {
  const fixed = /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+['"]([^'"]+)['"]/gm;
  const bare = /^\s*import\s+['"]([^'"]+)['"]/gm;
  const lazy = /\bimport\(\s*['"]([^'"]+)['"]/g;
  return [
    ...[...code.matchAll(fixed)].map(([, type, target]) => ({ target: target!, isType: type !== undefined })),
    ...[...code.matchAll(bare), ...code.matchAll(lazy)].map(([, target]) => ({ target: target!, isType: false })),
  ];
}

function layerOf(file: string): string {
  return file.split('/')[0]!;
}

/** Comments may speak of what code may not do. A `//` inside a string ("https://…") is none. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{},(])\/\/.*$/gm, '$1');
}
