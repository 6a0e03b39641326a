/**
 * What became of one field since both editors opened it. `same`: nobody changed it, or both did in the same way;
 * `mine`, `theirs`: only that side changed it; `both`: they changed it differently, so a person has to choose.
 */
export type FieldFate = 'same' | 'mine' | 'theirs' | 'both';
/** What a person takes where both changed a field; `joined` puts one text after the other. */
export type Choice = 'mine' | 'theirs' | 'joined';

export type Fates<V> = { [Name in keyof V]: FieldFate };
export type Choices<V> = { [Name in keyof V]?: Choice };

/** Compares what two editors made of the same values; lists are compared by their content. */
export function compareThree<V extends object>(base: V, mine: V, theirs: V): Fates<V> {
  const names = Object.keys(mine) as (keyof V)[];
  return Object.fromEntries(names.map((name) => [name, fateOf(base[name], mine[name], theirs[name])])) as Fates<V>;
}

/**
 * One version out of two: what only they changed is theirs, what only I changed is mine, the rest as chosen.
 * @throws when a field both changed has no choice: that is for the screen to ask first
 */
export function mergeThree<V extends object>(base: V, mine: V, theirs: V, choices: Choices<V>): V {
  const fates = compareThree(base, mine, theirs);
  const names = Object.keys(mine) as (keyof V)[];
  const merged = names.map((name) => [name, take(fates[name], choices[name], mine[name], theirs[name])]);
  return Object.fromEntries(merged) as V;
}

/** Texts and lists can be put one after the other; a date or a number cannot. */
export function joinBoth(mine: unknown, theirs: unknown): unknown {
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const has = new Set(mine.map(keyOf));
    return [...mine, ...theirs.filter((one) => !has.has(keyOf(one)))];
  }
  return `${String(mine)}\n${String(theirs)}`;
}

export function isSameValue(a: unknown, b: unknown): boolean {
  return keyOf(a) === keyOf(b);
}

function fateOf(base: unknown, mine: unknown, theirs: unknown): FieldFate {
  if (isSameValue(mine, theirs)) return 'same';
  if (isSameValue(base, theirs)) return 'mine';
  return isSameValue(base, mine) ? 'theirs' : 'both';
}

function take<T>(fate: FieldFate, choice: Choice | undefined, mine: T, theirs: T): T {
  if (fate === 'same' || fate === 'mine') return mine;
  if (fate === 'theirs') return theirs;
  if (choice === undefined) throw new Error('a field both editors changed has no choice');
  if (choice === 'joined') return joinBoth(mine, theirs) as T;
  return choice === 'mine' ? mine : theirs;
}

/** Keys in a fixed order, so that two equal objects are one text; nothing typed and nothing there are the same. */
function keyOf(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
