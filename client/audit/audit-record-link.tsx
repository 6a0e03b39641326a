import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import css from '#client/audit/audit.module.css';
import type { AuditEntry } from '#client/audit/audit-types.ts';
import { paths } from '#client/core/paths.ts';
import { useWords } from '#client/core/words.ts';
import { SUBJECT_LABELS } from '#shared/audit/audit.labels.ts';
import type { SubjectKind } from '#shared/audit/audit.schema.ts';

/** The record an entry speaks of: its kind, its name at the time, and its page where it has one. */
export function AuditRecordLink({ entry }: { entry: AuditEntry }) {
  const { label } = useWords();
  const kinds: Readonly<Record<string, (typeof SUBJECT_LABELS)[SubjectKind]>> = SUBJECT_LABELS;
  const known = kinds[entry.subjectKind];
  const kind = known ? label(known) : entry.subjectKind;
  const address = addressOf(entry);
  const name = entry.subjectLabel ?? kind;
  // "Báo cáo: Báo cáo tổng kết năm 2023" would stammer.
  const prefix = name.toLowerCase().startsWith(kind.toLowerCase()) ? null : kind;
  return (
    <>
      {prefix && <span className={css.kind}>{prefix}: </span>}
      {address ? (
        <Anchor component={Link} to={address} td="underline">
          {name}
        </Anchor>
      ) : (
        name
      )}
    </>
  );
}

function addressOf({ subjectKind, subjectId, clusterYearId }: AuditEntry): string | null {
  switch (subjectKind) {
    case 'report':
      return clusterYearId ? paths.report.to(clusterYearId, subjectId) : null;
    case 'pledge':
      return clusterYearId ? paths.pledges.to(clusterYearId) : null;
    case 'unit':
      return paths.unit.to(subjectId);
    case 'cluster':
      return paths.cluster.to(subjectId);
    case 'cluster-year':
      return paths.clusterYear.to(subjectId);
    case 'movement':
      return clusterYearId ? paths.movements.to(clusterYearId) : null;
    case 'exemplar':
      return paths.exemplar.to(subjectId);
    case 'conference':
      return clusterYearId ? paths.conference.to(clusterYearId) : null;
    case 'recommendation':
      return clusterYearId ? paths.recommendations.to(clusterYearId) : null;
    case 'nomination':
      return paths.nomination.to(subjectId);
    case 'decision':
      return paths.decision.to(subjectId);
    case 'certificate':
      return paths.certificate.to(subjectId);
    default:
      return null;
  }
}
