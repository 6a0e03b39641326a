import { randomFillSync } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/** Random bytes for some five hundred ids: one call of the system for each is felt in an import. */
const random = Buffer.alloc(4_096);
let used = random.length;

/** The place of so many bytes in `random` that nobody has used. */
function unused(length: number): number {
  if (used + length > random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += length;
  return used - length;
}

/**
 * UUID version 7 as text, strictly increasing within the process even when the clock steps back
 * (12 bits of counter after the time; it starts low at random so that it does not run over).
 * At least 62 random bits; ids are no secrets (verify codes are made elsewhere).
 */
export function uuidv7(nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = random.readUInt16BE(unused(2)) & 0x3ff;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  const at = unused(8);
  random[at] = 0x80 | (random[at]! & 0x3f);
  const time = lastMs.toString(16).padStart(12, '0');
  const rest = random.toString('hex', at, at + 8);
  const count = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}
