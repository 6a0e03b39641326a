import { type CertificateWithAward, findCertificateByCode } from '#db/certificates/certificates.queries.ts';
import { factsOf, verifyFacts } from '#server/certificates/certificate.signature.ts';
import type { AppContext } from '#server/core/context.ts';
import { isWellFormed, normalizeCode, VERIFY_CODE_LENGTH } from '#shared/certificates/verify-code.ts';
import type { PublishedFacts, VerifyResult } from '#shared/verification/verification.schema.ts';

/** Longer input than this is no code with dashes, and is not worth looking at. */
const LONGEST_TYPED = VERIFY_CODE_LENGTH * 4;

/** `demo`: the certificate is demonstration data, and the page must say so. */
export type Verified = { result: VerifyResult; demo: boolean };

/**
 * What the book says about a code, for anybody.
 *
 * @param typed as it came: dashes, spaces, small letters, 0 for O and 1 for I do not matter
 * @param signature what the QR code carries; undefined when the code was typed by hand
 */
export async function verify(app: AppContext, typed: string, signature: string | undefined): Promise<Verified> {
  const code = typed.length > LONGEST_TYPED ? '' : normalizeCode(typed);
  if (!isWellFormed(code)) return { result: { state: 'malformed', typed }, demo: false };
  const row = await findCertificateByCode(app.db.reads, code);
  if (!row) return { result: { state: 'not-found', code }, demo: false };
  return { result: resultOf(app, row, signature), demo: row.isDemo === 1 };
}

function resultOf(app: AppContext, row: CertificateWithAward, signature: string | undefined): VerifyResult {
  const known = { code: row.verifyCode, facts: publishedFacts(row) };
  if (row.cancelledOn !== null) {
    const cancelledBy = row.cancelNumber ? { decisionNumber: row.cancelNumber, decisionOn: row.cancelledOn } : null;
    return { state: 'cancelled', ...known, cancelledBy, cancelledOn: row.cancelledOn };
  }
  if (signature === undefined) return { state: 'match', ...known, signature: 'absent' };
  if (!verifyFacts(app.keys, factsOf(row), signature)) return { state: 'signature-mismatch', ...known };
  return { state: 'match', ...known, signature: 'valid' };
}

/** What the decision itself publishes. No birth year, address, class of person or money. */
function publishedFacts(row: CertificateWithAward): PublishedFacts {
  const { code: _, ...facts } = factsOf(row);
  return { ...facts, signatory: row.signatoryName, decisionSha256: null };
}
