import { type Awardee, type Certainty, readAwardVersion } from '#shared/awards/awards.schema.ts';
import {
  type AwardVersion,
  type BaseSalary,
  type PrizeVerdict,
  prizeFor,
  versionOn,
} from '#shared/awards/prize.rules.ts';
import type { Reason } from '#shared/core/reason.ts';

/** The money of one kind of recipient on one decision; null where the rule names no figure. */
export type KindPrize = { kind: Awardee; verdict: PrizeVerdict | null; coefficientCertainty: Certainty };

export type DecisionPrizes = {
  onDate: string;
  /** The version every amount rests on; undefined when the catalogue has none for that day. */
  awardVersionId: string | undefined;
  source: string | undefined;
  byKind: readonly KindPrize[];
  /** Why the decision cannot be issued. That a figure is not sure is never a reason. */
  reasons: readonly Reason[];
};

/**
 * Prize money of the kinds of recipients on a decision. A missing rule or base salary stops; a figure nobody knows
 * (households) is left open and said, because the commendation itself does not hang on it.
 */
export function decisionPrizes(
  kinds: readonly Awardee[],
  rules: { versions: readonly AwardVersion[]; baseSalaries: readonly BaseSalary[] },
  award: { awardCode: string; onDate: string },
): DecisionPrizes {
  const { awardCode, onDate } = award;
  const version = versionOn(rules.versions, onDate);
  const missing: Reason = { code: 'decision.rule-version-missing', facts: { awardCode, decidedOn: onDate } };
  if (!version) return { onDate, awardVersionId: undefined, source: undefined, byKind: [], reasons: [missing] };

  const certainties = readAwardVersion(version.json)?.coefficientCertainty;
  const reasons: Reason[] = [];
  const byKind = [...new Set(kinds)].map((kind): KindPrize => {
    const answer = prizeFor({ award: version, recipientKind: kind, onDate, baseSalaries: rules.baseSalaries });
    const coefficientCertainty = certainties?.[kind] ?? 'unknown';
    if (!Array.isArray(answer)) return { kind, verdict: answer, coefficientCertainty };
    for (const reason of answer)
      if (reason.code !== 'prize.coefficient-unknown' && !reasons.some(({ code }) => code === reason.code))
        reasons.push(reason);
    return { kind, verdict: null, coefficientCertainty };
  });
  return { onDate, awardVersionId: version.id, source: version.source, byKind, reasons };
}

export function prizeOfKind(prizes: DecisionPrizes, kind: Awardee): PrizeVerdict | null {
  return prizes.byKind.find((one) => one.kind === kind)?.verdict ?? null;
}
