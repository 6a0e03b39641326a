import { keptName } from '#client/core/base.ts';
import type { GridCell } from '#shared/reports/grid-block.rules.ts';

/** A row that the server does not have yet, and the version it was typed over. */
export type QueuedRow = { cell: GridCell; base: { version: number; cell: GridCell } };
export type Queue = { at: string; rows: Readonly<Record<string, QueuedRow>> };

const PREFIX = `${keptName('luytre.report')}.`;
const KEPT_DAYS = 14;

/**
 * Rows of a report that are typed but not saved, kept in this browser so that a lost connection and a closed window
 * lose nothing. Only the form is kept (figures, how final, which office, the note on a figure), never the text of the
 * report nor a name; under the account's id, so the next person at the computer neither sees nor sends it.
 * A browser that keeps nothing (private window, full disk) is no reason to stop typing.
 */
export class ReportQueue {
  readonly #key: string;

  constructor(accountId: string, reportId: string) {
    this.#key = `${PREFIX}${accountId}.${reportId}`;
  }

  load(now: Date = new Date()): Queue | null {
    try {
      forgetOld(now);
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Queue | null;
      return kept && Object.keys(kept.rows).length > 0 ? kept : null;
    } catch {
      return null;
    }
  }

  save(rows: Queue['rows'], now: Date = new Date()): void {
    try {
      if (Object.keys(rows).length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify({ at: now.toISOString(), rows }));
    } catch {
      // See above.
    }
  }
}

function forgetOld(now: Date): void {
  const oldest = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString();
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue;
    const at = /"at":"([^"]+)"/.exec(localStorage.getItem(key) ?? '')?.[1] ?? '';
    if (at < oldest) localStorage.removeItem(key);
  }
}
