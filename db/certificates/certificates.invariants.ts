import type { Reader } from '#db/database.ts';
import { isWellFormed } from '#shared/certificates/verify-code.ts';
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
  {
    name: 'certificate-of-its-decision',
    sentence: 'Bằng, lượt khen và Quyết định của chúng khớp nhau về cơ quan ban hành và năm của sổ vàng.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('certificate')
        .innerJoin('award', 'award.id', 'certificate.awardId')
        .innerJoin('decision', 'decision.id', 'certificate.decisionId')
        .select('certificate.id')
        .where((eb) =>
          eb.or([
            eb('award.decisionId', 'is distinct from', eb.ref('certificate.decisionId')),
            eb('certificate.issuingUnitId', '<>', eb.ref('decision.numberingUnitId')),
            eb('award.issuingUnitId', '<>', eb.ref('decision.numberingUnitId')),
            eb('certificate.goldenBookYear', 'is distinct from', eb.ref('decision.numberYear')),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'certificate-cancelled-with-decision',
    sentence: 'Bằng mất giá trị đúng khi Quyết định bị hủy bỏ, từ cùng ngày.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('certificate')
        .innerJoin('decision', 'decision.id', 'certificate.decisionId')
        .select('certificate.id')
        .where('certificate.cancelledOn', 'is distinct from', (eb) => eb.ref('decision.cancelledOn'))
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'certificate-handed-after-issue',
    sentence: 'Bằng được trao từ ngày ban hành Quyết định trở đi.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('certificate')
        .innerJoin('award', 'award.id', 'certificate.awardId')
        .select('certificate.id')
        .where((eb) => eb('certificate.handedOn', '<', eb.ref('award.decidedOn')))
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'certificate-code-well-formed',
    sentence: 'Mã xác thực trên bằng đúng dạng và đúng chữ kiểm tra.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('certificate').select(['id', 'verifyCode']).execute();
      return rows.filter(({ verifyCode }) => !isWellFormed(verifyCode)).map(({ id }) => id);
    },
  },
];
