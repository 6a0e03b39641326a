import type { Reason } from '#shared/core/reason.ts';

/**
 * Why the office says no. `forbidden` is about the person, `refused` about the state or the input,
 * `conflict` about somebody else having been quicker, `too-often` about asking again too soon.
 */
export type RefusalKind = 'not-found' | 'forbidden' | 'refused' | 'conflict' | 'too-often';

/**
 * The one error domain code throws on purpose. It carries reasons, never sentences: they are worded once,
 * where they are shown. Anything else that is thrown is a defect and reaches the user as an error number.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;
  readonly reasons: readonly Reason[];

  constructor(kind: RefusalKind, reasons: readonly Reason[]) {
    super(`${kind}: ${reasons.map(({ code }) => code).join(', ')}`);
    this.kind = kind;
    this.reasons = reasons;
  }
}

/** To be thrown: `throw notFound('decision')`. The code is `<what>.not-found`. */
export function notFound(what: string): Refusal {
  return new Refusal('not-found', [{ code: `${what}.not-found` }]);
}

/** Throws a `refused` Refusal with all reasons at once; does nothing when there is none. */
export function refuseIf(reasons: readonly Reason[]): void {
  if (reasons.length > 0) throw new Refusal('refused', reasons);
}

/** To be thrown when the record changed since it was read: `throw conflict([{ code: 'report.changed-meanwhile' }])`. */
export function conflict(reasons: readonly Reason[]): Refusal {
  return new Refusal('conflict', reasons);
}
