import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FormerLikeness, LikenessRow } from '#db/duplicates/likeness.queries.ts';
import type { JudgedPair } from '#db/duplicates/pairs.writes.ts';
import { isAgainst } from '#shared/duplicates/duplicates.schema.ts';
import { type Likeness, type Suspicion, suspicionOf } from '#shared/duplicates/pair-score.rules.ts';

/** Names borne by more than this are too common to compare everybody with everybody. */
export const COMMON_FROM = 12;
/** Then each is compared with so many of its neighbours in the group's order. */
const NEIGHBOURS = 3;
const COMPARED_AT_ONCE = 500;

/** Units that came out of each other by merger or division, to any depth, have one family. */
export class UnitFamilies {
  readonly #parent = new Map<string, string>();

  constructor(lineage: readonly { ancestorId: string; descendantId: string }[]) {
    for (const { ancestorId, descendantId } of lineage) this.#parent.set(this.of(ancestorId), this.of(descendantId));
  }

  of(unitId: string): string {
    let root = unitId;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up;
    return root;
  }

  areOne(a: string | null, b: string | null): boolean {
    return a !== null && b !== null && (a === b || this.of(a) === this.of(b));
  }
}

/** A recipient by a name of today, or by one it gave up. */
type Borne = LikenessRow | FormerLikeness;
const asToday = (one: Borne): Likeness => ('todayFold' in one ? { ...one, nameFold: one.todayFold } : one);

/** Judges candidates and gathers the pairs, each once, to be written in portions. */
export class PairCollector {
  readonly #families: UnitFamilies;
  readonly #newId: () => string;
  #pairs = new Map<string, JudgedPair>();
  #compared = 0;
  commonGroups = 0;

  constructor(families: UnitFamilies, newId: () => string) {
    this.#families = families;
    this.#newId = newId;
  }

  get size(): number {
    return this.#pairs.size;
  }

  /** Hands out what was gathered and starts afresh. */
  take(): JudgedPair[] {
    const pairs = [...this.#pairs.values()];
    this.#pairs = new Map();
    return pairs;
  }

  /** @param isCommon many bear the name: then it takes a second ground beside it */
  compare(a: Likeness, b: Likeness, isCommon = false): void {
    this.#judge(a, b, isCommon, false);
  }

  /** By names of which at least one was given up; where the names of today speak for it already, those count. */
  compareBorne(a: Borne, b: Borne, isCommon: boolean): void {
    const [left, right] = [asToday(a), asToday(b)];
    if (suspicionOf(left, right, this.#families.areOne(a.unitId, b.unitId))) this.#judge(left, right, isCommon, false);
    else this.#judge(a, b, isCommon, true);
  }

  #judge(a: Likeness, b: Likeness, isCommon: boolean, isFormer: boolean): void {
    this.#compared += 1;
    const suspicion = suspicionOf(a, b, this.#families.areOne(a.unitId, b.unitId), isFormer);
    if (!suspicion || (isCommon && isWeak(suspicion))) return;
    const [first, second] = a.id < b.id ? [a, b] : [b, a];
    const key = `${first.id} ${second.id}`;
    if (this.#pairs.has(key)) return;
    this.#pairs.set(key, {
      id: this.#newId(),
      firstId: first.id,
      secondId: second.id,
      grounds: JSON.stringify(suspicion.grounds),
      score: suspicion.score,
    });
  }

  /** All of a small group with each other; of a common name each with its neighbours, on more grounds. Lets others run. */
  async compareGroup(group: readonly LikenessRow[]): Promise<void> {
    if (group.length < 2) return;
    const isCommon = group.length > COMMON_FROM;
    if (isCommon) this.commonGroups += 1;
    const ordered = isCommon ? byLikeness(group) : group;
    for (const [at, one] of ordered.entries()) {
      const others = isCommon ? ordered.slice(at + 1, at + 1 + NEIGHBOURS) : ordered.slice(at + 1);
      for (const other of others) this.compare(one, other, isCommon);
      await this.breathe();
    }
  }

  /** Those who bore a name with those who bear it now, and with each other. */
  async compareFormer(former: readonly Borne[], now: readonly Borne[]): Promise<void> {
    const isCommon = former.length + now.length > COMMON_FROM;
    for (const [at, one] of former.entries()) {
      for (const other of [...now, ...former.slice(at + 1)]) this.compareBorne(one, other, isCommon);
      await this.breathe();
    }
  }

  /** The main thread answers requests: after some comparisons it is theirs for a turn. */
  async breathe(): Promise<void> {
    if (this.#compared >= COMPARED_AT_ONCE) await this.pause();
  }

  async pause(): Promise<void> {
    this.#compared = 0;
    await nextTurn();
  }
}

/** A name and a unit or a year, and nothing else that speaks for it. */
const isWeak = ({ grounds: [main, ...beside] }: Suspicion): boolean =>
  main?.code !== 'same-cccd' &&
  main?.code !== 'same-name-birth-date' &&
  beside.every(({ code }) => code === 'same-unit' || code === 'former-name' || isAgainst(code));

/** Those most alike beside each other: unit, birth, place. */
function byLikeness(group: readonly LikenessRow[]): LikenessRow[] {
  const keyed = group.map((row) => ({ row, key: orderOf(row) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ row }) => row);
}

const orderOf = ({ unitId, birthOn, birthYear, place, id }: LikenessRow): string =>
  `${unitId ?? ''} ${birthYear ?? ''} ${birthOn ?? ''} ${place} ${id}`;
