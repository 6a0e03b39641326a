import type { Reader } from '#db/database.ts';
import { aimLens } from '#shared/care/care.schema.ts';
import { ETHNICITIES } from '#shared/recipients/ethnicity.codes.ts';

/** What must hold of aims and of sensitive facts; each gives the ids that break it. */
export const invariants = [
  {
    name: 'care-aim-of-known-lens',
    sentence: 'Mục tiêu cơ cấu khen thưởng đặt cho một nội dung có trong danh mục, không đặt cho lãnh đạo, quản lý.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('careAim')
        .select(['clusterYearId', 'lens'])
        .where('lens', 'not in', aimLens.options)
        .execute();
      return rows.map(({ clusterYearId, lens }) => `${clusterYearId} ${lens}`);
    },
  },
  {
    name: 'ethnicity-of-persons-only',
    sentence: 'Dân tộc chỉ ghi cho cá nhân, theo danh mục các dân tộc Việt Nam.',
    async find(db: Reader): Promise<string[]> {
      const codes = Object.keys(ETHNICITIES);
      const stated = await db
        .selectFrom('nominationSensitive as s')
        .innerJoin('nomination', 'nomination.id', 's.nominationId')
        .select('nomination.id')
        .where('s.ethnicityCode', 'is not', null)
        .where((eb) =>
          eb.or([eb('nomination.recipientKind', '<>', 'individual'), eb('s.ethnicityCode', 'not in', codes)]),
        )
        .execute();
      const known = await db
        .selectFrom('recipientSensitive as s')
        .innerJoin('recipient', 'recipient.id', 's.recipientId')
        .select('recipient.id')
        .where('s.ethnicityCode', 'is not', null)
        .where((eb) => eb.or([eb('recipient.kind', '<>', 'individual'), eb('s.ethnicityCode', 'not in', codes)]))
        .execute();
      return [...stated, ...known].map(({ id }) => id);
    },
  },
];
