import type { AccountDraft } from '#server/accounts/accounts.service.ts';
import { DEMO_PASSWORD } from '#shared/accounts/password.rules.ts';

const LANG_SON = 'VN63-20';
const CAO_BANG = 'VN63-04';
const REPORTERS = [
  ['sonla', 'Sơn La', 'VN63-14'],
  ['laichau', 'Lai Châu', 'VN63-12'],
  ['dienbien', 'Điện Biên', 'VN63-11'],
  ['laocai', 'Lào Cai', 'VN63-10'],
  ['hagiang', 'Hà Giang', 'VN63-02'],
  ['caobang', 'Cao Bằng', CAO_BANG],
  ['langson', 'Lạng Sơn', LANG_SON],
] as const;

const account = (
  username: string,
  displayName: string,
  title: string,
  unitId: string | null,
  roles: AccountDraft['roles'],
): AccountDraft => ({
  username,
  displayName,
  title,
  unitId,
  roles,
  password: DEMO_PASSWORD,
  isDemo: true,
});

/** One account for each role and one reporter for each member province. Their names are titles, not persons. */
export const DEMO_ACCOUNTS: readonly AccountDraft[] = [
  account('admin', 'Quản trị hệ thống', 'Quản trị hệ thống', null, [{ role: 'admin', unitId: null }]),
  account('chair.langson', 'Thường trực Cụm (Lạng Sơn)', 'Cơ quan thường trực Cụm, Sở Nội vụ tỉnh Lạng Sơn', LANG_SON, [
    { role: 'specialist', unitId: LANG_SON },
    { role: 'approver', unitId: LANG_SON },
  ]),
  account('specialist.langson', 'Chuyên viên TĐKT Lạng Sơn', 'Chuyên viên Sở Nội vụ tỉnh Lạng Sơn', LANG_SON, [
    { role: 'specialist', unitId: LANG_SON },
  ]),
  account(
    'approver.langson',
    'Trưởng phòng TĐKT Lạng Sơn',
    'Trưởng phòng Thi đua - Khen thưởng, Sở Nội vụ tỉnh Lạng Sơn',
    LANG_SON,
    [{ role: 'approver', unitId: LANG_SON }],
  ),
  account('leader.langson', 'Lãnh đạo UBND tỉnh Lạng Sơn', 'Lãnh đạo UBND tỉnh Lạng Sơn', LANG_SON, [
    { role: 'leader', unitId: LANG_SON },
  ]),
  account(
    'council.langson',
    'Thành viên Hội đồng TĐKT Lạng Sơn',
    'Thành viên Hội đồng Thi đua - Khen thưởng tỉnh',
    LANG_SON,
    [{ role: 'council', unitId: LANG_SON }],
  ),
  account('auditor', 'Giám sát (chỉ xem)', 'Giám sát, chỉ xem', null, [{ role: 'auditor', unitId: null }]),
  account(
    'chair.caobang',
    'Thường trực Cụm 2024 (Cao Bằng)',
    'Cụm trưởng năm 2024 (minh họa), Sở Nội vụ tỉnh Cao Bằng',
    CAO_BANG,
    [
      { role: 'specialist', unitId: CAO_BANG },
      { role: 'approver', unitId: CAO_BANG },
    ],
  ),
  ...REPORTERS.map(([key, name, unitId]) =>
    account(`staff.${key}`, `Cán bộ tổng hợp ${name}`, `Cán bộ tổng hợp, Sở Nội vụ tỉnh ${name}`, unitId, [
      { role: 'reporter', unitId },
    ]),
  ),
];
