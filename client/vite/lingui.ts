import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type PluginItem, transformAsync } from '@babel/core';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import { formatter } from '@lingui/format-po';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const SOURCE_LOCALE = 'vi';
const po = formatter({ lineNumbers: false });
const PAGES = '?pages';
const LOCALES = fileURLToPath(new URL('../../locales/', import.meta.url));

/**
 * Both halves of Lingui for Vite, by Babel alone: the official packages need native tools
 * that an old npm silently does not install.
 */
export function lingui(): Plugin[] {
  return [macros(), catalogues()];
}

/** Turns `t`, `msg` and `<Trans>` into look-ups by id. Files without a macro never meet Babel. */
function macros(): Plugin {
  let production = false;
  return {
    name: 'luy-tre:lingui-macros',
    enforce: 'pre',
    configResolved(config) {
      production = config.isProduction;
    },
    async transform(code, id) {
      const file = id.split('?')[0] ?? id;
      if (!/\.tsx?$/.test(file) || file.includes('/node_modules/') || !/@lingui\/(core|react)\/macro/.test(code))
        return;
      const macro: PluginItem = [linguiMacro, { descriptorFields: production ? 'id-only' : 'all' }];
      const result = await transformAsync(code, {
        filename: file,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        plugins: [macro],
        // Babel only reads the types and JSX here; Vite takes them away afterwards.
        parserOpts: { plugins: ['typescript', ...(file.endsWith('x') ? (['jsx'] as const) : [])] },
      });
      return result?.code == null ? undefined : { code: result.code, map: result.map ?? null };
    },
  };
}

/** Folders whose words are there before anybody has signed in; all others come with the pages behind it. */
const FIRST = /^client\/(core\/|accounts\/|[^/]+$)/;

/**
 * `import('virtual:catalogue/en')` is what the first screen needs of `locales/en.po`, `virtual:catalogue/en/pages` the
 * rest: compiled messages by id; what is not translated yet stays Vietnamese.
 */
function catalogues(): Plugin {
  return {
    name: 'luy-tre:lingui-catalogues',
    enforce: 'pre',
    resolveId(source) {
      const [, locale, pages] = /^virtual:catalogue\/([a-z]+)(\/pages)?$/.exec(source) ?? [];
      return locale === undefined ? undefined : `${LOCALES}${locale}.po${pages ? PAGES : ''}`;
    },
    async load(id) {
      const file = id.split('?')[0] ?? id;
      if (!file.endsWith('.po')) return;
      this.addWatchFile(file);
      const locale = /([^/\\]+)\.po$/.exec(file)?.[1] ?? SOURCE_LOCALE;
      const catalogue = await po.parse(await readFile(file, 'utf8'), {
        locale,
        sourceLocale: SOURCE_LOCALE,
        filename: file,
      });
      const wantsPages = id.endsWith(PAGES);
      const messages = Object.fromEntries(
        Object.entries(catalogue)
          .filter(([, entry]) => isForPages(entry.origin) === wantsPages)
          .map(([key, entry]) => [key, compileMessageOrThrow(entry.translation || entry.message || key)]),
      );
      return { code: `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(messages))});`, map: null };
    },
  };
}

function isForPages(origins: readonly (readonly [file: string, line?: number])[] = []): boolean {
  return origins.length > 0 && !origins.some(([file]) => FIRST.test(file));
}
