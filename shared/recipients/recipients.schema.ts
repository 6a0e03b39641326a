import * as z from 'zod/mini';
import { idOf } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { cursorText } from '#shared/core/page.ts';
import { unitView } from '#shared/units/units.schema.ts';

/** Tập thể, cá nhân, hộ gia đình. */
export const recipientKind = z.enum(['collective', 'individual', 'household']);
export type RecipientKind = z.infer<typeof recipientKind>;
export const RECIPIENT_KIND_LABELS: Readonly<Record<RecipientKind, Localized>> = {
  collective: { vi: 'Tập thể', en: 'Collective' },
  individual: { vi: 'Cá nhân', en: 'Individual' },
  household: { vi: 'Hộ gia đình', en: 'Household' },
};

export const sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof sex>;
export const SEX_LABELS: Readonly<Record<Sex, Localized>> = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
};

/**
 * Phân loại đối tượng of the yearly statistics (Thông tư 02/2023/TT-BNV, form 0603): the class at the time of the
 * award is asked of every individual, else the yearly return cannot be made.
 */
export const personClass = z.enum([
  'leader-province',
  'leader-department',
  'leader-division',
  'enterprise-manager',
  'frontline-worker',
]);
export type PersonClass = z.infer<typeof personClass>;
export const PERSON_CLASS_LABELS: Readonly<Record<PersonClass, Localized>> = {
  'leader-province': { vi: 'Lãnh đạo cấp tỉnh, cấp bộ trở lên', en: 'Leader of province or ministry rank' },
  'leader-department': { vi: 'Lãnh đạo cấp sở, cấp vụ và tương đương', en: 'Leader of department rank' },
  'leader-division': { vi: 'Lãnh đạo cấp phòng, cấp xã và tương đương', en: 'Leader of division or commune rank' },
  'enterprise-manager': { vi: 'Doanh nhân, quản lý doanh nghiệp', en: 'Business manager' },
  'frontline-worker': { vi: 'Người trực tiếp công tác, lao động, học tập, chiến đấu', en: 'Direct worker' },
};

/** Commune classes of the ethnic-minority and mountainous areas. */
export const areaClass = z.enum(['region-1', 'region-2', 'region-3', 'none']);
export type AreaClass = z.infer<typeof areaClass>;
export const AREA_CLASS_LABELS: Readonly<Record<AreaClass, Localized>> = {
  'region-1': { vi: 'Xã khu vực I', en: 'Region I commune' },
  'region-2': { vi: 'Xã khu vực II', en: 'Region II commune' },
  'region-3': { vi: 'Xã khu vực III', en: 'Region III commune' },
  none: { vi: 'Ngoài vùng dân tộc thiểu số và miền núi', en: 'Outside these areas' },
};

/** Orders of the list of recipients: by name (people by given name), or by their latest award. */
export const recipientSort = z.enum(['name-asc', 'name-desc', 'latest-desc']);
export type RecipientSort = z.infer<typeof recipientSort>;

/** Filters of the list of recipients (Tập thể và cá nhân). */
export const recipientFilters = z.strictObject({
  /** Words of every name it bore and of its place, by their beginnings, in any order; also names of units. */
  q: z.optional(z.string().check(z.trim(), z.maxLength(200))),
  kind: z.optional(recipientKind),
  unitId: z.optional(idOf('Unit')),
  /** `hien-nay`: the unit of today with all that it was formed from. */
  view: z.optional(unitView),
  sort: z.optional(recipientSort),
  cursor: z.optional(cursorText),
});
export type RecipientFilters = z.infer<typeof recipientFilters>;

export const RECIPIENTS_ON_A_PAGE = 50;

/** One line of the list of recipients; awards are those the reader may see, the cancelled ones left out. */
export type RecipientListRow = {
  id: string;
  kind: RecipientKind;
  name: string;
  sex: Sex | null;
  birthYear: number | null;
  foundedOn: string | null;
  unitId: string | null;
  unitName: string | null;
  place: string;
  isDemo: number;
  awardCount: number;
  latestAwardOn: string | null;
  latestAwardName: string | null;
};
