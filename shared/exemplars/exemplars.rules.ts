import { fold } from '#shared/core/fold.ts';
import { htmlSignIn } from '#shared/core/plain-text.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { ExemplarDraft } from '#shared/exemplars/exemplars.schema.ts';

export const EXEMPLARS_ON_A_PAGE = 30;
/** Shorter than this a title names nothing and a reason explains nothing. Our own figures, no law gives them. */
export const LEAST_TITLE = 5;
export const LEAST_REMOVAL_REASON = 5;
const MOST_WORDS = 12;

const TEXTS = ['title', 'presenter', 'place', 'field', 'story', 'source'] as const;

/** Why an exemplar cannot be saved like this, each reason with its field; empty when it can. */
export function exemplarReasons(draft: ExemplarDraft): Reason[] {
  return [...titleReasons(draft.title), ...TEXTS.flatMap((field) => htmlReasons(field, draft[field]))];
}

function titleReasons(title: string): Reason[] {
  if (title.length >= LEAST_TITLE) return [];
  if (title === '') return [{ code: 'exemplar.title-missing', field: 'title' }];
  const facts = { found: title, leastCount: LEAST_TITLE };
  return [{ code: 'exemplar.title-short', field: 'title', facts }];
}

/** A story pasted from a web page would show its tags to every reader, and print them. */
function htmlReasons(field: (typeof TEXTS)[number], text: string): Reason[] {
  const found = htmlSignIn(text);
  if (found === undefined) return [];
  return [{ code: field === 'story' ? 'exemplar.story-html' : 'exemplar.text-html', field, facts: { found } }];
}

/** An exemplar goes out of the list with a word to those who look for it. */
export function removalReasons(reason: string): Reason[] {
  if (reason.length >= LEAST_REMOVAL_REASON) return [];
  return [{ code: 'exemplar.removal-needs-reason', field: 'reason', facts: { leastCount: LEAST_REMOVAL_REASON } }];
}

/** What a search looks in, without accents. */
export function exemplarFold(draft: Omit<ExemplarDraft, 'kind' | 'source'>): string {
  return fold([draft.title, draft.presenter, draft.place, draft.field, draft.story].join(' '));
}

/** The words a search asks for, without accents; all of them have to be found. "Hảng A Xà" → hang, a, xa. */
export function searchWords(text: string | undefined): string[] {
  return [...new Set(fold(text ?? '').split(/[\s,.;:()"“”]+/u))].filter(Boolean).slice(0, MOST_WORDS);
}

/** The paragraphs of a story: divided by an empty line; a single line end stays inside its paragraph. */
export function paragraphsOf(story: string): string[] {
  return story
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
