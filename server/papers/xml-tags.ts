const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML as a reader sees it. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, word?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    return ENTITIES[word ?? ''] ?? all;
  });

/** A tag by its name without prefix, its attributes (without prefix, unescaped), and the raw text up to the next tag. */
export type XmlTag = { name: string; isClosing: boolean; attribute: (name: string) => string; text: string };

const NAME = /^(\/?)(?:[^\s<>/:"'=]+:)?([^\s<>/:"'=]+)/;
const ATTRIBUTE = /(?:[^\s"'=:]+:)?([^\s"'=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The tags of these names, as they come. For looking at what somebody sent: a “>” within a value, letters written as
 * numbers or another prefix hide nothing. In XML a “<” stands nowhere but before a tag.
 */
export function* tagsOf(xml: string, names: ReadonlySet<string>): Generator<XmlTag> {
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const next = xml.indexOf('<', at + 1);
    const piece = xml.slice(at + 1, next < 0 ? undefined : next);
    at = next;
    const [head = '', slash, name = ''] = NAME.exec(piece) ?? [];
    if (!names.has(name)) continue;
    const end = endOfTag(piece, head.length);
    const inside = piece.slice(head.length, end);
    yield {
      name,
      isClosing: slash === '/',
      attribute: (wanted) => {
        const found = [...inside.matchAll(ATTRIBUTE)].find(([, one]) => one === wanted);
        return unescaped(found?.[2] ?? found?.[3] ?? '').trim();
      },
      text: piece.slice(end + 1),
    };
  }
}

/** Where the tag ends: the first “>” outside quotes. */
function endOfTag(piece: string, from: number): number {
  let quote = '';
  for (let at = from; at < piece.length; at++) {
    const sign = piece[at]!;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return at;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return piece.length;
}
