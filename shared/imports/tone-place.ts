const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const OPEN_PAIRS = ['oa', 'oe', 'uy'];

/** 'oà' → 'òa', in every mix of capitals. */
const OLD_PLACE = new Map<string, string>();
for (const pair of OPEN_PAIRS)
  for (const tone of TONES)
    for (const first of [pair[0]!, pair[0]!.toUpperCase()])
      for (const second of [pair[1]!, pair[1]!.toUpperCase()])
        OLD_PLACE.set((first + second + tone).normalize('NFC'), (first + tone + second).normalize('NFC'));

const NEW_PLACED = new RegExp(`(?<![qQ])(?:${[...OLD_PLACE.keys()].join('|')})(?!\\p{L})`, 'gu');
/** The u of "qu" bears no tone: "qúy" is "quý" typed in haste. */
const ON_QU = /(q)(ú|ù|ủ|ũ|ụ)(y|e|a)(?!\p{L})/giu;

/**
 * One place for the tone in oa, oe, uy: "hoà" → "hòa", "Thuý" → "Thúy", "qúy" → "quý". For matching only: how a person
 * writes the own name is never changed. Text is NFC before and after.
 */
export function oneTonePlace(text: string): string {
  return text
    .replace(NEW_PLACED, (pair) => OLD_PLACE.get(pair) ?? pair)
    .replace(ON_QU, (_, q: string, u: string, next: string) => {
      const [letter = u, tone = ''] = u.normalize('NFD');
      return q + letter + (next + tone).normalize('NFC');
    });
}
