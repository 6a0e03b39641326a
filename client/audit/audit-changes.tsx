import { Trans } from '@lingui/react/macro';
import css from '#client/audit/audit.module.css';
import type { AuditEntry } from '#client/audit/audit-types.ts';
import { useWords } from '#client/core/words.ts';
import { fieldLabel } from '#shared/audit/audit.labels.ts';

/** So many changes stand in the row itself; more of them fold away. */
const MOST_IN_ROW = 3;

/** Numbers that only tie entries together inside the machine. */
const OF_THE_MACHINE = ['session'];

/** Changed fields, old → new. */
export function AuditChanges({ subjectKind, changes: all }: Pick<AuditEntry, 'subjectKind' | 'changes'>) {
  const changes = all.filter(({ field }) => !OF_THE_MACHINE.includes(field));
  if (changes.length === 0) return null;
  const rest = changes.slice(MOST_IN_ROW);
  return (
    <>
      <Lines subjectKind={subjectKind} changes={changes.slice(0, MOST_IN_ROW)} />
      {rest.length > 0 && (
        <details>
          <summary>
            <Trans>Xem thêm {rest.length} thay đổi</Trans>
          </summary>
          <Lines subjectKind={subjectKind} changes={rest} />
        </details>
      )}
    </>
  );
}

function Lines({ subjectKind, changes }: Pick<AuditEntry, 'subjectKind' | 'changes'>) {
  const { label } = useWords();
  return (
    <ul className={css.changes}>
      {changes.map(({ field, from, to }) => {
        const known = fieldLabel(subjectKind, field);
        return (
          <li key={`${field} ${from} ${to}`}>
            <span className={css.field}>{known ? label(known) : field}:</span>{' '}
            {from !== null && (
              <>
                <del>{from}</del> <span aria-hidden>→</span>{' '}
              </>
            )}
            {to === null ? <Trans>(bỏ trống)</Trans> : <ins>{to}</ins>}
          </li>
        );
      })}
    </ul>
  );
}
