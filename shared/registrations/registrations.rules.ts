import { vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { htmlSignIn } from '#shared/core/plain-text.ts';
import type { Reason } from '#shared/core/reason.ts';
import {
  MOST_REGISTERED,
  type RegisteredKind,
  type RegistrationLine,
} from '#shared/registrations/registrations.schema.ts';

/** A form of the catalogue as a registration asks of it; `appliesTo` as the catalogue has it. */
export type RegisteredForm = { code: string; name: string; appliesTo: readonly string[] };

/** Whether a title is given to this kind at all; households count as collectives. One that says nothing is for both. */
export const isGivenTo = ({ appliesTo }: Pick<RegisteredForm, 'appliesTo'>, kind: RegisteredKind): boolean =>
  appliesTo.length === 0 || appliesTo.includes(kind) || (kind === 'collective' && appliesTo.includes('household'));

/** The same person written twice with other blanks or capitals is the same person; accents make another. */
const sameName = (name: string): string => name.toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim();

/** Why a registration cannot be saved like this, each reason with its row and field; empty when it can. */
export function registrationReasons(
  lines: readonly RegistrationLine[],
  forms: ReadonlyMap<string, RegisteredForm>,
): Reason[] {
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const form = forms.get(line.awardCode);
    const at = (field: string) => `lines.${index}.${field}`;
    if (!form) return [{ code: 'registration.unknown-title', field: at('count'), facts: { code: line.awardCode } }];
    const title = form.name;
    const key = `${line.awardCode} ${line.kind}`;
    if (seen.has(key)) return [{ code: 'registration.title-twice', field: at('count'), facts: { title } }];
    seen.add(key);
    if (!isGivenTo(form, line.kind))
      return [{ code: `registration.not-for-${line.kind}`, field: at('count'), facts: { title } }];
    return [...countReasons(line, title, at('count')), ...nameReasons(line, title, at('names'))];
  });
}

function countReasons({ count, names }: RegistrationLine, title: string, field: string): Reason[] {
  if (count < 0) return [{ code: 'registration.count-negative', field, facts: { title, foundCount: count } }];
  if (count > MOST_REGISTERED)
    return [
      { code: 'registration.count-too-large', field, facts: { title, foundCount: count, mostCount: MOST_REGISTERED } },
    ];
  if (names.length > count)
    return [{ code: 'registration.more-names', field, facts: { title, nameCount: names.length, foundCount: count } }];
  return [];
}

function nameReasons({ names }: RegistrationLine, title: string, field: string): Reason[] {
  const seen = new Map<string, number>();
  return names.flatMap((name, index): Reason[] => {
    const row = index + 1;
    if (fold(name) === '') return [{ code: 'registration.name-empty', field, facts: { title, row } }];
    const html = htmlSignIn(name);
    if (html !== undefined) return [{ code: 'movement.text-html', field, facts: { found: html } }];
    const first = seen.get(sameName(name));
    if (first !== undefined) return [{ code: 'registration.name-twice', field, facts: { title, name, row, first } }];
    seen.set(sameName(name), row);
    return [];
  });
}

/** Whether it was sent after the last day it was asked for, by the day in Việt Nam. Without a day nothing is late. */
export const isLate = (sentAt: string | null, dueOn: string | null): boolean =>
  sentAt !== null && dueOn !== null && vietnamDate(new Date(sentAt)) > dueOn;

/** Whether it is still missing after that day. */
export const isOverdue = (sentAt: string | null, dueOn: string | null, today: string): boolean =>
  sentAt === null && dueOn !== null && today > dueOn;
