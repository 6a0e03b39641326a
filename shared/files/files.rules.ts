import type { Reason } from '#shared/core/reason.ts';
import { endingOf, type FileSubjectKind, kindsFor, takesScansOnly } from '#shared/files/files.schema.ts';

/** States in which documents come and go. A decision takes them always: the signed scan comes at the end. */
const OPEN: Readonly<Record<FileSubjectKind, readonly string[] | 'always'>> = {
  nomination: ['draft', 'supplement'],
  report: ['draft', 'supplement'],
  decision: 'always',
  cluster: 'always',
  exemplar: 'always',
  replication: 'always',
  movement: 'always',
  'movement-confirmation': 'always',
  // Until the pledge is published; a scan that a signature stands on stays (see removal).
  'pledge-signature': ['signing'],
  // What backs a figure may come with it or later, as long as the pledge it is of stands.
  'pledge-progress': ['agreed', 'signing', 'published'],
  // Signed minutes and photographs come after the conference, proof with the outcome or later.
  conference: 'always',
  'recommendation-task': 'always',
  // A record that was merged into another takes no more.
  recipient: ['living'],
  // The file of an import comes with the import and goes with it.
  import: [],
};

/** Why documents of a record in this state cannot be added or taken away. */
export function subjectReasons(kind: FileSubjectKind, status: string): Reason[] {
  const open = OPEN[kind];
  if (open === 'always' || open.includes(status)) return [];
  if (kind === 'recipient') return [{ code: 'file.recipient-merged' }];
  if (kind === 'pledge-progress') return [{ code: 'progress.not-frozen' }];
  return [{ code: kind === 'pledge-signature' ? 'file.signature-closed' : 'file.subject-closed' }];
}

/**
 * Why a file of this name with this content is not taken.
 *
 * @param name the cleaned name
 * @param found what the content says it is, undefined when nothing is recognised
 * @param subjectKind what it is for: a signed page is a scan
 */
export function kindReasons(
  name: string,
  found: { mime: string; ext: string } | undefined,
  subjectKind: FileSubjectKind,
): Reason[] {
  const kinds = kindsFor(subjectKind);
  const endings = found && Object.hasOwn(kinds, found.mime) ? kinds[found.mime] : undefined;
  if (!found || !endings)
    return [{ code: takesScansOnly(subjectKind) ? 'file.not-a-scan' : 'file.kind-not-allowed', facts: { name } }];
  if (endings.includes(endingOf(name))) return [];
  return [{ code: 'file.name-against-content', facts: { name, found: endings.join('/') } }];
}
