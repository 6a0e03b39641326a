import type { Reader } from '#db/database.ts';
import { fullDecisionNumber } from '#shared/decisions/decision-number.ts';

/** What must hold of the registry whatever happened; each gives the ids that break it. */
export const invariants = [
  {
    name: 'award-as-its-decision',
    sentence: 'Lượt khen mang ngày của Quyết định và chỉ bị hủy bỏ cùng Quyết định.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('award')
        .innerJoin('decision', 'decision.id', 'award.decisionId')
        .select('award.id')
        .where((eb) =>
          eb.or([
            eb('award.decidedOn', 'is distinct from', eb.ref('decision.decidedOn')),
            eb.and([eb('award.status', '=', 'active'), eb('decision.status', '=', 'cancelled')]),
            eb.and([eb('award.status', '=', 'cancelled'), eb('decision.status', '<>', 'cancelled')]),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'award-of-an-import',
    sentence: 'Lượt khen ghi là do một lần nhập từ Excel thì lần nhập khen thưởng đó có thật.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('award')
        .leftJoin('importRun', 'importRun.id', 'award.importRunId')
        .select('award.id')
        .where('award.importRunId', 'is not', null)
        .where((eb) => eb.or([eb('importRun.id', 'is', null), eb('importRun.kind', '<>', 'awards')]))
        .limit(100)
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'award-money-complete',
    sentence: 'Tiền thưởng đi cùng hệ số, mức lương cơ sở và mức chắc chắn, hoặc không có gì.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('award')
        .select('id')
        .where('prizeVnd', 'is not', null)
        .where((eb) =>
          eb.or([
            eb('coefficientHundredths', 'is', null),
            eb('baseSalaryVnd', 'is', null),
            eb('prizeCertainty', 'is', null),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'award-bears-its-number',
    sentence: 'Lượt khen mang số của Quyết định đã ban hành.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('award')
        .innerJoin('decision', 'decision.id', 'award.decisionId')
        .select(['award.id', 'award.decisionNumber', 'decision.number', 'decision.documentType'])
        .execute();
      return rows
        .filter((row) => row.decisionNumber !== fullDecisionNumber(row.number, row.documentType))
        .map(({ id }) => id);
    },
  },
  {
    name: 'award-of-its-recipient',
    sentence: 'Lượt khen và đối tượng của nó cùng loại (tập thể, cá nhân, hộ gia đình).',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('award')
        .innerJoin('recipient', 'recipient.id', 'award.recipientId')
        .select('award.id')
        .where((eb) => eb('award.recipientKind', '<>', eb.ref('recipient.kind')))
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'award-once-for-a-nomination',
    sentence: 'Một đề nghị dẫn đến nhiều nhất một lượt khen còn hiệu lực.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('award')
        .select('nominationId')
        .where('nominationId', 'is not', null)
        .where('status', '=', 'active')
        .groupBy('nominationId')
        .having((eb) => eb(eb.fn.countAll(), '>', 1))
        .execute();
      return rows.map(({ nominationId }) => nominationId ?? '');
    },
  },
];
