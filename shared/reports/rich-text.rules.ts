/**
 * Text with a little form, written with signs that can be typed and read without any editor:
 *
 * - `## ` before a line: a heading
 * - `- ` before a line: a dash; `1. ` before a line: a numbered line; so are the bullets that Word pastes
 * - `**bold**`, `*italic*`
 *
 * Nothing else has a meaning: what looks like HTML, a link or a picture is text. There is no HTML on the way in or out,
 * so there is none to clean: the screen draws these blocks, the server stores `canonicalText`.
 */
export type Inline = { text: string; bold: boolean; italic: boolean };
export type TextBlock =
  | { kind: 'heading' | 'paragraph'; content: Inline[] }
  | { kind: 'dashes' | 'numbers'; items: Inline[][] };

const HEADING = /^##\s+(.*)$/;
/** Word pastes its bullets as letters of its sign fonts; its "o" and "§" stand before several spaces or a tab. */
const DASH = /^(?:[-•–+·●▪◦\uf0b7\uf0a7\uf0d8]|[o§](?=\t|\s{2}))\s+(.*)$/u;
const NUMBER = /^\d{1,3}[.)]\s+(.*)$/;
const MARK = /\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)/u;

/** A line without the sign before it. */
export function withoutLineSign(line: string): string {
  return HEADING.exec(line)?.[1] ?? DASH.exec(line)?.[1] ?? NUMBER.exec(line)?.[1] ?? line;
}

/** The blocks of a text; empty lines part them and are none themselves. */
export function readText(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') {
      blocks.push({ kind: 'paragraph', content: [] });
      continue;
    }
    const [, heading] = HEADING.exec(line) ?? [];
    const [, dash] = DASH.exec(line) ?? [];
    const [, numbered] = NUMBER.exec(line) ?? [];
    if (heading !== undefined) blocks.push({ kind: 'heading', content: inlines(heading) });
    else if (dash !== undefined) addItem(blocks, 'dashes', dash);
    else if (numbered !== undefined) addItem(blocks, 'numbers', numbered);
    else blocks.push({ kind: 'paragraph', content: inlines(line) });
  }
  return blocks.filter((block) => !('content' in block) || block.content.length > 0);
}

function addItem(blocks: TextBlock[], kind: 'dashes' | 'numbers', text: string): void {
  const last = blocks.at(-1);
  if (last && last.kind === kind) last.items.push(inlines(text));
  else blocks.push({ kind, items: [inlines(text)] });
}

/** A line cut at its marks; bold may hold italic and the other way round. */
function inlines(text: string, bold = false, italic = false): Inline[] {
  const found = MARK.exec(text);
  if (!found) return text === '' ? [] : [{ text, bold, italic }];
  const [all, strong, slanted] = found;
  const before = text.slice(0, found.index);
  const inside = strong === undefined ? inlines(slanted ?? '', bold, true) : inlines(strong, true, italic);
  return [
    ...(before === '' ? [] : [{ text: before, bold, italic }]),
    ...inside,
    ...inlines(text.slice(found.index + all.length), bold, italic),
  ];
}

/** The same text as it is stored: one way to write each block, lists numbered from 1, no empty lines at its ends. */
export function canonicalText(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  let number = 0;
  const written = lines.map((line) => {
    const [, numbered] = NUMBER.exec(line) ?? [];
    number = numbered === undefined ? 0 : number + 1;
    if (numbered !== undefined) return `${number}. ${numbered}`;
    const [, dash] = DASH.exec(line) ?? [];
    if (dash !== undefined) return `- ${dash}`;
    const [, heading] = HEADING.exec(line) ?? [];
    return heading === undefined ? line : `## ${heading}`;
  });
  return written
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The text without its signs, for counting and for places that show one line. */
export function plainOf(text: string): string {
  const words = (content: readonly Inline[]) => content.map((one) => one.text).join('');
  return readText(text)
    .map((block) => ('content' in block ? words(block.content) : block.items.map(words).join('\n')))
    .join('\n');
}
