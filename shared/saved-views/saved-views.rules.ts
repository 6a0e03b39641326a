import type { Reason } from '#shared/core/reason.ts';
import type { ViewAudience } from '#shared/saved-views/saved-views.schema.ts';

/** Views of one list that one person may keep. */
export const MOST_VIEWS = 100;

/** Whose a view is and for whom, as far as the rules ask. */
export type ViewOwner = { ownerId: string; audience: ViewAudience; unitId: string | null };
/** Who wants to change a view; `sharesIn`: the units in which this person may share, `sharesAll`: an administrator. */
export type ViewEditor = { accountId: string; unitId: string | null; sharesIn: readonly string[]; sharesAll: boolean };

/**
 * A person's own views are theirs; those of a unit may be tidied up by whoever shares views there, because people
 * leave an office; the default of a role is the administrator's.
 */
export function mayChangeView(editor: ViewEditor, { ownerId, audience, unitId }: ViewOwner): boolean {
  if (audience === 'role') return editor.sharesAll;
  if (ownerId === editor.accountId) return true;
  return audience === 'unit' && unitId !== null && (editor.sharesAll || editor.sharesIn.includes(unitId));
}

/** Why this person cannot give a view to these people. */
export function shareReasons(
  { unitId, sharesIn, sharesAll }: ViewEditor,
  { audience, role }: { audience: ViewAudience; role: string | null },
): Reason[] {
  if (audience === 'mine') return [];
  if (audience === 'role') {
    if (!sharesAll) return [{ code: 'saved-view.may-not-set-default', field: 'audience' }];
    return role === null ? [{ code: 'saved-view.role-missing', field: 'role' }] : [];
  }
  if (sharesIn.length === 0 && !sharesAll) return [{ code: 'saved-view.may-not-share', field: 'audience' }];
  if (unitId === null) return [{ code: 'saved-view.no-unit', field: 'audience' }];
  return sharesAll || sharesIn.includes(unitId) ? [] : [{ code: 'saved-view.may-not-share', field: 'audience' }];
}

/** Citizen numbers are kept nowhere but with their person: 9 or 12 digits in the search box of a view are refused. */
export function queryReasons(query: string): Reason[] {
  for (const part of query.split('&')) {
    const [name, value = ''] = part.split('=');
    if (name !== 'q' && name !== 'decision') continue;
    const digits = /(?<!\d)(?:\d{12}|\d{9})(?!\d)/u.exec(withoutSigns(plain(value)))?.[0];
    if (digits) return [{ code: 'saved-view.id-number', field: 'query', facts: { digitCount: digits.length } }];
  }
  return [];
}

/** Query strings write a space as "+"; one that cannot be decoded is read as it stands. */
function plain(value: string): string {
  const spaced = value.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** "020 085 001 234" is one number. */
const withoutSigns = (text: string): string => text.replace(/(?<=\d)[\s.-]+(?=\d)/gu, '');
