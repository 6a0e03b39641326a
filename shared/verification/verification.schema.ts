import * as z from 'zod/mini';
import { isoDate } from '#shared/core/dates.ts';

/**
 * What the public page may show of a certificate: what the decision itself publishes. No birth date, no
 * citizen number, no ethnicity, no village.
 */
export const publishedFacts = z.strictObject({
  printedName: z.string(),
  awardName: z.string(),
  decisionNumber: z.string(),
  decisionOn: isoDate,
  issuer: z.string(),
  signatory: z.string(),
  goldenBookNumber: z.int(),
  /** SHA-256 of the decision's file in hexadecimal, where there is one: to compare a file with. */
  decisionSha256: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});
export type PublishedFacts = z.infer<typeof publishedFacts>;

const code = z.string();

/** The outcome of looking a code up. The page says it in words, a sign and a colour. */
export const verifyResult = z.discriminatedUnion('state', [
  /** No code given yet: only the form. */
  z.strictObject({ state: z.literal('ask') }),
  /** Cannot be a code: a letter is wrong or missing. `typed` is what came. */
  z.strictObject({ state: z.literal('malformed'), typed: z.string() }),
  /** A well-formed code that is not in the book. */
  z.strictObject({ state: z.literal('not-found'), code }),
  /** In the book and in force. `signature` is 'absent' when the code was typed by hand. */
  z.strictObject({
    state: z.literal('match'),
    code,
    facts: publishedFacts,
    signature: z.enum(['valid', 'absent']),
  }),
  /** In the book, but the signature in the QR code is of other facts or of nobody: the paper may be altered. */
  z.strictObject({ state: z.literal('signature-mismatch'), code, facts: publishedFacts }),
  /** This paper was replaced: exchanged (cấp đổi, torn), reissued (cấp lại, lost) or reprinted (in lại). */
  z.strictObject({
    state: z.literal('replaced'),
    code,
    facts: publishedFacts,
    by: z.enum(['exchange', 'reissue', 'reprint']),
    replacedOn: isoDate,
  }),
  /** The award was cancelled (hủy bỏ quyết định, Law on emulation and commendation, Article 93). */
  z.strictObject({
    state: z.literal('cancelled'),
    code,
    facts: publishedFacts,
    cancelledBy: z.nullable(z.strictObject({ decisionNumber: z.string(), decisionOn: isoDate })),
    cancelledOn: isoDate,
  }),
  /** Asked of the training copy, whose codes stand for nothing. */
  z.strictObject({ state: z.literal('training') }),
  /** Too many look-ups from one address. */
  z.strictObject({ state: z.literal('too-many') }),
]);
export type VerifyResult = z.infer<typeof verifyResult>;
export type VerifyState = VerifyResult['state'];
