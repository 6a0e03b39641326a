import type { Reader } from '#db/database.ts';
import { fold } from '#shared/core/fold.ts';

/** What must hold of recipients; each gives the ids that break it. */
export const invariants = [
  {
    name: 'recipient-merged-once',
    sentence: 'Đối tượng đã nhập vào đối tượng khác thì đối tượng kia còn dùng, và cùng loại.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('recipient as gone')
        .innerJoin('recipient as kept', 'kept.id', 'gone.mergedInto')
        .select('gone.id')
        .where((eb) => eb.or([eb('kept.mergedInto', 'is not', null), eb('kept.kind', '<>', eb.ref('gone.kind'))]))
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'recipient-found-by-name',
    sentence: 'Tên không dấu để tìm kiếm khớp với tên của đối tượng.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('recipient').select(['id', 'name', 'nameFold']).execute();
      return rows.filter(({ name, nameFold }) => fold(name) !== nameFold).map(({ id }) => id);
    },
  },
  {
    name: 'recipient-number-sealed',
    sentence: 'Số căn cước chỉ lưu ở dạng mã hóa, kèm chỉ mục băm.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('recipient').select(['id', 'cccdCipher', 'cccdIndex']).execute();
      const isClear = (text: string | null) => text !== null && /^\d{9,12}$/.test(text);
      return rows
        .filter(
          ({ cccdCipher, cccdIndex }) =>
            isClear(cccdCipher) || isClear(cccdIndex) || (cccdCipher === null) !== (cccdIndex === null),
        )
        .map(({ id }) => id);
    },
  },
];
