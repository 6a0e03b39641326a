import type { SummaryNoteRow } from '#db/reports/summary.table.ts';
import type { SummaryNoteKind } from '#shared/reports/summary.schema.ts';

/** The word that holds, with every earlier one, the newest first. */
export type SummaryNoteView = Pick<SummaryNoteRow, 'content' | 'version' | 'figure' | 'savedAt' | 'savedBy'> & {
  earlier: Pick<SummaryNoteRow, 'content' | 'version' | 'savedAt' | 'savedBy'>[];
};

/** The words of one kind by indicator version. */
export function notesOf(rows: readonly SummaryNoteRow[], kind: SummaryNoteKind): Map<string, SummaryNoteView> {
  const mine = Map.groupBy(
    rows.filter((row) => row.kind === kind),
    ({ indicatorVersionId }) => indicatorVersionId,
  );
  return new Map(
    [...mine].map(([id, [last, ...before]]) => {
      const { content, version, figure, savedAt, savedBy } = last!;
      const earlier = before.map((row) => ({
        content: row.content,
        version: row.version,
        savedAt: row.savedAt,
        savedBy: row.savedBy,
      }));
      return [id, { content, version, figure, savedAt, savedBy, earlier }];
    }),
  );
}
