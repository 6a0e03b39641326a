import type { CertificateWithAward } from '#db/certificates/certificates.queries.ts';
import { type Keys, signText, verifyText } from '#server/core/keys.ts';
import { type CertificateFacts, certificateFactsText } from '#shared/certificates/certificate-facts.ts';
import { printedAwardName } from '#shared/certificates/certificate-names.ts';

/** Signs what a certificate prints: 86 signs of base64url (Ed25519). The signing key is `keys.signing[0]`. */
export function signFacts(keys: Keys, facts: CertificateFacts): string {
  return signText(keys, certificateFactsText(facts));
}

/** True when one of our keys signed exactly these facts. Never throws. */
export function verifyFacts(keys: Keys, facts: CertificateFacts, signature: string): boolean {
  return verifyText(keys, certificateFactsText(facts), signature);
}

/**
 * The address in the QR code, printed for ever.
 *
 * @param publicUrl PUBLIC_URL, with or without a slash at the end
 */
export function verifyUrl(publicUrl: string, code: string, signature: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/verify/${code}?s=${signature}`;
}

/** The facts that were signed when the certificate was made, built again from the book. */
export function factsOf(row: CertificateWithAward): CertificateFacts {
  return {
    code: row.verifyCode,
    printedName: row.printedName,
    awardName: printedAwardName(row.awardKind, row.awardFormName),
    decisionNumber: row.decisionNumber,
    decisionOn: row.decidedOn,
    issuer: row.issuerLine,
    goldenBookNumber: row.goldenBookNumber,
  };
}
