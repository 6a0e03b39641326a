import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';

/** 64 MiB and three passes: about 45 ms here. What it costs us, a thief of the table pays for every guess. */
const COST = { algorithm: 2 /* argon2id */, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** argon2id as a PHC string; the password in one Unicode form, so every keyboard's "ế" is the same. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => argon2Hash(password.normalize('NFC'), COST));
}

/** False for a wrong password and for a hash that is none. */
export function verifyPassword(hash: string, password: string): Promise<boolean> {
  return inTurn(() => argon2Verify(hash, password.normalize('NFC')).catch(() => false));
}

/** At most four hashes at a time: a crowd at eight o'clock must not take a gigabyte. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
