import * as z from 'zod/mini';
import { role } from '#shared/accounts/accounts.schema.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import { listLayout } from '#shared/core/list-layout.schema.ts';
import type { Localized } from '#shared/core/localized.ts';
import { intentKey } from '#shared/nominations/nominations.schema.ts';

/** The lists of which views are saved. */
export const savedList = z.enum(['awards', 'recipients']);
export type SavedList = z.infer<typeof savedList>;

export const savedViewId = idOf('SavedView');
export type SavedViewId = z.infer<typeof savedViewId>;

/** For whom a view is: oneself, everybody of one's unit, or everybody of a role as what their list opens with. */
export const viewAudience = z.enum(['mine', 'unit', 'role']);
export type ViewAudience = z.infer<typeof viewAudience>;
export const VIEW_AUDIENCE_LABELS: Readonly<Record<ViewAudience, Localized>> = {
  mine: { vi: 'Của tôi', en: 'Mine' },
  unit: { vi: 'Chung của đơn vị', en: 'Shared in my unit' },
  role: { vi: 'Mặc định theo vai trò', en: 'Default of a role' },
};

const content = {
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  /** The query string of the list, without "?". */
  query: z.string().check(z.maxLength(2_000)),
  layout: listLayout,
};
const shared = {
  audience: viewAudience,
  /** Only with the audience 'role'. */
  role: z.nullable(role),
};

export const savedViewsInput = z.strictObject({ list: savedList });
export const createSavedView = z.strictObject({ list: savedList, ...content, ...shared, idempotencyKey: intentKey });
export type CreateSavedView = z.infer<typeof createSavedView>;
export const saveSavedView = z.strictObject({ id: savedViewId, seenVersion, ...content });
export type SaveSavedView = z.infer<typeof saveSavedView>;
export const shareSavedView = z.strictObject({ id: savedViewId, seenVersion, ...shared });
export type ShareSavedView = z.infer<typeof shareSavedView>;
export const removeSavedView = z.strictObject({ id: savedViewId, seenVersion });
export type RemoveSavedView = z.infer<typeof removeSavedView>;

/** How somebody left the columns: of the list itself (`viewId` null) or of one view; layout null: as it was made. */
export const saveListLayout = z.strictObject({
  list: savedList,
  viewId: z.nullable(savedViewId),
  layout: z.nullable(listLayout),
});
export type SaveListLayout = z.infer<typeof saveListLayout>;
