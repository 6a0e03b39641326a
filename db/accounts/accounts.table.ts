import type { Generated, Insertable, Selectable } from 'kysely';
import type { Role } from '#shared/accounts/accounts.schema.ts';

/** The person who signs in; shape asked by the sign-in library. */
export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: Generated<number>;
  image: string | null;
  username: string | null;
  displayUsername: string | null;
  createdAt: string;
  updatedAt: string;
}
export type AuthUserRow = Selectable<AuthUserTable>;
export type NewAuthUser = Insertable<AuthUserTable>;

/** A sign-in session. */
export interface AuthSessionTable {
  id: string;
  token: string;
  userId: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: string;
  updatedAt: string;
}
export type AuthSessionRow = Selectable<AuthSessionTable>;
export type NewAuthSession = Insertable<AuthSessionTable>;

/** A credential of a person (password hash). */
export interface AuthAccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}
export type AuthAccountRow = Selectable<AuthAccountTable>;
export type NewAuthAccount = Insertable<AuthAccountTable>;

/** Pending verifications of the sign-in library. */
export interface AuthVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: string | null;
  updatedAt: string | null;
}
export type AuthVerificationRow = Selectable<AuthVerificationTable>;
export type NewAuthVerification = Insertable<AuthVerificationTable>;

/** What is ours about an account: unit, title, language, disabled. */
export interface AccountProfileTable {
  userId: string;
  unitId: string | null;
  title: string | null;
  lang: Generated<string>;
  disabledAt: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type AccountProfileRow = Selectable<AccountProfileTable>;
export type NewAccountProfile = Insertable<AccountProfileTable>;

/** A role at a unit, with dates. */
export interface AccountRoleTable {
  id: string;
  userId: string;
  role: Role;
  unitId: string | null;
  validFrom: string | null;
  validTo: string | null;
}
export type AccountRoleRow = Selectable<AccountRoleTable>;
export type NewAccountRole = Insertable<AccountRoleTable>;

/** One counter per key and window. */
export interface RateLimitTable {
  key: string;
  count: number;
  windowEndsAt: string;
}
export type RateLimitRow = Selectable<RateLimitTable>;
export type NewRateLimit = Insertable<RateLimitTable>;
