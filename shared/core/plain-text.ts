/** A tag as HTML writes it, closed by ">" or, for those that do something by themselves, not closed at all. */
const TAG =
  /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<\/?(?:script|style|iframe|img|object|embed|svg|link|meta|form|input)(?=[\s/])[^<>]*|<!--|<!doctype\b|<\?xml\b/iu;
/** A letter written as HTML writes it: `&nbsp;`, `&#60;`. */
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/iu;
const LONGEST_SHOWN = 40;

/**
 * The first sign of HTML in a text that is meant to be plain, as it stands there (at most 40 letters of it); undefined
 * when there is none. "Giảm < 5%", "a<b" and "R&D" are plain; `<b>`, `</p>`, `<!--` and `&nbsp;` are not.
 */
export function htmlSignIn(text: string): string | undefined {
  const found = [TAG.exec(text), ENTITY.exec(text)].filter((match) => match !== null);
  const first = found.sort((a, b) => a.index - b.index)[0]?.[0];
  if (first === undefined) return undefined;
  const letters = [...first];
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : first;
}
