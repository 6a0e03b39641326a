import * as z from 'zod/mini';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { cursorText } from '#shared/core/page.ts';

export const unitId = idOf('Unit');
export type UnitId = z.infer<typeof unitId>;

/** Loại đơn vị: administrative units of the three levels there were, and offices beside them. */
export const unitKind = z.enum([
  'province',
  'city',
  'district',
  'commune',
  'ward',
  'township',
  'special-zone',
  'agency',
  'organisation',
]);
export type UnitKind = z.infer<typeof unitKind>;

export const UNIT_KIND_LABELS: Readonly<Record<UnitKind, Localized>> = {
  province: { vi: 'Tỉnh', en: 'Province' },
  city: { vi: 'Thành phố trực thuộc trung ương', en: 'Centrally run city' },
  district: { vi: 'Huyện, quận, thị xã, thành phố', en: 'District' },
  commune: { vi: 'Xã', en: 'Commune' },
  ward: { vi: 'Phường', en: 'Ward' },
  township: { vi: 'Thị trấn', en: 'Township' },
  'special-zone': { vi: 'Đặc khu', en: 'Special zone' },
  agency: { vi: 'Sở, ban, ngành', en: 'Department or agency' },
  organisation: { vi: 'Tổ chức, doanh nghiệp', en: 'Organisation or enterprise' },
};

/** The Vietnamese alphabet's word for a full name, e.g. 'Tỉnh' + 'Sơn La'; offices have none. */
export const KIND_PREFIX: Readonly<Partial<Record<UnitKind, string>>> = {
  province: 'Tỉnh',
  city: 'Thành phố',
  district: 'Huyện',
  commune: 'Xã',
  ward: 'Phường',
  township: 'Thị trấn',
  'special-zone': 'Đặc khu',
};

/** What can happen to units (thay đổi đơn vị). */
export const unitChangeKind = z.enum(['add', 'rename', 'merge', 'split', 'close']);
export type UnitChangeKind = z.infer<typeof unitChangeKind>;

export const UNIT_CHANGE_LABELS: Readonly<Record<UnitChangeKind, Localized>> = {
  add: { vi: 'Thành lập', en: 'Established' },
  rename: { vi: 'Đổi tên', en: 'Renamed' },
  merge: { vi: 'Sáp nhập', en: 'Merged' },
  split: { vi: 'Chia tách', en: 'Split' },
  close: { vi: 'Kết thúc hoạt động', en: 'Closed' },
};

/** Labels of the date switch: as the record has it, or through the lines of descent. */
export const unitView = z.enum(['khi-khen', 'hien-nay']);
export type UnitView = z.infer<typeof unitView>;
export const UNIT_VIEW_LABELS: Readonly<Record<UnitView, Localized>> = {
  'khi-khen': { vi: 'Theo đơn vị tại thời điểm khen', en: 'By the unit at the time of the award' },
  'hien-nay': { vi: 'Quy về đơn vị hiện nay', en: 'By the unit of today' },
};
/** The same switch over reports and the steps of a year, where nothing is awarded. */
export const REPORT_UNIT_VIEW_LABELS: Readonly<Record<UnitView, Localized>> = {
  ...UNIT_VIEW_LABELS,
  'khi-khen': { vi: 'Theo đơn vị tại thời điểm báo cáo', en: 'By the unit at the time of the report' },
};

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));

/** Filters of the catalogue. With `q` all times are searched; without it the list is that of the day `on`. */
export const unitFilters = z.strictObject({
  q: z.optional(line(100)),
  on: z.optional(isoDate),
  kind: z.optional(unitKind),
  parentId: z.optional(unitId),
  cursor: z.optional(cursorText),
});
export type UnitFilters = z.infer<typeof unitFilters>;

export const UNITS_ON_A_PAGE = 50;

export const unitInput = z.strictObject({ id: unitId });
export const unitsTodayInput = z.strictObject({ ids: z.array(unitId).check(z.minLength(1), z.maxLength(200)) });

/** A unit to be made; its code is that of the statistics office (Tổng cục Thống kê), '' when not known. */
export const newUnit = z.strictObject({
  kind: unitKind,
  name: line(150),
  fullName: line(200),
  parentId: z.nullable(unitId),
  code: line(10),
});
export type NewUnitInput = z.infer<typeof newUnit>;

/** Where something goes: a unit that is there, or one that the change makes. */
export const unitTarget = z.union([z.strictObject({ unitId }), z.strictObject({ unit: newUnit })]);
export type UnitTarget = z.infer<typeof unitTarget>;

const act = {
  /** First day of the new state; what ends has its last day on the day before. */
  effectiveOn: isoDate,
  /** Văn bản: number, date and issuer of the legal document. */
  document: line(300),
  note: line(1_000),
};

export const unitChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('add'), ...act, unit: newUnit }),
  z.strictObject({ change: z.literal('rename'), ...act, unitId, name: line(150), fullName: line(200) }),
  z.strictObject({
    change: z.literal('merge'),
    ...act,
    sources: z.array(unitId).check(z.minLength(1), z.maxLength(200)),
    into: unitTarget,
  }),
  z.strictObject({
    change: z.literal('split'),
    ...act,
    unitId,
    parts: z
      .array(
        z.strictObject({
          into: unitTarget,
          // As typed, so that the rule about the sum names the sum a person sees.
          sharePermille: z.int().check(z.minimum(-1_000_000), z.maximum(1_000_000)),
        }),
      )
      .check(z.minLength(1), z.maxLength(50)),
    /** Which part (by its place in `parts`) each unit below goes to. */
    children: z
      .array(z.strictObject({ unitId, part: z.int().check(z.minimum(0), z.maximum(49)) }))
      .check(z.maxLength(2_000)),
  }),
  z.strictObject({ change: z.literal('close'), ...act, unitId }),
]);
export type UnitChange = z.infer<typeof unitChange>;

/** The versions of the units touched, as the preview showed them. */
export const seenUnits = z.array(z.strictObject({ unitId, version: seenVersion })).check(z.maxLength(2_500));
export type SeenUnits = z.infer<typeof seenUnits>;

export const previewUnitChange = z.strictObject({ change: unitChange });
export const applyUnitChange = z.strictObject({
  change: unitChange,
  seen: seenUnits,
  idempotencyKey: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
});
