import type { Reader } from '#db/database.ts';
import { effectFold } from '#shared/exemplars/effects.schema.ts';

/** What must hold of adopted models and of effects in figures. */
export const invariants = [
  {
    name: 'replication-of-another-unit',
    sentence:
      'Đơn vị áp dụng không phải đơn vị có mô hình, và mỗi đơn vị chỉ có một hồ sơ nhân rộng đang mở cho một mô hình.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('replication')
        .innerJoin('exemplar', 'exemplar.id', 'replication.exemplarId')
        .select(['replication.id', 'replication.exemplarId', 'replication.unitId', 'replication.status'])
        .select('exemplar.unitId as originUnitId')
        .orderBy('replication.id')
        .execute();
      const open = new Set<string>();
      return rows
        .filter(({ exemplarId, unitId, originUnitId, status }) => {
          const key = `${exemplarId} ${unitId}`;
          const isSecond = status !== 'stopped' && open.has(key);
          if (status !== 'stopped') open.add(key);
          return unitId === originUnitId || isSecond;
        })
        .map(({ id }) => id);
    },
  },
  {
    name: 'effect-of-a-record',
    sentence:
      'Mỗi dòng hiệu quả bằng số thuộc một điển hình hoặc hồ sơ nhân rộng có thật, và tìm được theo nội dung của nó.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('effect')
        .leftJoin('exemplar', 'exemplar.id', 'effect.subjectId')
        .leftJoin('replication', 'replication.id', 'effect.subjectId')
        .select(['effect.subjectId', 'effect.subjectKind', 'effect.what', 'effect.whatFold', 'effect.unitOfMeasure'])
        .select(['exemplar.id as exemplar', 'replication.id as replication'])
        .execute();
      return rows
        .filter((row) => row[row.subjectKind] === null || effectFold(row) !== row.whatFold)
        .map(({ subjectId }) => subjectId);
    },
  },
];
