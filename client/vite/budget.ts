import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

type Built = { type: string; fileName: string; facadeModuleId?: string | null; imports?: string[] };
type Limits = { limitKb: number; first: string[]; dir: string };

/**
 * Fails the build when the first load grows beyond its budget (kB gzip, JavaScript and CSS together).
 * The first load is the entry, whatever it imports at once, and the lazy modules named in `first`
 * (paths from the repository's root: the first page and its Vietnamese words). The pages behind sign-in and their
 * words are loaded after it and not counted.
 */
export function budget({ limitKb, first, dir }: Limits): Plugin {
  let files: string[] = [];
  return {
    name: 'luy-tre:budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle) as Built[];
      const wanted = chunks.filter(
        (chunk) => chunk.type === 'chunk' && first.some((path) => chunk.facadeModuleId?.endsWith(path)),
      );
      for (const path of first) {
        const found = wanted.some((chunk) => chunk.facadeModuleId?.endsWith(path));
        if (!found) this.warn(`budget: no chunk of its own for ${path}`);
      }
      const seen = new Set<string>();
      const queue = wanted.map((chunk) => chunk.fileName);
      for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
        if (seen.has(name)) continue;
        seen.add(name);
        const chunk = bundle[name] as (Built & { viteMetadata?: { importedCss: Set<string> } }) | undefined;
        queue.push(...(chunk?.imports ?? []));
        for (const css of chunk?.viteMetadata?.importedCss ?? []) seen.add(css);
      }
      files = [...seen];
    },
    closeBundle() {
      if (files.length === 0) return;
      const sizes = files
        .map((name) => ({ name, kb: gzipSync(readFileSync(join(dir, name)), { level: 9 }).length / 1000 }))
        .sort((a, b) => b.kb - a.kb);
      const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
      console.log(`\nFirst load: ${total.toFixed(1)} kB gzip of ${limitKb} kB allowed`);
      for (const { name, kb } of sizes) console.log(`  ${kb.toFixed(1).padStart(6)}  ${name}`);
      if (total > limitKb)
        throw new Error(`The first load is ${total.toFixed(1)} kB gzip; the budget is ${limitKb} kB.`);
    },
  };
}
