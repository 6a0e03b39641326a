import type { Writer } from '#db/database.ts';
import type { NewReportRequest, ReportRequestRow } from '#db/reports/requests.table.ts';
import type { AnsweredCell, RequestOutcome } from '#shared/reports/requests.schema.ts';

/** Asks one office for these figures. */
export async function insertRequest(
  tx: Writer,
  request: NewReportRequest,
  indicatorIds: readonly string[],
): Promise<void> {
  await tx.insertInto('reportRequest').values(request).execute();
  await tx
    .insertInto('reportRequestCell')
    .values(indicatorIds.map((indicatorVersionId) => ({ requestId: request.id, indicatorVersionId })))
    .execute();
}

type Patch = Partial<
  Pick<ReportRequestRow, 'status' | 'dueOn' | 'note' | 'linkHash' | 'linkUntil' | 'answeredAt' | 'answeredBy'>
>;

/** Changes a request; its new version, or undefined when it changed since `seenVersion`. */
export async function updateRequest(
  tx: Writer,
  { id, seenVersion }: { id: string; seenVersion: number },
  patch: Patch,
): Promise<number | undefined> {
  const saved = await tx
    .updateTable('reportRequest')
    .set({ ...patch, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .returning('version')
    .executeTakeFirst();
  return saved?.version;
}

/** The figures as the office answered them; what became of an earlier answer is open again. */
export async function saveAnswers(tx: Writer, requestId: string, cells: readonly AnsweredCell[]): Promise<void> {
  await tx
    .insertInto('reportRequestCell')
    .values(cells.map((cell) => ({ requestId, ...cell, outcome: null })))
    .onConflict((conflict) =>
      conflict.columns(['requestId', 'indicatorVersionId']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        valueStatus: eb.ref('excluded.valueStatus'),
        note: eb.ref('excluded.note'),
        outcome: null,
      })),
    )
    .execute();
}

/** What became of answered figures. */
export async function setOutcome(
  tx: Writer,
  requestId: string,
  indicatorIds: readonly string[],
  outcome: RequestOutcome | null,
): Promise<void> {
  if (indicatorIds.length === 0) return;
  await tx
    .updateTable('reportRequestCell')
    .set({ outcome })
    .where('requestId', '=', requestId)
    .where('indicatorVersionId', 'in', [...indicatorIds])
    .execute();
}
