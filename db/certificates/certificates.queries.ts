import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

const WHOSE = {
  clusterYearId: 'award.clusterYearId',
  unitId: 'award.unitId',
  officeUnitId: 'certificate.issuingUnitId',
};

function certificatesWithAwards(db: Reader) {
  return db
    .selectFrom('certificate')
    .innerJoin('award', 'award.id', 'certificate.awardId')
    .innerJoin('decision', 'decision.id', 'certificate.decisionId')
    .innerJoin('awardForm', 'awardForm.code', 'award.awardCode')
    .innerJoin('unit', 'unit.id', 'award.unitId')
    .selectAll('certificate')
    .select([
      'award.printedName',
      'award.printedPlace',
      'award.recipientKind',
      'award.recipientId',
      'award.nominationId',
      'award.sentence',
      'award.decisionNumber',
      'award.decidedOn',
      'award.clusterYearId',
      'award.unitId',
      'award.coefficientHundredths',
      'award.baseSalaryVnd',
      'award.prizeRawVnd',
      'award.prizeVnd',
      'award.prizeCertainty',
      'award.year',
      'awardForm.kind as awardKind',
      'awardForm.name as awardFormName',
      'unit.name as unitName',
      'decision.issuerLine',
      'decision.place',
      'decision.signatoryCapacity',
      'decision.signatoryName',
      'decision.status as decisionStatus',
      'decision.qrOnCertificates',
      'decision.cancelNumber',
      'decision.cancelledOn as decisionCancelledOn',
      'decision.isDemo',
    ]);
}

/** The certificates of one decision in the order of the golden book; the decision was found by the caller. */
export function findCertificatesOfDecision(db: Reader, decisionId: string) {
  return certificatesWithAwards(db)
    .where('certificate.decisionId', '=', decisionId)
    .orderBy('certificate.goldenBookYear')
    .orderBy('certificate.goldenBookNumber')
    .execute();
}
export type CertificateWithAward = Awaited<ReturnType<typeof findCertificatesOfDecision>>[number];

export function findCertificate(db: Reader, access: Access, id: string): Promise<CertificateWithAward | undefined> {
  return certificatesWithAwards(db).where('certificate.id', '=', id).where(inAccess(access, WHOSE)).executeTakeFirst();
}

export function findCertificatesByIds(
  db: Reader,
  access: Access,
  ids: readonly string[],
): Promise<CertificateWithAward[]> {
  return certificatesWithAwards(db)
    .where('certificate.id', 'in', [...ids])
    .where(inAccess(access, WHOSE))
    .orderBy('certificate.goldenBookNumber')
    .execute();
}

/** By the code on the paper, for anybody: only what the decision publishes may leave the server. */
export function findCertificateByCode(db: Reader, code: string): Promise<CertificateWithAward | undefined> {
  return certificatesWithAwards(db).where('certificate.verifyCode', '=', code).executeTakeFirst();
}

/** For printing with a ticket, which was given to somebody who may. */
export function findCertificateToPrint(db: Reader, id: string): Promise<CertificateWithAward | undefined> {
  return certificatesWithAwards(db).where('certificate.id', '=', id).executeTakeFirst();
}
