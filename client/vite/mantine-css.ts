/** Colours that no screen asks for; the others stay usable as `color="…"`. */
const UNUSED = /^--mantine-color-(pink|grape|violet|indigo|cyan|teal|lime|dark|yellow)-/;
const OTHER_SCHEME = /\[data-mantine-color-scheme=["']?dark["']?\]|\[dir=["']?rtl["']?\]/;

type Rule = { selectors: string[]; remove: () => void; nodes: Decl[] };
type Decl = { prop?: string; remove: () => void };

/**
 * A PostCSS plugin: takes out of Mantine's CSS what this product never shows (dark scheme, right-to-left writing,
 * colours without use), about a third of it.
 */
export const mantineCss = {
  postcssPlugin: 'luy-tre-mantine-css',
  Rule(rule: Rule) {
    if (!rule.selectors.some((selector) => selector.includes('mantine') || OTHER_SCHEME.test(selector))) {
      if (!rule.selectors.some((selector) => selector.includes(':root'))) return;
    }
    const kept = rule.selectors.filter((selector) => !OTHER_SCHEME.test(selector));
    if (kept.length === 0) return rule.remove();
    if (kept.length < rule.selectors.length) rule.selectors = kept;
    for (const decl of [...rule.nodes]) if (decl.prop !== undefined && UNUSED.test(decl.prop)) decl.remove();
  },
};
