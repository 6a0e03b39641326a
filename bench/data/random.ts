/** Numbers that look random and are the same in every run: `next()` is in [0, 1). */
export type Random = { next(): number; below(limit: number): number };

/** mulberry32: small, fast and good enough to spread rows. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (limit) => Math.floor(next() * limit) };
}

/** Picks values as often as their weights say: one draw costs one array access. */
export function weighted<Value>(weights: readonly (readonly [Value, number])[]): (random: Random) => Value {
  const slots = weights.flatMap(([value, weight]) => Array<Value>(weight).fill(value));
  if (slots.length === 0) throw new Error('weighted needs at least one value of weight 1 or more');
  return (random) => slots[random.below(slots.length)] as Value;
}
