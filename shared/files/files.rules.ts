import type { Reason } from '#shared/core/reason.ts';
import { endingOf, FILE_KINDS, type FileSubjectKind } from '#shared/files/files.schema.ts';

/** States in which documents come and go. A decision takes them always: the signed scan comes at the end. */
const OPEN: Readonly<Record<FileSubjectKind, readonly string[] | 'always'>> = {
  nomination: ['draft', 'supplement'],
  report: ['draft', 'supplement'],
  decision: 'always',
};

/** Why documents of a record in this state cannot be added or taken away. */
export function subjectReasons(kind: FileSubjectKind, status: string): Reason[] {
  const open = OPEN[kind];
  return open === 'always' || open.includes(status) ? [] : [{ code: 'file.subject-closed' }];
}

/**
 * Why a file of this name with this content is not taken.
 *
 * @param name the cleaned name
 * @param found what the content says it is, undefined when nothing is recognised
 */
export function kindReasons(name: string, found: { mime: string; ext: string } | undefined): Reason[] {
  const endings = found && Object.hasOwn(FILE_KINDS, found.mime) ? FILE_KINDS[found.mime] : undefined;
  if (!found || !endings) return [{ code: 'file.kind-not-allowed', facts: { name } }];
  if (endings.includes(endingOf(name))) return [];
  return [{ code: 'file.name-against-content', facts: { name, found: endings.join('/') } }];
}
