import type { Problem } from '#client/core/problem.ts';

/** Grounds that belong to a field stand in the summary and beside the field, not a third time. */
export function generalOf(problem: Problem | null): Problem | null {
  if (problem === null) return null;
  const reasons = problem.reasons.filter(({ field }) => !field);
  return problem.reasons.length > 0 && reasons.length === 0 ? null : { ...problem, reasons };
}
