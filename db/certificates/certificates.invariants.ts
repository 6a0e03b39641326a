import type { Reader } from '#db/database.ts';
import { prizeOf } from '#shared/core/money.ts';

/** What must hold of certificates and of the money beside them; each gives what breaks it. */
export const invariants = [
  {
    name: 'golden-book-without-gaps',
    sentence: 'Số sổ vàng của một cơ quan trong một năm liền nhau, số kế tiếp đứng sau số cuối.',
    async find(db: Reader): Promise<string[]> {
      const books = await db
        .selectFrom('certificate')
        .leftJoin('goldenBook', (join) =>
          join
            .onRef('goldenBook.unitId', '=', 'certificate.issuingUnitId')
            .onRef('goldenBook.year', '=', 'certificate.goldenBookYear'),
        )
        .select((eb) => [
          'certificate.issuingUnitId',
          'certificate.goldenBookYear',
          'goldenBook.nextNumber',
          eb.fn.min('goldenBookNumber').as('first'),
          eb.fn.max('goldenBookNumber').as('last'),
          eb.fn.count<number | string>('certificate.id').as('count'),
        ])
        .groupBy(['certificate.issuingUnitId', 'certificate.goldenBookYear', 'goldenBook.nextNumber'])
        .execute();
      return books
        .filter(({ first, last, count, nextNumber }) => {
          const isWhole = Number(last) - Number(first) + 1 === Number(count);
          return !isWhole || nextNumber === null || Number(nextNumber) <= Number(last);
        })
        .map(({ issuingUnitId, goldenBookYear }) => `${issuingUnitId} ${goldenBookYear}`);
    },
  },
  {
    name: 'award-prize-follows-rule',
    sentence: 'Tiền thưởng bằng hệ số × mức lương cơ sở, làm tròn lên 10.000 đồng.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('award')
        .where('coefficientHundredths', 'is not', null)
        .where('baseSalaryVnd', 'is not', null)
        .select(['id', 'coefficientHundredths', 'baseSalaryVnd', 'prizeRawVnd', 'prizeVnd'])
        .execute();
      return rows
        .filter(({ coefficientHundredths, baseSalaryVnd, prizeRawVnd, prizeVnd }) => {
          const { rawVnd, prizeVnd: paid } = prizeOf(Number(coefficientHundredths), Number(baseSalaryVnd));
          return Number(prizeVnd) !== paid || Number(prizeRawVnd) !== rawVnd;
        })
        .map(({ id }) => id);
    },
  },
  {
    name: 'certificate-life-in-order',
    sentence: 'Bằng đã trao thì trước đó đã in, đã ký, đã đóng dấu.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('certificate')
        .where((eb) =>
          eb.or([
            eb.and([eb('status', '=', 'handed'), eb('handedOn', 'is', null)]),
            eb.and([eb('status', 'in', ['handed', 'sealed']), eb('sealedAt', 'is', null)]),
            eb.and([eb('status', 'in', ['handed', 'sealed', 'signed']), eb('signedAt', 'is', null)]),
            eb.and([eb('status', '!=', 'made'), eb('printedAt', 'is', null)]),
          ]),
        )
        .select('id')
        .execute();
      return rows.map(({ id }) => id);
    },
  },
];
