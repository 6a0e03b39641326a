import * as z from 'zod/mini';
import type { Localized } from '#shared/core/localized.ts';

/**
 * What a person may be at a unit. Chair, deputy chair and member are not here: they follow from
 * (cluster, emulation year) and move with the hand-over.
 */
export const role = z.enum(['admin', 'specialist', 'approver', 'reporter', 'council', 'leader', 'auditor']);
export type Role = z.infer<typeof role>;

export const ROLE_LABELS: Readonly<Record<Role, Localized>> = {
  admin: { vi: 'Quản trị hệ thống', en: 'System administrator' },
  specialist: { vi: 'Chuyên viên', en: 'Specialist' },
  approver: { vi: 'Trưởng phòng, người duyệt', en: 'Head of desk' },
  reporter: { vi: 'Cán bộ tổng hợp', en: 'Reporter' },
  council: { vi: 'Thành viên Hội đồng', en: 'Council member' },
  leader: { vi: 'Lãnh đạo UBND tỉnh', en: 'Provincial leader' },
  auditor: { vi: 'Người giám sát', en: 'Auditor' },
};

/** How a unit stands to a cluster-year; derived, never stored. */
export const relation = z.enum(['chair', 'deputy-chair', 'member']);
export type Relation = z.infer<typeof relation>;

/** One role at one unit on the day of the request (unitId null: the whole system). */
export type HeldRole = { role: Role; unitId: string | null };

/** Who acts: an account with the roles it holds on the day of the request. */
export type Actor = {
  accountId: string;
  name: string;
  unitId: string | null;
  roles: readonly HeldRole[];
  /** Việt Nam's business day of the request, YYYY-MM-DD: whoever chairs a cluster, chairs it on a day. */
  today: string;
};

export const RELATION_LABELS: Readonly<Record<Relation, Localized>> = {
  chair: { vi: 'Cụm trưởng', en: 'Chair' },
  'deputy-chair': { vi: 'Cụm phó', en: 'Deputy chair' },
  member: { vi: 'Đơn vị thành viên', en: 'Member' },
};
