import { searchWords } from '#shared/registry/search-text.ts';
import { KIND_PREFIX, type UnitKind } from '#shared/units/units.schema.ts';

/** A name that a unit bore at some time. */
export type BorneName = { unitId: string; kind: UnitKind; name: string; fullName: string | null };

/** How people shorten the kind of a unit. */
const SHORT: Readonly<Partial<Record<UnitKind, readonly string[]>>> = {
  province: ['t'],
  city: ['tp', 'thanh pho', 'tinh'],
  district: ['h', 'q', 'tx', 'tp', 'quan', 'thi xa', 'thanh pho'],
  commune: ['x'],
  ward: ['p'],
  township: ['tt'],
};

/** Names of units by their words, folded: 'lang son' and 'tinh lang son' → ids. */
export class UnitWords {
  #byName = new Map<string, Set<string>>();
  #longest = 1;

  constructor(names: readonly BorneName[] = []) {
    this.add(names);
  }

  /** Further names: whoever has thousands adds them in parts and lets others run in between. */
  add(names: readonly BorneName[]): void {
    for (const { unitId, kind, name, fullName } of names) {
      const bare = searchWords(name).join(' ');
      const prefixes = [searchWords(KIND_PREFIX[kind] ?? '').join(' '), ...(SHORT[kind] ?? [])].filter(Boolean);
      for (const key of [bare, ...prefixes.map((prefix) => `${prefix} ${bare}`), searchWords(fullName ?? '').join(' ')])
        this.#add(key, unitId);
    }
  }

  #add(key: string, unitId: string): void {
    if (key === '') return;
    const ids = this.#byName.get(key) ?? new Set();
    this.#byName.set(key, ids.add(unitId));
    this.#longest = Math.max(this.#longest, key.split(' ').length);
  }

  /**
   * The longest run of words that is the whole name of a unit, and what is left over. A name of one word counts only
   * where nothing else was typed: in "Nguyễn Thị Huế" Huế is a person's name.
   */
  find(words: readonly string[]): { unitIds: string[]; rest: string[] } | undefined {
    for (let length = Math.min(this.#longest, words.length); length >= 1; length -= 1)
      for (let from = 0; from + length <= words.length; from += 1) {
        if (length === 1 && words.length > 1) continue;
        const ids = this.#byName.get(words.slice(from, from + length).join(' '));
        if (ids) return { unitIds: [...ids], rest: [...words.slice(0, from), ...words.slice(from + length)] };
      }
    return undefined;
  }
}
