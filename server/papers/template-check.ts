import { fillPaper } from '#server/papers/fill-paper.ts';
import { unescaped } from '#server/papers/xml-tags.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { PaperFields, PaperName } from '#shared/papers/paper-names.ts';
import { namesUsed, type TemplateParagraph, templateReasons } from '#shared/papers/template.rules.ts';

/** Parts in which names are filled, in the order they are told. */
const PARTS: readonly (readonly [part: RegExp, words: string])[] = [
  [/^word\/document\.xml$/, 'Thân văn bản'],
  [/^word\/header\d*\.xml$/, 'Đầu trang'],
  [/^word\/footer\d*\.xml$/, 'Chân trang'],
];

/** The paragraphs of a Word file that have text, counted as they stand; what Word split over formatting is joined. */
export function paragraphsOf(texts: ReadonlyMap<string, string>): TemplateParagraph[] {
  return PARTS.flatMap(([part, words]) =>
    [...texts]
      .filter(([name]) => part.test(name))
      .flatMap(([, xml]) => paragraphTexts(xml).map((text, index) => ({ part: words, number: index + 1, text }))),
  );
}

/**
 * Why a template cannot be used; empty when it can. Blocks its thread.
 *
 * @param texts its XML parts, as guardDocx gives them
 */
export function checkTemplate(
  file: Uint8Array,
  texts: ReadonlyMap<string, string>,
  names: readonly PaperName[],
): Reason[] {
  const paragraphs = paragraphsOf(texts);
  const reasons = templateReasons(paragraphs, names);
  if (reasons.length > 0) return reasons;
  const used = namesUsed(paragraphs);
  if (used.length === 0) return [{ code: 'paper.no-names' }];
  const missing = names.filter(({ name, isRequired }) => isRequired && !used.includes(name));
  if (missing.length > 0) return missing.map(({ name }) => ({ code: 'paper.name-required', facts: { name } }));
  try {
    fillPaper(file, exampleOf(names));
    return [];
  } catch (error) {
    return asReasons(error);
  }
}

/** Every list with one row, so that every name is filled once. */
const exampleOf = (names: readonly PaperName[]): PaperFields =>
  Object.fromEntries(
    names.map(({ name, fields, isTable }) => [
      name,
      fields ? [Object.fromEntries(fields.map((one) => [one.name, '1']))] : isTable ? '<w:p/>' : '1',
    ]),
  );

type FillError = { message?: string; properties?: { id?: string; xtag?: string; errors?: FillError[] } };

/** What only the filler sees: a list that opens in a table and closes outside it. */
function asReasons(error: unknown): Reason[] {
  const { properties, message } = error as FillError;
  const errors = properties?.errors ?? [error as FillError];
  return errors
    .slice(0, 20)
    .map(({ properties: one, message: words }) =>
      /loop_position|scope_not|misplaced|tag_not_in_same|unbalanced/i.test(one?.id ?? '')
        ? { code: 'paper.list-misplaced', facts: { name: one?.xtag ?? '…' } }
        : { code: 'paper.cannot-fill', facts: { found: one?.id ?? words ?? message ?? '…' } },
    );
}

const PIECES = /<w:p(?=[\s>/])[^>]*?(\/?)>|<\/w:p>|<w:t(?=[\s>])[^>]*>([^<]*)<\/w:t>|<w:(?:tab|br|cr)(?=[\s/>])/g;

/** Texts of paragraphs; one within another (a text box) stands by itself, before the one it hangs in. */
function paragraphTexts(xml: string): string[] {
  const texts: string[] = [];
  const open: string[] = [];
  for (const [piece, isEmpty, text] of xml.matchAll(PIECES)) {
    if (piece === '</w:p>') texts.push(open.pop() ?? '');
    else if (piece.startsWith('<w:p')) {
      if (!isEmpty) open.push('');
    } else if (open.length > 0) open[open.length - 1] += text === undefined ? ' ' : unescaped(text);
  }
  return texts.filter((one) => one.trim() !== '');
}
