import * as z from 'zod/mini';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { decisionId } from '#shared/decisions/decisions.schema.ts';

export const certificateId = idOf('Certificate');
export type CertificateId = z.infer<typeof certificateId>;

/** The life of a paper: made in the registry, then đã in → đã ký → đã đóng dấu → đã trao. */
export const certificateStatus = z.enum(['made', 'printed', 'signed', 'sealed', 'handed']);
export type CertificateStatus = z.infer<typeof certificateStatus>;
export const CERTIFICATE_STATUS_LABELS: Readonly<Record<CertificateStatus, Localized>> = {
  made: { vi: 'Chưa in', en: 'Not printed' },
  printed: { vi: 'Đã in', en: 'Printed' },
  signed: { vi: 'Đã ký', en: 'Signed' },
  sealed: { vi: 'Đã đóng dấu', en: 'Sealed' },
  handed: { vi: 'Đã trao', en: 'Handed over' },
};

/** Moves some certificates of one decision one step on; all or none. */
export const advanceCertificates = z.strictObject({
  items: z.array(z.strictObject({ id: certificateId, seenVersion })).check(z.minLength(1), z.maxLength(1_000)),
  to: z.enum(['printed', 'signed', 'sealed', 'handed']),
  handedOn: z.nullable(isoDate),
  /** Người nhận (thay): empty means the recipient. */
  handedTo: z.string().check(z.trim(), z.maxLength(200)),
});
export type AdvanceCertificates = z.infer<typeof advanceCertificates>;

export const certificateById = z.strictObject({ id: certificateId });
export const certificatesOfDecision = z.strictObject({ decisionId });

/** What to print: the certificates of a whole decision, or one. */
export const printCertificate = z.union([z.strictObject({ decisionId }), z.strictObject({ certificateId })]);
