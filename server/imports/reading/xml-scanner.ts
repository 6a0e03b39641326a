/** What is told of a document. Names come without their prefix; attributes stay text until they are asked for. */
export type XmlEvents = {
  open: (name: string, tag: string) => void;
  /** Also told of `<a/>`. */
  close: (name: string) => void;
  /** Raw text between tags; only asked for while `wantsText` says so. */
  text: (raw: string) => void;
  wantsText: () => boolean;
};

/**
 * Reads XML as it arrives, for the parts of a workbook: elements, attributes, text, CDATA. It knows no DTD and throws
 * where it meets one, so there are no entities to swell. Tags that are not closed in time end in an error, too.
 */
export class XmlScanner {
  #rest = '';
  #depth = 0;
  readonly #events: XmlEvents;

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  write(chunk: string): void {
    const text = this.#rest + chunk;
    const { open, close, wantsText } = this.#events;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const end = endOfTag(text, start);
      if (end < 0) {
        this.#tell(text, at, start, wantsText());
        at = start;
        break;
      }
      if (start > at) this.#tell(text, at, start, wantsText());
      at = end;
      const sign = text.charCodeAt(start + 1);
      if (sign === 33 || sign === 63) {
        this.#special(text, start, end);
      } else if (sign === 47) {
        this.#depth--;
        close(localName(text, start + 2, end - 1));
      } else {
        const isClosed = text.charCodeAt(end - 2) === 47;
        const name = localName(text, start + 1, end - 1);
        open(name, text.slice(start, end));
        if (isClosed) close(name);
        else this.#depth++;
      }
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > 1_000_000 && this.#rest.startsWith('<')) throw new Error('a tag without an end');
    // Long texts without a tag are handed on, so that nothing is scanned twice.
    if (!this.#rest.startsWith('<') && this.#rest.length > 0) {
      if (wantsText()) this.#events.text(this.#rest);
      this.#rest = '';
    }
  }

  /** @throws Error when elements are still open: half a sheet is not taken for a whole one */
  end(): void {
    if (this.#rest.trim() !== '' || this.#depth !== 0) throw new Error('the document ends too early');
  }

  #tell(text: string, from: number, to: number, isWanted: boolean): void {
    if (isWanted && to > from) this.#events.text(text.slice(from, to));
  }

  #special(text: string, start: number, end: number): void {
    if (text.startsWith('<![CDATA[', start)) {
      if (this.#events.wantsText()) this.#events.text(text.slice(start + 9, end - 3).replaceAll('&', '&amp;'));
    } else if (/^<!doctype/i.test(text.slice(start, start + 9))) throw new Error('a DTD');
  }
}

/** Where the tag that starts here is over (behind its `>`); -1: further on. */
function endOfTag(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === 33) {
    const mark = text.startsWith('<!--', start) ? '-->' : text.startsWith('<![CDATA[', start) ? ']]>' : '>';
    if (mark === '>' && text.length - start < 9) return -1;
    const found = text.indexOf(mark, start);
    return found < 0 ? -1 : found + mark.length;
  }
  let end = text.indexOf('>', start);
  // A ">" within an attribute: what stands before a real one is a quote, a slash or a name.
  while (end >= 0 && !isOver(text, start, end)) end = text.indexOf('>', end + 1);
  return end < 0 ? -1 : end + 1;
}

function isOver(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(end - 1);
  if (before === 34 || before === 39 || before === 47 || before === 63) return true;
  const tag = text.slice(start, end);
  return !/["']/.test(tag) || (tag.split('"').length % 2 === 1 && tag.split("'").length % 2 === 1);
}

function localName(text: string, from: number, to: number): string {
  let end = from;
  let begin = from;
  while (end < to) {
    const sign = text.charCodeAt(end);
    if (sign <= 32 || sign === 47) break;
    if (sign === 58) begin = end + 1;
    end++;
  }
  return text.slice(begin, end);
}

/** The value of an attribute of a tag; null when it has none of this name (with its prefix). */
export function attribute(tag: string, name: string): string | null {
  const start = tag.indexOf(` ${name}="`);
  if (start >= 0) {
    const from = start + name.length + 3;
    const end = tag.indexOf('"', from);
    return end < 0 ? null : decodeXml(tag.slice(from, end));
  }
  if (!tag.includes(name)) return null;
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? decodeXml(found[1] ?? found[2] ?? '') : null;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Entities written out, and Excel's own way of writing control signs (_x000D_). */
export function decodeXml(raw: string): string {
  const text = raw.includes('&')
    ? raw.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
        (all, hex?: string, decimal?: string, named?: string) => {
          if (named !== undefined) return NAMED[named] ?? all;
          const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
          return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
        },
      )
    : raw;
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
