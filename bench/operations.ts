import { randomUUID } from 'node:crypto';
import { HOME_UNIT } from '#bench/data/accounts.ts';
import { personName } from '#bench/data/names.ts';
import { seededRandom } from '#bench/data/random.ts';
import { awardId, FIRST_YEAR, LAST_YEAR } from '#bench/data/rows.ts';
import type { RecordAward } from '#shared/registry/registry.schema.ts';

export const OPERATIONS = ['list', 'byId', 'create'] as const;
export type Operation = (typeof OPERATIONS)[number];
export type ListInput = { year: number; unitId: string };
export type ByIdInput = { id: string };

/** What is asked for: the database it is asked of, and how many awards that has. */
export type Subject = { rows: number; provinces: readonly string[] };

/** One page of one year and province; another one with every index, the same in every run. */
export function listInput({ provinces }: Subject, index: number): ListInput {
  const random = seededRandom(11 + index * 13);
  const year = FIRST_YEAR + random.below(LAST_YEAR - FIRST_YEAR + 1);
  return { year, unitId: provinces[random.below(provinces.length)]! };
}

export function byIdInput({ rows }: Subject, index: number): ByIdInput {
  return { id: awardId(seededRandom(17 + index * 19).below(rows)) };
}

/** An award of the home province given on paper; the key is new in every run, or the first answer would come back. */
export function createInput(_subject: Subject, index: number): RecordAward {
  const random = seededRandom(23 + index * 29);
  return {
    idempotencyKey: randomUUID() as RecordAward['idempotencyKey'],
    recipientKind: 'individual',
    name: `${personName(random, 'female').text} ${index}`,
    printedPlace: 'Giáo viên, Trường Tiểu học Bình Yên',
    sex: 'female',
    personClass: 'frontline-worker',
    unitId: HOME_UNIT as RecordAward['unitId'],
    awardCode: 'BKT',
    way: 'merit',
    year: 2023,
    decisionNumber: `${1 + (index % 4_000)}/QĐ-UBND`,
    decidedOn: `2024-0${1 + random.below(9)}-${10 + random.below(18)}` as RecordAward['decidedOn'],
    sentence: 'Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2023',
  };
}

export function inputOf(operation: Operation, subject: Subject, index: number): ListInput | ByIdInput | RecordAward {
  if (operation === 'list') return listInput(subject, index);
  return operation === 'byId' ? byIdInput(subject, index) : createInput(subject, index);
}
