import { leafHash } from '#db/audit/audit.leaf.ts';
import type { Reader } from '#db/database.ts';

/** Entries looked at in one go: the log is the longest table. */
const AT_ONCE = 1_000;

/** What must hold of the log; each gives the ids that break it. */
export const invariants = [
  {
    name: 'audit-as-written',
    sentence: 'Mỗi dòng nhật ký và các thay đổi của nó còn nguyên như lúc ghi (đúng mã băm).',
    async find(db: Reader): Promise<string[]> {
      const broken: string[] = [];
      for (let last = ''; ; ) {
        const entries = await db
          .selectFrom('auditEntry')
          .selectAll()
          .where('id', '>', last)
          .orderBy('id')
          .limit(AT_ONCE)
          .execute();
        if (entries.length === 0) return broken;
        last = entries.at(-1)!.id;
        const changes = await db
          .selectFrom('auditChange')
          .selectAll()
          .where('entryId', '>=', entries[0]!.id)
          .where('entryId', '<=', last)
          .orderBy('entryId')
          .orderBy('position')
          .execute();
        const byEntry = Map.groupBy(changes, ({ entryId }) => entryId);
        for (const entry of entries) {
          const told = byEntry.get(entry.id) ?? [];
          const read = told.map(({ field, oldValue, newValue }) => ({ field, from: oldValue, to: newValue }));
          if (leafHash(entry, read) !== entry.leafHash) broken.push(entry.id);
        }
      }
    },
  },
  {
    name: 'audit-without-sensitive-data',
    sentence: 'Nhật ký không chứa số căn cước, dân tộc hay mật khẩu ở dạng đọc được.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('auditChange')
        .select(['entryId', 'oldValue', 'newValue'])
        .where((eb) =>
          eb.or(
            ['%cccd%', '%ethnicity%', '%password%'].map((word) => eb(eb.fn<string>('lower', ['field']), 'like', word)),
          ),
        )
        .execute();
      const isClear = (value: string | null) => value !== null && !value.includes('•');
      return rows
        .filter(({ oldValue, newValue }) => isClear(oldValue) || isClear(newValue))
        .map(({ entryId }) => entryId);
    },
  },
];
