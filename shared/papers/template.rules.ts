import { fold } from '#shared/core/fold.ts';
import type { Facts, Reason } from '#shared/core/reason.ts';
import type { PaperName } from '#shared/papers/paper-names.ts';

/** One paragraph of a template: its part of the file in words, its place there counted from 1, its text. */
export type TemplateParagraph = { part: string; number: number; text: string };

type Tag = { paragraph: TemplateParagraph; from: number; text: string; sign: '' | '#' | '^' | '/' | '@'; name: string };
type Open = { tag: Tag; known: PaperName | undefined };

const AROUND = 30;
const NAME = /^([#^/@]?)\s*([\p{L}\p{N}_]+)$/u;
/** More would only be the same slip again and again. */
export const MOST_TEMPLATE_REASONS = 50;

/**
 * What is wrong with the names in braces of a template, each with its paragraph and the text around it; empty when it
 * can be filled. A name may be split by Word over formatting, not over paragraphs. Pure.
 */
export function templateReasons(paragraphs: readonly TemplateParagraph[], names: readonly PaperName[]): Reason[] {
  const reasons: Reason[] = [];
  const tags = findTags(paragraphs, reasons);
  const open: Open[] = [];
  let part = '';
  const leaveOpen = () => {
    for (const { tag } of open.splice(0)) reasons.push(at('paper.list-unclosed', tag, { name: tag.name }));
  };
  for (const tag of tags) {
    if (tag.paragraph.part !== part) leaveOpen();
    part = tag.paragraph.part;
    if (tag.sign === '/') close(tag, open, reasons);
    else use(tag, open, names, reasons);
  }
  leaveOpen();
  return inReadingOrder(reasons, paragraphs).slice(0, MOST_TEMPLATE_REASONS);
}

/** As they stand in the file: whoever mends it goes through it once. */
function inReadingOrder(reasons: readonly Reason[], paragraphs: readonly TemplateParagraph[]): Reason[] {
  const places = new Map(paragraphs.map(({ part, number }, index) => [`${part} ${number}`, index]));
  const placeOf = ({ facts }: Reason) => places.get(`${facts?.part} ${facts?.paragraph}`) ?? 0;
  return reasons.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Names that a template uses, each once. */
export function namesUsed(paragraphs: readonly TemplateParagraph[]): string[] {
  return [...new Set(findTags(paragraphs, []).map(({ name }) => name))];
}

/** A name, or the opening of a list or a condition. */
function use(tag: Tag, open: Open[], names: readonly PaperName[], reasons: Reason[]): void {
  const scopes = [...open.map(({ known }) => known?.fields ?? []).reverse(), names];
  const known = scopes.flat().find(({ name }) => name === tag.name) as PaperName | undefined;
  const isInItself = tag.sign === '#' && known?.fields && open.some((one) => one.known === known);
  if (tag.sign === '#' || tag.sign === '^') open.push({ tag, known });
  // A hundred rows in a hundred rows, and so on: nobody means it, and no machine ends it.
  if (isInItself) return void reasons.push(at('paper.list-in-itself', tag, { name: tag.name }));
  if (!known) return void reasons.push(unknown(tag, scopes.flat() as PaperName[], names));
  if (tag.sign === '@') return void tableTag(tag, known, reasons);
  if (known.isTable) return void reasons.push(at('paper.table-as-word', tag, { name: tag.name }));
  if (tag.sign === '' && known.fields)
    reasons.push(at('paper.list-as-word', tag, { name: tag.name, field: known.fields[0]?.name ?? 'stt' }));
}

/** A whole table takes the place of its paragraph, so nothing else may stand there. */
function tableTag(tag: Tag, known: PaperName, reasons: Reason[]): void {
  if (!known.isTable) reasons.push(at('paper.no-table', tag, { name: tag.name }));
  else if (tag.paragraph.text.trim() !== tag.text) reasons.push(at('paper.table-not-alone', tag, { name: tag.name }));
}

function unknown(tag: Tag, here: readonly PaperName[], names: readonly PaperName[]): Reason {
  const lists = names.filter(({ fields }) => fields?.some(({ name }) => name === tag.name)).map(({ name }) => name);
  if (lists.length > 0)
    return at('paper.name-outside-list', tag, { name: tag.name, lists: lists.map((name) => `{#${name}}`).join(', ') });
  const nearest = nearestName(
    tag.name,
    here.map(({ name }) => name),
  );
  return nearest === undefined
    ? at('paper.name-unknown', tag, { name: tag.name })
    : at('paper.name-misspelt', tag, { name: tag.name, nearest });
}

function close(tag: Tag, open: Open[], reasons: Reason[]): void {
  const last = open.at(-1);
  if (!last) return void reasons.push(at('paper.list-not-opened', tag, { name: tag.name }));
  if (last.tag.name === tag.name) return void open.pop();
  const opened = open.findLastIndex(({ tag: { name } }) => name === tag.name);
  if (opened >= 0) {
    for (const { tag: left } of open.splice(opened).slice(1))
      reasons.push(at('paper.list-unclosed', left, { name: left.name }));
    return;
  }
  open.pop();
  reasons.push(
    at('paper.list-closed-by-other', tag, {
      name: last.tag.name,
      other: tag.name,
      openedIn: last.tag.paragraph.number,
    }),
  );
}

/** All tags that can be read; what is no tag is told in `reasons`. */
function findTags(paragraphs: readonly TemplateParagraph[], reasons: Reason[]): Tag[] {
  const tags: Tag[] = [];
  let isSplit = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const { text } = paragraph;
    let from = -1;
    for (let place = 0; place < text.length; place++) {
      if (text[place] === '{') {
        if (from >= 0) reasons.push(broken('paper.brace-unclosed', paragraph, from, text.slice(from, place)));
        from = place;
      } else if (text[place] === '}') {
        if (from < 0) {
          if (!isSplit) reasons.push(broken('paper.brace-unopened', paragraph, place, '}'));
        } else readTag(paragraph, from, place, tags, reasons);
        from = -1;
        isSplit = false;
      }
    }
    if (from < 0) continue;
    const next = paragraphs[index + 1];
    const ends = next?.part === paragraph.part ? /^[^{]*?\}/.exec(next.text)?.[0] : undefined;
    isSplit = ends !== undefined;
    const tag = text.slice(from);
    reasons.push(
      ends === undefined
        ? broken('paper.brace-unclosed', paragraph, from, tag)
        : broken('paper.tag-split', paragraph, from, shortened(tag), { rest: shortened(ends) }),
    );
  }
  return tags;
}

function readTag(paragraph: TemplateParagraph, from: number, to: number, tags: Tag[], reasons: Reason[]): void {
  const text = paragraph.text.slice(from, to + 1);
  const [, sign, name] = NAME.exec(text.slice(1, -1).trim().normalize('NFC')) ?? [];
  if (name === undefined) reasons.push(broken('paper.tag-strange', paragraph, from, text));
  else tags.push({ paragraph, from, text, sign: sign as Tag['sign'], name });
}

const at = (code: string, tag: Tag, facts: Facts): Reason => broken(code, tag.paragraph, tag.from, tag.text, facts);

function broken(code: string, { part, number, text }: TemplateParagraph, from: number, tag: string, facts: Facts = {}) {
  const start = Math.max(0, from - AROUND);
  const end = Math.min(text.length, from + tag.length + AROUND);
  const around = `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  return { code, facts: { part, paragraph: number, tag: shortened(tag.trim()), around: around.trim(), ...facts } };
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The known name that looks most like this one, undefined when none does. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  const wanted = fold(given).replace(/[^a-z0-9_]/g, '_');
  const far = Math.max(2, Math.floor(wanted.length / 3));
  const [best] = [...new Set(known)]
    .map((name) => ({ name, distance: distanceOf(wanted, name) }))
    .filter(({ distance, name }) => distance <= far && distance < name.length)
    .sort((one, other) => one.distance - other.distance);
  return best?.name;
}

/** Letters to change, add or leave out (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1));
    row = next;
  }
  return row[other.length]!;
}
