import type { Writer } from '#db/database.ts';
import { seedDemoYear } from '#db/seed/demo-year.ts';
import type { AppContext } from '#server/core/context.ts';
import { seedPastDecisions } from '#server/demo/past-decisions.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';

/** The demo year in an emptied database, and what the log says of it. */
export async function seedDemoContent(app: AppContext, tx: Writer): Promise<[AuditEvent]> {
  const { clusterYearId } = await seedDemoYear(tx, app.newId);
  await seedPastDecisions(app, tx);
  return [
    {
      action: 'demo.seeded',
      subjectKind: 'cluster-year',
      subjectId: clusterYearId,
      clusterYearId,
      subjectLabel: 'Năm thi đua 2023',
    },
  ];
}
