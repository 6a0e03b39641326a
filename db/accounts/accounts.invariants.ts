import type { Reader } from '#db/database.ts';

/** What must hold of accounts and roles; each gives the ids that break it. */
export const invariants = [
  {
    name: 'role-has-its-reach',
    sentence: 'Vai trò quản trị, giám sát là của toàn hệ thống; các vai trò khác gắn với một đơn vị.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('accountRole').select(['id', 'role', 'unitId']).execute();
      const isOfAll = (role: string) => role === 'admin' || role === 'auditor';
      return rows.filter(({ role, unitId }) => isOfAll(role) !== (unitId === null)).map(({ id }) => id);
    },
  },
  {
    name: 'role-span-in-order',
    sentence: 'Vai trò không kết thúc trước ngày bắt đầu.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('accountRole')
        .select('id')
        .where((eb) => eb('validFrom', '>', eb.ref('validTo')))
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'account-whole',
    sentence: 'Mỗi tài khoản có hồ sơ, và đăng nhập được bằng mật khẩu băm argon2id hoặc bằng cách khác.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('authUser')
        .leftJoin('accountProfile', 'accountProfile.userId', 'authUser.id')
        .leftJoin('authAccount', (join) =>
          join.onRef('authAccount.userId', '=', 'authUser.id').on('authAccount.providerId', '=', 'credential'),
        )
        .select(['authUser.id', 'accountProfile.userId', 'authAccount.password'])
        .execute();
      return rows
        .filter(({ userId, password }) => userId === null || (password !== null && !password.startsWith('$argon2id$')))
        .map(({ id }) => id);
    },
  },
];
