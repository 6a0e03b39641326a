import { randomUUID } from 'node:crypto';
import { HOME_UNIT } from '#bench/data/accounts.ts';
import { personName } from '#bench/data/names.ts';
import { seededRandom } from '#bench/data/random.ts';
import { awardId, dayAt, FIRST_YEAR, LAST_YEAR } from '#bench/data/rows.ts';
import { encodeCursor } from '#shared/core/page.ts';
import type { RecordAward } from '#shared/registry/registry.schema.ts';

/** What the floor does too. */
export const FLOOR_OPERATIONS = ['list', 'deep', 'byId', 'aggregate', 'create'] as const;
export type FloorOperation = (typeof FLOOR_OPERATIONS)[number];
/** Classes of words a search is made of: each has a target of its own, and no simpler way to compare with. */
export const SEARCHES = ['searchRare', 'searchCommon', 'searchLetter', 'searchNone', 'searchUnit'] as const;
export type Search = (typeof SEARCHES)[number];
export const OPERATIONS = [...FLOOR_OPERATIONS, ...SEARCHES] as const;
export type Operation = (typeof OPERATIONS)[number];
/** The floor counts a million rows for each answer: nobody waits for 32 of them at once. */
export const ONE_BY_ONE: readonly Operation[] = ['aggregate'];
export const isFloorOperation = (operation: Operation): operation is FloorOperation =>
  (FLOOR_OPERATIONS as readonly Operation[]).includes(operation);
export type ListInput = { year: number; unitId: string };
export type ByIdInput = { id: string };
/** The floor reads day and id, the server its cursor: the same place. */
export type DeepInput = { cursor: string; after: readonly [decidedOn: string, id: string] };
export type SearchInput = { q: string };

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

/** The last page but a few of all awards, newest first: as deep as the registry goes. */
export function deepInput({ rows }: Subject, index: number): DeepInput {
  const from = PAGE_ROWS + seededRandom(31 + index * 7).below(PAGE_ROWS);
  const after = [dayAt(Math.min(1, from / rows)), awardId(rows - 1)] as const; // no id of that day is greater
  return { cursor: encodeCursor(['date-desc', ...after]), after };
}
const PAGE_ROWS = 60;

/** The whole registry in figures, as the first page of everybody shows it. */
export const aggregateInput = (): object => ({});

const RARE_FAMILIES = ['thao', 'be', 'chu', 'cam', 'vi', 'ma', 'sung', 'quang'];
const RARE_GIVEN = ['uyen', 'oanh', 'quynh', 'tram', 'nhung', 'khoa', 'kien', 'vuong', 'thinh', 'dat'];
const UNITS = ['ha giang', 'lang son', 'cao bang', 'yen bai', 'hung yen', 'vinh phuc'];

export function searchInput(search: Search, index: number): SearchInput {
  const random = seededRandom(37 + index * 11);
  const one = (words: readonly string[]) => words[random.below(words.length)]!;
  switch (search) {
    case 'searchRare':
      return { q: `${one(RARE_FAMILIES)} ${one(RARE_GIVEN)}` };
    case 'searchCommon':
      return { q: one(['nguyen van', 'nguyễn văn', 'van nguyen', 'tran thi', 'nguyen thi']) };
    case 'searchLetter':
      return { q: one([...'htnlvxq']) };
    case 'searchNone':
      return { q: `zzyzx ${one(RARE_GIVEN)}` };
    case 'searchUnit':
      return { q: `${one(RARE_GIVEN)} ${one(UNITS)}` };
  }
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

export function inputOf(operation: Operation, subject: Subject, index: number): object {
  switch (operation) {
    case 'list':
      return listInput(subject, index);
    case 'deep':
      return deepInput(subject, index);
    case 'byId':
      return byIdInput(subject, index);
    case 'aggregate':
      return aggregateInput();
    case 'create':
      return createInput(subject, index);
    default:
      return searchInput(operation, index);
  }
}
