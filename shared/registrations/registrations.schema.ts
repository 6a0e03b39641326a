import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';

/** Đăng ký thi đua: being written, or sent to the cluster. */
export const registrationStatus = z.enum(['draft', 'sent']);
export type RegistrationStatus = z.infer<typeof registrationStatus>;

export const REGISTRATION_STATUS_LABELS: Readonly<Record<RegistrationStatus, Localized>> = {
  draft: { vi: 'Nháp', en: 'Draft' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
};

/** Whom a title is aimed at for. */
export const registeredKind = z.enum(['collective', 'individual']);
export type RegisteredKind = z.infer<typeof registeredKind>;

export const REGISTERED_KIND_LABELS: Readonly<Record<RegisteredKind, Localized>> = {
  collective: { vi: 'Tập thể', en: 'Collectives' },
  individual: { vi: 'Cá nhân', en: 'Individuals' },
};

/** More than any province has officials: a slip of the finger is told. */
export const MOST_REGISTERED = 200_000;
export const MOST_REGISTERED_NAMES = 500;

const name = z.string().check(z.trim(), z.maxLength(200));

/** One title: how many, and who, as far as that is known already. */
export const registrationLine = z.strictObject({
  awardCode: z.string().check(z.regex(/^[A-Z][A-Z0-9]{1,15}$/)),
  kind: registeredKind,
  count: z.int(),
  names: z.array(name).check(z.maxLength(MOST_REGISTERED_NAMES)),
});
export type RegistrationLine = z.infer<typeof registrationLine>;

const ofUnit = { clusterYearId, unitId: idOf('Unit') };

export const registrationsOfYear = z.strictObject({ clusterYearId });
/** `seenVersion` null: the unit has not begun yet. */
export const saveRegistration = z.strictObject({
  ...ofUnit,
  seenVersion: z.nullable(seenVersion),
  lines: z.array(registrationLine).check(z.maxLength(200)),
});
export const stepRegistration = z.strictObject({ ...ofUnit, seenVersion });
