import type { Database, Writer } from '#db/database.ts';

/** Children before parents; accounts, sessions and the catalogue stay. */
const TABLES: readonly (keyof Database)[] = [
  'certificate',
  'goldenBook',
  'award',
  'decisionItem',
  'decision',
  'nominationSensitive',
  'nomination',
  'recipientSensitive',
  'sensitiveRead',
  'recipientName',
  'recipient',
  'priorValue',
  'reportValue',
  'report',
  'careAim',
  'recommendationTask',
  'recommendation',
  'delegate',
  'agendaItem',
  'conference',
  'exemplar',
  'launchContent',
  'launch',
  'pledgeVoidedSignature',
  'pledgeOpinion',
  'pledgeSignature',
  'pledgeTarget',
  'pledge',
  'clusterYearIndicator',
  'indicatorVersion',
  'indicator',
  'clusterYearMovement',
  'stage',
  'clusterYear',
  'file',
  'job',
  'idempotency',
  'auditChange',
  'auditEntry',
];

/** Empties what the demo year consists of, its history too. Never called outside the demo. */
export async function wipeBusiness(tx: Writer): Promise<void> {
  for (const table of TABLES) await tx.deleteFrom(table).execute();
}
