import type { Generated, Insertable, Selectable } from 'kysely';
import type { UnitChangeKind, UnitKind } from '#shared/units/units.schema.ts';

/** Đơn vị: a province, district, commune or agency with its span of life. */
export interface UnitTable {
  id: string;
  kind: UnitKind;
  /** The last parent; earlier ones stand in unit_former_parent. */
  parentId: string | null;
  /** The last name; what held on a day stands in unit_name. */
  name: string;
  fullName: string;
  nameEn: string | null;
  nameFold: string;
  validFrom: string | null;
  validTo: string | null;
  source: string | null;
  version: Generated<number>;
}
export type UnitRow = Selectable<UnitTable>;
export type NewUnit = Insertable<UnitTable>;

/** A name the unit bore, with its dates. */
export interface UnitNameTable {
  id: string;
  unitId: string;
  name: string;
  /** Null in names of the catalogue, which knows the short one only. */
  fullName: string | null;
  nameFold: string;
  /** Sorts as the Vietnamese alphabet does, see viSortKey. */
  nameSort: Generated<string>;
  validFrom: string | null;
  validTo: string | null;
  changeId: string | null;
}
export type UnitNameRow = Selectable<UnitNameTable>;
export type NewUnitName = Insertable<UnitNameTable>;

/** A code with its dates; never a key. */
export interface UnitCodeTable {
  id: string;
  unitId: string;
  scheme: string;
  code: string;
  validFrom: string | null;
  validTo: string | null;
}
export type UnitCodeRow = Selectable<UnitCodeTable>;
export type NewUnitCode = Insertable<UnitCodeTable>;

/** Which unit came out of which (sáp nhập, chia tách), with the share in permille. */
export interface UnitLineageTable {
  id: string;
  ancestorId: string;
  descendantId: string;
  fromOn: string;
  sharePermille: number;
  source: string | null;
  changeId: string | null;
}
export type UnitLineageRow = Selectable<UnitLineageTable>;
export type NewUnitLineage = Insertable<UnitLineageTable>;

/** Đợt thay đổi đơn vị (thành lập, đổi tên, sáp nhập, chia tách, giải thể) with its legal document. */
export interface UnitChangeTable {
  id: string;
  kind: UnitChangeKind;
  effectiveOn: string;
  document: string;
  note: Generated<string>;
  createdAt: string;
  createdBy: string;
}
export type UnitChangeRow = Selectable<UnitChangeTable>;
export type NewUnitChange = Insertable<UnitChangeTable>;

/** Đơn vị cấp trên of a time before the one in `unit.parent_id`. */
export interface UnitFormerParentTable {
  id: string;
  unitId: string;
  parentId: string;
  validFrom: string | null;
  validTo: string;
  changeId: string | null;
}
export type UnitFormerParentRow = Selectable<UnitFormerParentTable>;
export type NewUnitFormerParent = Insertable<UnitFormerParentTable>;
