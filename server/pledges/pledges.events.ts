import { findLastChange } from '#db/audit/last-change.queries.ts';
import type { Reader } from '#db/database.ts';
import type { PledgeDetail } from '#db/pledges/pledges.queries.ts';
import { currentLanguage } from '#server/core/language.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { conflict, type Refusal } from '#shared/core/refusal.ts';
import { PLEDGE_ACTION_LABELS } from '#shared/pledges/pledges.labels.ts';
import { PLEDGE_STATUS_LABELS, type PledgeStatus } from '#shared/pledges/pledges.schema.ts';

type Happened = Pick<AuditEvent, 'action'> & { changes: readonly FieldChange[]; reason?: string; unitId?: string };
type About = Pick<PledgeDetail, 'id' | 'clusterYearId' | 'chairUnitId' | 'year' | 'clusterName'>;

/** An event of this pledge, under the name people know it by; what did not change is left out. */
export function pledgeEvent(pledge: About, { changes, ...happened }: Happened): AuditEvent {
  return {
    unitId: pledge.chairUnitId,
    ...happened,
    changes: changes.filter(({ from, to }) => from !== to),
    subjectKind: 'pledge',
    subjectId: pledge.id,
    subjectLabel: `Giao ước thi đua năm ${pledge.year}, ${pledge.clusterName}`,
    clusterYearId: pledge.clusterYearId,
  };
}

export const pledgeStatusChange = (from: PledgeStatus, to: PledgeStatus): FieldChange => ({
  field: 'status',
  from: PLEDGE_STATUS_LABELS[from].vi,
  to: PLEDGE_STATUS_LABELS[to].vi,
});

/** The refusal for the second of two editors: who changed what, and when. */
export async function pledgeChanged(db: Reader, pledgeId: string): Promise<Refusal> {
  const last = await findLastChange(db, { subjectKind: 'pledge', subjectId: pledgeId });
  const what = PLEDGE_ACTION_LABELS[last?.action ?? '']?.[currentLanguage()] ?? '…';
  const facts = { who: last?.actorName ?? '…', changedAt: last?.at ?? '…', what };
  return conflict([{ code: 'pledge.changed-meanwhile', facts }]);
}
