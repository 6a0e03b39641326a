import { tagsOf, unescaped, type XmlTag } from '#server/papers/xml-tags.ts';
import type { Reason } from '#shared/core/reason.ts';

const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Fields that fetch a file or an address, or start a program, when Word brings them up to date. */
const ACTIVE_FIELDS =
  /^(dde|ddeauto|includetext|includepicture|include|import|link|embed|database|macrobutton|rd|autotext\w*)$/i;
const HYPERLINK = /^https?:\/\/[^\s/]+\/[^\s]*\/relationships\/hyperlink$/;
/** Kinds of parts that carry another file or a control along, whatever the part is called. */
const CARRIERS = /\/(aFChunk|oleObject|package|control|activeX\w*|subDocument|frame|attachedToolbars)$/i;
const MACROS = /\/(vbaProject|wordVbaData)$/i;

type Found = Pick<Reason, 'code' | 'facts'>;

/**
 * Why the parts of a Word file must not be taken: no document, macros, a document type, what is fetched from outside,
 * another file within, a field that fetches or runs. Undefined when nothing is wrong.
 */
export function harmIn(texts: ReadonlyMap<string, string>, name: string): Found | undefined {
  const types = unescaped(texts.get('[Content_Types].xml') ?? '');
  if (/macroEnabled|vbaProject/i.test(types)) return { code: 'paper.macro', facts: { name } };
  if (!types.includes(DOCUMENT) || !texts.has('word/document.xml')) return { code: 'paper.not-word', facts: { name } };
  for (const [part, text] of texts) {
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { code: 'paper.doctype', facts: { name } };
    const code = /\.rels$/i.test(part) ? harmInRelations(text) : harmInPart(text);
    if (code) return { code, facts: { name } };
    const field = activeField(text);
    if (field !== undefined) return { code: 'paper.field', facts: { name, field } };
  }
  return undefined;
}

const RELATION = new Set(['Relationship']);

/** A link that a reader clicks is no harm; anything that Word fetches by itself is. */
function harmInRelations(text: string): string | undefined {
  for (const { attribute } of tagsOf(text, RELATION)) {
    const [type, target] = [attribute('Type'), attribute('Target')];
    const isOutside = /^external$/i.test(attribute('TargetMode')) || /^([a-z][a-z0-9+.-]*:|\\\\|\/\/)/i.test(target);
    if (isOutside && !HYPERLINK.test(type)) return 'paper.outside';
    if (CARRIERS.test(type)) return 'paper.embedded';
    if (MACROS.test(type)) return 'paper.macro';
  }
  return undefined;
}

const IN_PARTS = new Set(['altChunk', 'mailMerge']);

function harmInPart(text: string): string | undefined {
  for (const { name } of tagsOf(text, IN_PARTS)) return name === 'altChunk' ? 'paper.embedded' : 'paper.outside';
  return undefined;
}

const OF_FIELDS = new Set(['fldSimple', 'fldChar', 'instrText']);

/** The first field that fetches or runs; a name that another field makes up (to hide it) is shown as “…”. */
function activeField(text: string): string | undefined {
  const open: { code: string; isRead: boolean }[] = [];
  for (const tag of tagsOf(text, OF_FIELDS)) {
    const field = nextField(tag, open);
    if (field === undefined) continue;
    const [word = ''] = /^[\p{L}\d]+/u.exec(field.trim()) ?? [];
    if (field === MADE_UP) return '…';
    if (ACTIVE_FIELDS.test(word)) return word.toUpperCase();
  }
  return undefined;
}

const MADE_UP = '\u0000';

/** The words of a field once they are whole: Word may split them over runs and put fields into fields. */
function nextField(tag: XmlTag, open: { code: string; isRead: boolean }[]): string | undefined {
  if (tag.isClosing) return undefined;
  const last = open.at(-1);
  if (tag.name === 'fldSimple') return tag.attribute('instr');
  if (tag.name === 'instrText') {
    if (last && !last.isRead) last.code += unescaped(tag.text);
    return undefined;
  }
  const kind = tag.attribute('fldCharType');
  if (kind === 'begin') {
    open.push({ code: '', isRead: false });
    return last && !last.isRead && last.code.trim() === '' ? MADE_UP : undefined;
  }
  if (!last) return undefined;
  const isWhole = !last.isRead;
  last.isRead = true;
  if (kind === 'end') open.pop();
  return isWhole ? last.code : undefined;
}
