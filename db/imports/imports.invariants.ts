import type { Reader } from '#db/database.ts';

/** What must hold of imports whatever happened; each gives the ids that break it. */
export const invariants = [
  {
    name: 'import-row-told',
    sentence: 'Dòng đã ghi có ghi lại đã tạo, đã sửa gì; dòng chưa ghi thì không.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('importRow')
        .select(['runId', 'rowNumber'])
        .where((eb) =>
          eb.or([
            eb.and([eb('appliedAt', 'is', null), eb('effect', 'is not', null)]),
            eb.and([eb('appliedAt', 'is not', null), eb('effect', 'is', null)]),
            eb.and([eb('appliedAt', 'is', null), eb('undo', 'is not', null)]),
            eb.and([eb('appliedAt', 'is not', null), eb('verdict', 'not in', ['new', 'changed'])]),
          ]),
        )
        .limit(100)
        .execute();
      return rows.map(({ runId, rowNumber }) => `${runId} ${rowNumber}`);
    },
  },
  {
    name: 'import-written-after-confirmation',
    sentence: 'Chỉ lần nhập đã được xác nhận mới có dòng đã ghi; đã nhập xong thì không còn dòng chờ ghi.',
    async find(db: Reader): Promise<string[]> {
      const early = await db
        .selectFrom('importRun')
        .select('id')
        .where('status', 'in', ['reading', 'mapping', 'checking', 'checked'])
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('importRow')
              .select('rowNumber')
              .whereRef('importRow.runId', '=', 'importRun.id')
              .where('appliedAt', 'is not', null),
          ),
        )
        .execute();
      const left = await db
        .selectFrom('importRun')
        .select('id')
        .where('status', '=', 'applied')
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('importRow')
              .select('rowNumber')
              .whereRef('importRow.runId', '=', 'importRun.id')
              .where('verdict', 'in', ['new', 'changed'])
              .where('appliedAt', 'is', null),
          ),
        )
        .execute();
      return [...early, ...left].map(({ id }) => id);
    },
  },
  {
    name: 'import-undone-whole',
    sentence: 'Lần nhập đã hoàn tác thì mọi dòng đã ghi đều được hoàn tác hoặc nêu lý do giữ lại.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('importRun')
        .select('id')
        .where('status', '=', 'undone')
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('importRow')
              .select('rowNumber')
              .whereRef('importRow.runId', '=', 'importRun.id')
              .where('appliedAt', 'is not', null)
              .where('undo', 'is', null),
          ),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
];
