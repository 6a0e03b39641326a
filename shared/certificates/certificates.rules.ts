import type { CertificateStatus } from '#shared/certificates/certificates.schema.ts';
import type { Reason } from '#shared/core/reason.ts';

/** The life of a paper, one step at a time. */
const ORDER: readonly CertificateStatus[] = ['made', 'printed', 'signed', 'sealed', 'handed'];

export type CertificateState = {
  name: string;
  goldenBookNumber: number;
  status: CertificateStatus;
  cancelledOn: string | null;
};

/** The step after this one; undefined after the last. */
export function nextStep(status: CertificateStatus): Exclude<CertificateStatus, 'made'> | undefined {
  return ORDER[ORDER.indexOf(status) + 1] as Exclude<CertificateStatus, 'made'> | undefined;
}

/**
 * Whether one certificate may take this step: đã in → đã ký → đã đóng dấu → đã trao, none left out (an unsealed
 * bằng on the morning of the conference is what this life is for).
 */
export function advanceReasons(
  certificate: CertificateState,
  to: Exclude<CertificateStatus, 'made'>,
  handing: { handedOn: string | null; decidedOn: string },
  today: string,
): Reason[] {
  const facts = { name: certificate.name, goldenBookNumber: certificate.goldenBookNumber };
  if (certificate.cancelledOn !== null) return [{ code: 'certificate.cancelled', facts }];
  if (nextStep(certificate.status) !== to) return [{ code: `certificate.not-before-${to}`, facts }];
  if (to !== 'handed') return [];
  const { handedOn, decidedOn } = handing;
  if (handedOn === null) return [{ code: 'certificate.handed-on-missing', field: 'handedOn' }];
  if (handedOn > today)
    return [{ code: 'certificate.handed-in-future', field: 'handedOn', facts: { handedOn, todayOn: today } }];
  if (handedOn < decidedOn)
    return [{ code: 'certificate.handed-before-issue', field: 'handedOn', facts: { handedOn, decidedOn } }];
  return [];
}

/** Longer names than this shrink or wrap on A3: a person should look at the print. */
const LONG_NAME = 44;

/** Names to look at before printing. */
export function longNameWarnings(names: readonly string[]): Reason[] {
  return names
    .filter((name) => [...name].length > LONG_NAME)
    .map((name) => ({ code: 'decision.warn-long-name', facts: { name, letterCount: [...name].length } }));
}
