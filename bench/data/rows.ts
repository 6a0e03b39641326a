import { collectiveName, householdName, type Name, personName, placeName } from '#bench/data/names.ts';
import { type Random, seededRandom, weighted } from '#bench/data/random.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';
import { nameSortKey, searchWords } from '#shared/registry/search-text.ts';

export const FIRST_YEAR = 2004;
export const LAST_YEAR = 2024;
/** Awards for each recipient, turned round: 1.000.000 awards belong to 600.000 recipients. */
const RECIPIENTS_PER_AWARD = 0.6;
const LARGEST_DECISION = 40;
/** Has no divisor in common with 63: one decision after another goes through all provinces. */
const STRIDE = 37;

/** Forms of the catalogue as often as a province gives them. */
const FORMS: Readonly<Record<RecipientKind, (random: Random) => string>> = {
  individual: weighted([
    ['LDTT', 60],
    ['CSTDCS', 40],
    ['BKT', 38],
    ['GK', 34],
    ['CSTDT', 9],
    ['KNC', 9],
    ['BKTTG', 5],
    ['HCLD3', 3],
    ['CSTDTQ', 1],
    ['NGUT', 1],
  ]),
  collective: weighted([
    ['TTLDTT', 30],
    ['TTLDXS', 28],
    ['BKT', 24],
    ['GK', 20],
    ['CTDT', 8],
    ['BKTTG', 4],
    ['CTDCP', 2],
    ['HCLD3', 2],
  ]),
  household: weighted([
    ['GDVH', 50],
    ['GK', 20],
    ['BKT', 5],
  ]),
};
const KINDS = weighted<RecipientKind>([
  ['individual', 76],
  ['collective', 20],
  ['household', 4],
]);
const WAYS = weighted([
  ['merit', 80],
  ['thematic', 12],
  ['sudden', 5],
  ['lifelong', 3],
]);
const CLASSES = weighted([
  ['leader-department', 6],
  ['leader-division', 24],
  ['enterprise-manager', 5],
  ['frontline-worker', 65],
]);
const AREAS = weighted([
  ['region-1', 15],
  ['region-2', 8],
  ['region-3', 17],
  ['none', 60],
]);

export const RECIPIENT_COLUMNS = [
  'id',
  'kind',
  'name',
  'name_fold',
  'sex',
  'birth_year',
  'unit_id',
  'place',
  'search_text',
  'name_sort',
] as const;
export const AWARD_COLUMNS = [
  'id',
  'recipient_id',
  'award_code',
  'unit_id',
  'issuing_unit_id',
  'year',
  'decision_number',
  'decided_on',
  'recipient_kind',
  'printed_name',
  'printed_place',
  'name_fold',
  'sentence',
  'way',
  'sex',
  'person_class',
  'area_class',
  'search_text',
  'name_sort',
] as const;
export type Cell = string | number | null;

type Recipient = { kind: RecipientKind; sex: 'female' | 'male' | null; name: Name; unit: number; place: string };

/** A registry of any size, row by row, the same in every run. Nothing of it is a real person. */
export class Registry {
  readonly awardCount: number;
  readonly recipientCount: number;
  #units: readonly string[];

  /** @param units ids of the provinces */
  constructor(awardCount: number, units: readonly string[]) {
    this.awardCount = awardCount;
    this.recipientCount = Math.max(units.length, Math.round(awardCount * RECIPIENTS_PER_AWARD));
    this.#units = units;
  }

  /** Rows in the order of RECIPIENT_COLUMNS. */
  *recipients(): Generator<Cell[]> {
    for (let index = 0; index < this.recipientCount; index += 1) {
      const { kind, sex, name, unit, place } = this.#recipient(index);
      const birthYear = kind === 'individual' ? 1945 + (index % 60) : null;
      yield [
        recipientId(index),
        kind,
        name.text,
        name.folded,
        sex,
        birthYear,
        this.#units[unit]!,
        place,
        `${wordsOf(name.text)} ${wordsOf(place)}`,
        sortKeyOf(name.text, kind),
      ];
    }
  }

  /** Rows in the order of AWARD_COLUMNS, oldest decision first, as a registry grows. */
  *awards(): Generator<Cell[]> {
    const random = seededRandom(2);
    const people = this.#recipientsByUnit();
    let made = 0;
    for (let decision = 1; made < this.awardCount; decision += 1) {
      const unit = (decision * STRIDE) % this.#units.length; // in turn, so that no year of a province is empty
      const among = people[unit]!;
      const decidedOn = dayAt(made / this.awardCount);
      const decidedIn = Number(decidedOn.slice(0, 4));
      // What was achieved in a year is often rewarded in the first months of the next.
      const year = decidedOn.slice(5) < '04' ? Math.max(FIRST_YEAR, decidedIn - 1) : decidedIn;
      const number = `${1 + (decision % 4_900)}/QĐ-UBND`;
      const way = WAYS(random);
      const sentence = `Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm ${year}`;
      const size = Math.min(1 + random.below(LARGEST_DECISION), this.awardCount - made);
      for (let item = 0; item < size; item += 1) {
        const index = among[random.below(among.length)]!;
        const { kind, sex, name, place } = this.#recipient(index);
        yield [
          awardId(made),
          recipientId(index),
          FORMS[kind](random),
          this.#units[unit]!,
          this.#units[unit]!,
          year,
          number,
          decidedOn,
          kind,
          name.text,
          place,
          name.folded,
          sentence,
          way,
          sex,
          kind === 'individual' ? CLASSES(random) : null,
          AREAS(random),
          `${wordsOf(name.text)} ${wordsOf(place)} ${wordsOf(number)}`,
          sortKeyOf(name.text, kind),
        ];
        made += 1;
      }
    }
  }

  #recipient(index: number): Recipient {
    const random = seededRandom(1_000_003 + index * 7);
    const kind = KINDS(random);
    const sex = kind === 'individual' ? (random.below(2) === 0 ? 'male' : 'female') : null;
    const name = sex ? personName(random, sex) : kind === 'collective' ? collectiveName(random) : householdName(random);
    // The first ones go round, so that every province of a tiny registry has somebody.
    const unit = index < this.#units.length ? index : random.below(this.#units.length);
    return { kind, sex, name, unit, place: `Xã ${placeName(random).text}` };
  }

  #recipientsByUnit(): number[][] {
    const lists = this.#units.map((): number[] => []);
    for (let index = 0; index < this.recipientCount; index += 1) lists[this.#recipient(index).unit]!.push(index);
    return lists;
  }
}

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(FIRST_YEAR, 0, 1);
const SPAN_MS = Date.UTC(LAST_YEAR + 1, 0, 1) - START_MS - DAY_MS;

/** @param share of the whole time, 0 to 1; the registry grows faster in later years */
export function dayAt(share: number): string {
  return new Date(START_MS + SPAN_MS * share ** 0.7).toISOString().slice(0, 10);
}

/* What awardSearchText and nameSortKey say, made once for each of the few texts that a million rows have. */

const wordsOf = remembered((text: string) => searchWords(text).join(' '));
const sortKeys = { individual: sortKeysOf('individual'), collective: sortKeysOf('collective'), household: sortKeysOf('household') };
const sortKeyOf = (name: string, kind: RecipientKind): string => sortKeys[kind](name);

function sortKeysOf(kind: RecipientKind) {
  return remembered((name: string) => nameSortKey(name, kind));
}

function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.set(text, made);
    return made;
  };
}

export const awardId = (index: number): string => idOf(index, 'a');
export const recipientId = (index: number): string => idOf(index, 'b');

/** Version 7 in form, and growing with the index as ids made in order of time do. */
function idOf(index: number, series: 'a' | 'b'): string {
  const time = (0x018000000000 + index).toString(16).padStart(12, '0');
  const tail = Math.imul(index + 1, 2_654_435_761) >>> 0;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${series}00-8000-0000${tail.toString(16).padStart(8, '0')}`;
}
