import * as z from 'zod/mini';

/**
 * How sure a figure or rule is: `certain` read in the text of the law or an official page, `probable` concluded
 * from such a page, `memory` written from memory and to be compared with the text, `unknown` not known.
 */
export const certainty = z.enum(['certain', 'probable', 'memory', 'unknown']);
export type Certainty = z.infer<typeof certainty>;

/** From the surest down; the position says which of two is weaker. */
const BY_WEAKNESS: readonly Certainty[] = ['certain', 'probable', 'memory', 'unknown'];

/** A verdict is as sure as the weakest of its parts; nothing at all is `unknown`. */
export function weakestCertainty(parts: readonly Certainty[]): Certainty {
  if (parts.length === 0) return 'unknown';
  return BY_WEAKNESS[Math.max(...parts.map((part) => BY_WEAKNESS.indexOf(part)))]!;
}

/** Danh hiệu thi đua (yearly titles) and hình thức khen thưởng (commendations), one catalogue. */
export const awardKind = z.enum([
  'title', // danh hiệu thi đua
  'order', // huân chương
  'medal', // huy chương
  'honorary-title', // danh hiệu vinh dự nhà nước
  'prize', // giải thưởng
  'insignia', // kỷ niệm chương
  'merit-certificate', // bằng khen
  'commendation-letter', // giấy khen
]);
export type AwardKind = z.infer<typeof awardKind>;

export const awardLevel = z.enum(['state', 'province', 'district', 'commune', 'grassroots', 'other']);
export type AwardLevel = z.infer<typeof awardLevel>;

/** Who an award is given to: cá nhân, tập thể, hộ gia đình. */
export const awardee = z.enum(['individual', 'collective', 'household']);
export type Awardee = z.infer<typeof awardee>;

const hundredths = z.nullable(z.int().check(z.minimum(0), z.maximum(100_000)));

/**
 * What the `json` of an award form version holds. Coefficients are hundredths of the base salary (150 is 1,5 lần);
 * null means "no figure known", which is not 0. Each has its own certainty: in the version of 2024 the individual
 * 1,5 is probable while "a collective twice as much" is from memory.
 */
export const awardVersionRules = z.strictObject({
  standardCertain: z.boolean(),
  coefficientHundredths: z.strictObject({ individual: hundredths, collective: hundredths, household: hundredths }),
  coefficientCertainty: z.strictObject({ individual: certainty, collective: certainty, household: certainty }),
  /** True where the law names an upper limit ("không quá 0,6 lần") and not the amount itself. */
  coefficientIsCap: z.boolean(),
  authority: z.string(),
  citation: z.string(),
  note: z.string(),
});
export type AwardVersionRules = z.infer<typeof awardVersionRules>;

/** A stored version's rules, or undefined when the text is not such a document. */
export function readAwardVersion(json: string): AwardVersionRules | undefined {
  try {
    const parsed = awardVersionRules.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
