import type { ReportCell, ReportStatus } from '#shared/reports/reports.schema.ts';

/** A figure that stood shorter than this, while the same person was typing, is no version to read again. */
export const PASSING_MINUTES = 10;

type Saved = Pick<ReportCell, 'valueStatus' | 'sourceOffice'> & { savedAt: string | null; savedBy: string };

/**
 * Whether a figure was only passed through on the way to the next one: every pause in typing saves, and what stood for
 * a moment is of no interest. Never so once the report was sent, where another person replaces it, nor where its status
 * (ước thực hiện, sơ bộ, chính thức) or its office changes. The record of changes has each of them all the same.
 *
 * @param report `status` as it is kept
 */
export function isPassing(
  was: Saved,
  next: Saved & { savedAt: string },
  report: { status: ReportStatus; sentAt: string | null },
): boolean {
  if (report.status !== 'draft' || report.sentAt !== null || was.savedAt === null) return false;
  const stood = Date.parse(next.savedAt) - Date.parse(was.savedAt);
  return (
    was.savedBy === next.savedBy &&
    was.valueStatus === next.valueStatus &&
    was.sourceOffice === next.sourceOffice &&
    stood >= 0 &&
    stood < PASSING_MINUTES * 60_000
  );
}
