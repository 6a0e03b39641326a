import type { CertificateWithAward } from '#db/certificates/certificates.queries.ts';
import type { CertificatePrint } from '#server/certificates/certificate.print.ts';
import { verifyUrl } from '#server/certificates/certificate.signature.ts';
import { printedAwardName } from '#shared/certificates/certificate-names.ts';
import { groupCode } from '#shared/certificates/verify-code.ts';

/** A certificate as lists and its page show it. */
export function viewCertificate(row: CertificateWithAward, publicUrl: string) {
  return {
    id: row.id,
    version: row.version,
    decisionId: row.decisionId,
    goldenBookYear: row.goldenBookYear,
    goldenBookNumber: row.goldenBookNumber,
    printedName: row.printedName,
    printedPlace: row.printedPlace,
    kind: row.recipientKind,
    unitName: row.unitName,
    awardName: row.awardFormName,
    sentence: row.sentence,
    decisionNumber: row.decisionNumber,
    decidedOn: row.decidedOn,
    signatoryName: row.signatoryName,
    status: row.status,
    printCount: row.printCount,
    printedAt: row.printedAt,
    signedAt: row.signedAt,
    sealedAt: row.sealedAt,
    handedOn: row.handedOn,
    handedTo: row.handedTo,
    cancelledOn: row.cancelledOn,
    cancelNumber: row.cancelNumber,
    coefficientHundredths: row.coefficientHundredths,
    baseSalaryVnd: row.baseSalaryVnd,
    prizeVnd: row.prizeVnd,
    prizeCertainty: row.prizeCertainty,
    verifyCode: groupCode(row.verifyCode),
    verifyUrl: verifyUrl(publicUrl, row.verifyCode, row.signature),
    /** The page itself, for a link inside the product: PUBLIC_URL may be another host. */
    verifyPath: `/verify/${row.verifyCode}?s=${row.signature}`,
    isDemo: row.isDemo === 1,
  };
}
export type CertificateView = ReturnType<typeof viewCertificate>;

/** One page for the printer. */
export function printOf(row: CertificateWithAward, publicUrl: string): CertificatePrint {
  return {
    id: row.id,
    issuerLine: row.issuerLine,
    awardTitle: printedAwardName(row.awardKind, row.awardFormName).toLocaleUpperCase('vi'),
    name: row.printedName,
    details: row.printedPlace.split('\n').filter((line) => line.trim() !== ''),
    citation: row.sentence,
    decisionNumber: row.decisionNumber,
    decisionOn: row.decidedOn,
    place: row.place,
    capacityLines: row.signatoryCapacity.split('/').map((line) => line.trim()),
    signatory: row.signatoryName,
    goldenBookNumber: row.goldenBookNumber,
    verifyCode: row.verifyCode,
    verifyUrl: row.qrOnCertificates === 1 ? verifyUrl(publicUrl, row.verifyCode, row.signature) : null,
  };
}
