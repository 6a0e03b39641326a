import { ROLE_LABELS, type Role } from '#shared/accounts/accounts.schema.ts';
import { optionsOf } from '#shared/imports/fields/common.fields.ts';
import { column, type ImportField } from '#shared/imports/fields/import-field.ts';

/** People who will sign in. Passwords never stand in a sheet: first ones are made and handed over apart. */
export const ACCOUNT_FIELDS: readonly ImportField[] = [
  column('text', 'displayName', 'Họ và tên', 'Name', {
    required: true,
    longest: 150,
    aliases: ['Họ tên', 'Tên', 'Tên hiển thị', 'Cán bộ', 'Name', 'Full name'],
    example: 'Nguyễn Thị Minh Họa',
  }),
  column('text', 'username', 'Tên đăng nhập', 'User name', {
    required: true,
    longest: 60,
    aliases: ['Tài khoản', 'Tên tài khoản', 'User', 'Username', 'User name', 'Login'],
    example: 'minhhoa.nt',
  }),
  column('enumeration', 'role', 'Vai trò', 'Role', {
    required: true,
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
  }),
  column('enumeration', 'unit', 'Đơn vị', 'Unit', {
    required: false, // the administrator of the whole system has none
    list: 'units',
    aliases: ['Tỉnh', 'Cơ quan', 'Đơn vị công tác', 'Tỉnh/thành phố', 'Unit'],
  }),
  column('text', 'title', 'Chức vụ', 'Title', {
    longest: 150,
    aliases: ['Chức danh', 'Title', 'Position'],
    example: 'Chuyên viên',
  }),
];
