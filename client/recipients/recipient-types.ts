import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import type { RecipientDraft, RecipientId } from '#shared/recipients/recipient-page.schema.ts';

type Answers = inferRouterOutputs<AppRouter>['recipients'];
/** One recipient with everything its page shows but the awards. */
export type Recipient = Answers['byId'];
export type RecipientRow = Answers['list']['rows'][number];
export type HistoryAward = Answers['awards']['rows'][number];
export type LookAlike = Answers['lookAlikes']['found'][number];

export const idOf = ({ id }: { id: string }): RecipientId => id as RecipientId;

/** Day of birth, or the year where only that is known or told. */
export const birthOf = ({ birthOn, birthYear }: Pick<Recipient, 'birthOn' | 'birthYear'>): string =>
  formatPartialDate(birthOn ?? (birthYear === null ? null : String(birthYear)));

/** The part of a recipient that people write. */
export function draftOf(recipient: Recipient): RecipientDraft {
  const { name, sex, foundedOn, positionHeld, place } = recipient;
  return { name, sex, birth: birthOf(recipient), founded: formatPartialDate(foundedOn), positionHeld, place };
}
