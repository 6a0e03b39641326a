import { ROLE_LABELS, type Role } from '#shared/accounts/accounts.schema.ts';
import { optionsOf } from '#shared/imports/fields/common.fields.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';

/** People who will sign in. Passwords never stand in a sheet: first ones are made and handed over apart. */
export const ACCOUNT_FIELDS: readonly ImportField[] = [
  {
    id: 'displayName',
    label: { vi: 'Họ và tên', en: 'Name' },
    required: true,
    type: 'text',
    longest: 150,
    aliases: ['Họ tên', 'Tên', 'Tên hiển thị', 'Cán bộ', 'Name', 'Full name'],
    example: 'Nguyễn Thị Minh Họa',
  },
  {
    id: 'username',
    label: { vi: 'Tên đăng nhập', en: 'User name' },
    required: true,
    type: 'text',
    longest: 60,
    aliases: ['Tài khoản', 'Tên tài khoản', 'User', 'Username', 'User name', 'Login'],
    example: 'minhhoa.nt',
  },
  {
    id: 'role',
    label: { vi: 'Vai trò', en: 'Role' },
    required: true,
    type: 'enumeration',
    options: optionsOf<Role>(ROLE_LABELS, {
      admin: ['Quản trị', 'Quản trị viên'],
      specialist: ['CV'],
      approver: ['Trưởng phòng', 'Người duyệt', 'Lãnh đạo phòng'],
      reporter: ['Người báo cáo', 'Cán bộ báo cáo'],
      council: ['Hội đồng', 'Ủy viên Hội đồng'],
      leader: ['Lãnh đạo', 'Lãnh đạo tỉnh'],
      auditor: ['Giám sát', 'Thanh tra'],
    }),
    aliases: ['Quyền', 'Nhóm quyền', 'Phân quyền', 'Role'],
    example: 'Chuyên viên',
  },
  {
    id: 'unit',
    label: { vi: 'Đơn vị', en: 'Unit' },
    required: false, // the administrator of the whole system has none
    type: 'enumeration',
    list: 'units',
    aliases: ['Tỉnh', 'Cơ quan', 'Đơn vị công tác', 'Tỉnh/thành phố', 'Unit'],
    example: '',
  },
  {
    id: 'title',
    label: { vi: 'Chức vụ', en: 'Title' },
    required: false,
    type: 'text',
    longest: 150,
    aliases: ['Chức danh', 'Title', 'Position'],
    example: 'Chuyên viên',
  },
];
