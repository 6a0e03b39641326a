/** Âm đầu. `k`, `gh`, `ngh` stand before e, ê, i, y only, where `c`, `g`, `ng` do not. */
const ONSETS = [
  ...['ngh', 'ch', 'gh', 'gi', 'kh', 'ng', 'nh', 'ph', 'qu', 'th', 'tr'],
  ...['b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'x', ''],
];

/** Vần: nucleus → what may close it ('' is an open one). */
const RIMES: Readonly<Record<string, string>> = {
  a: ' c ch i m n ng nh o p t u y',
  ă: 'c m n ng p t',
  â: 'c m n ng p t u y',
  e: ' c m n ng o p t',
  ê: ' ch m n ng nh p t u',
  i: ' ch m n nh p t u',
  o: ' c i m n ng p t',
  ô: ' c i m n ng p t',
  ơ: ' i m n p t',
  u: ' c i m n ng p t',
  ư: ' c i m n ng t u',
  y: ' ch n nh t u',
  ia: ' ',
  iê: 'c m n ng p t u',
  yê: 'm n ng t u',
  ua: ' ',
  uô: 'c i m n ng p t',
  ưa: ' ',
  ươ: 'c i m n ng p t u',
  oa: ' c ch i m n ng nh o p t y',
  oă: 'c m n ng p t',
  oe: ' m n ng o t',
  oo: 'c ng',
  uâ: 'n ng t y',
  uê: ' ch n nh t',
  uơ: ' ',
  uy: ' ch n nh p t u',
  uya: ' ',
  uyê: 'm n t',
};
const OPEN = new Set<string>();
const STOPPED = new Set<string>();
for (const [nucleus, codas] of Object.entries(RIMES))
  for (const coda of codas.split(' ')) (/^(c|ch|p|t)$/.test(coda) ? STOPPED : OPEN).add(nucleus + coda);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const FRONT = /^[eêiy]/u;

/**
 * True for a word that can be written in Vietnamese: onset + rime, at most one tone, and only sắc or nặng before a
 * stop. Says nothing about meaning. Any case, any normalization form.
 */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const letters = parts.replace(TONES, '').normalize('NFC');
  if (letters === 'gi') return true; // gì: its i is onset and rime at once
  return ONSETS.some((onset) => letters.startsWith(onset) && fits(onset, letters.slice(onset.length), tones[0]));
}

function fits(onset: string, rime: string, tone: string | undefined): boolean {
  if (FRONT.test(rime) ? onset === 'c' || onset === 'ng' : onset === 'k' || onset === 'gh' || onset === 'ngh')
    return false;
  if (OPEN.has(rime)) return true;
  return STOPPED.has(rime) && (tone === '\u0301' || tone === '\u0323');
}
