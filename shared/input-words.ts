import type { Reason } from '#shared/core/reason.ts';

type Issue = {
  code?: string;
  origin?: string;
  path?: readonly PropertyKey[];
  message?: string;
  maximum?: unknown;
  minimum?: unknown;
};

/**
 * Turns the issues of a schema (zod/mini) into reasons: which field, and what was expected. Schemas check what a
 * browser of ours never sends; people meet these words when they paste a megabyte or an old page sends old shapes.
 */
export function reasonsOfIssues(cause: unknown): Reason[] {
  const issues = (cause as { issues?: readonly Issue[] } | null)?.issues;
  if (!Array.isArray(issues) || issues.length === 0) return [{ code: 'input.malformed' }];
  return issues.slice(0, 20).map(reasonOf);
}

function reasonOf(issue: Issue): Reason {
  const field = (issue.path ?? []).map(String).join('.');
  const isText = issue.origin === 'string';
  if (issue.code === 'too_big')
    return { code: isText ? 'input.too-long' : 'input.too-many', field, facts: { limitCount: Number(issue.maximum) } };
  if (issue.code === 'too_small')
    return { code: isText ? 'input.too-short' : 'input.too-few', field, facts: { limitCount: Number(issue.minimum) } };
  if (issue.message === 'required') return { code: 'input.required', field };
  if (issue.message === 'date.impossible') return { code: 'input.date', field };
  if (issue.message === 'id.format') return { code: 'input.id', field };
  if (issue.code === 'unrecognized_keys') return { code: 'input.unknown-field', field };
  return { code: 'input.wrong', field };
}
