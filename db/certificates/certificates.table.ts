import type { Generated, Insertable, Selectable } from 'kysely';
import type { CertificateStatus } from '#shared/certificates/certificates.schema.ts';

/** Số sổ vàng: next number per authority and year. */
export interface GoldenBookTable {
  unitId: string;
  year: number;
  nextNumber: number;
}
export type GoldenBookRow = Selectable<GoldenBookTable>;
export type NewGoldenBook = Insertable<GoldenBookTable>;

/** Bằng: its golden-book number, code, signature and life. */
export interface CertificateTable {
  id: string;
  awardId: string;
  decisionId: string;
  issuingUnitId: string;
  goldenBookYear: number;
  goldenBookNumber: number;
  verifyCode: string;
  keyId: string;
  signature: string;
  status: Generated<CertificateStatus>;
  printCount: Generated<number>;
  printedAt: string | null;
  signedAt: string | null;
  sealedAt: string | null;
  handedOn: string | null;
  handedTo: string | null;
  cancelledOn: string | null;
  version: Generated<number>;
}
export type CertificateRow = Selectable<CertificateTable>;
export type NewCertificate = Insertable<CertificateTable>;
