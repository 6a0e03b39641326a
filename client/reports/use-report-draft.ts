import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { type AutosaveState, useAutosave } from '#client/core/form/autosave.ts';
import type { Merge } from '#client/core/form/merge.tsx';
import { isSameValue } from '#client/core/form/three-way.ts';
import { readProblem } from '#client/core/problem.ts';
import { useSession } from '#client/core/session.tsx';
import { DraftHistory, type StepBack } from '#client/reports/draft-history.ts';
import { type QueuedRow, ReportQueue } from '#client/reports/report-queue.ts';
import type { Report, ReportCellView } from '#client/reports/report-types.ts';
import { useReportMerge } from '#client/reports/use-report-merge.ts';
import type { GridCell, GridChange } from '#shared/reports/grid-block.rules.ts';
import type { ReportCell } from '#shared/reports/reports.schema.ts';

/** A row as it stands on the screen; a figure that cannot be read yet is its text. */
export type DraftCell = GridCell;
export type Draft = Readonly<Record<string, DraftCell>>;

export type ReportDraft = {
  cells: Draft;
  /** One step for undo; `typedIn` names the cell while it is typed in, see DraftHistory. */
  change: (changes: readonly GridChange[], typedIn?: string) => void;
  history: DraftHistory;
  undo: () => StepBack | null;
  redo: () => StepBack | null;
  state: AutosaveState;
  flush: () => Promise<boolean>;
  /** Rows somebody else saved meanwhile; nothing is saved until the person chooses. */
  merge: Merge;
  /** Rows of an earlier visit that were not saved then and stand in the form again, and since when (instant). */
  restored: { count: number; at: string } | null;
};

const contentOf = ({ value, valueStatus, sourceOffice, note }: ReportCellView): DraftCell => ({
  value,
  valueStatus,
  sourceOffice,
  note,
});

/**
 * The figures of one report while they are typed. Rows that were touched are saved together; what the server holds
 * is kept in the query cache, so that the page can be left and opened again without asking. What the server does not
 * have yet is kept in the browser.
 */
export function useReportDraft(report: Report): ReportDraft {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { account } = useSession();
  const query = trpc.reports.byId.queryOptions({ id: report.id });
  const history = useMemo(() => new DraftHistory(), []);
  const queue = useMemo(() => new ReportQueue(account.id, report.id), [account.id, report.id]);
  const [begun] = useState(() => beginWith(report, queue));
  const [cells, setCells] = useState<Draft>(begun.cells);
  const shown = useRef(cells);
  const dirty = useRef(new Set(begun.dirty));
  // Each row as this screen last read or saved it: a row being typed keeps its own until it is saved, so that
  // somebody else's newer figure meets a conflict and is not overwritten in silence.
  const seen = useRef(begun.seen);

  const show = useCallback((next: Draft): void => {
    shown.current = next;
    setCells(next);
  }, []);

  const keep = useCallback((): void => {
    const rows = [...dirty.current].map((id): [string, QueuedRow] => [
      id,
      { cell: shown.current[id]!, base: seen.current[id] ?? { version: 0, cell: shown.current[id]! } },
    ]);
    queue.save(Object.fromEntries(rows));
  }, [queue]);

  const autosave = useAutosave<null>(async () => {
    const sending = [...dirty.current].flatMap((id) => asInput(id, shown.current[id]!, seen.current[id]?.version ?? 0));
    if (sending.length === 0) return;
    const answer = await client.reports.saveCells.mutate({ id: report.id, cells: sending }).catch((error: unknown) => {
      merge.ask(readProblem(error));
      throw error;
    });
    const newVersions = new Map(answer.cells.map((cell) => [cell.indicatorVersionId, cell.version]));
    for (const { indicatorVersionId: id, seenVersion, ...content } of sending) {
      seen.current = { ...seen.current, [id]: { version: newVersions.get(id) ?? seenVersion, cell: content } };
      if (isSameValue(shown.current[id], content)) dirty.current.delete(id);
    }
    keep();
    queryClient.setQueryData(query.queryKey, (before) => before && withSaved(before, sending, newVersions));
  });

  const merge = useReportMerge({
    report,
    dirty: () => [...dirty.current],
    base: Object.fromEntries(Object.entries(seen.current).map(([id, { cell }]) => [id, cell])),
    mine: () => shown.current,
    loadTheirs: () => queryClient.fetchQuery({ ...query, staleTime: 0 }),
    onMerged: async (rows) => {
      const fresh = seenOf(queryClient.getQueryData(query.queryKey) ?? report);
      seen.current = { ...seen.current, ...Object.fromEntries(Object.keys(rows).map((id) => [id, fresh[id]!])) };
      show({ ...shown.current, ...rows });
      for (const [id, row] of Object.entries(rows)) if (isSameValue(row, fresh[id]?.cell)) dirty.current.delete(id);
      keep();
      autosave.change(null);
      await autosave.flush();
    },
  });
  const isMerging = useRef(false);
  isMerging.current = merge.waiting;

  // What comes from the server replaces whatever is not being typed; a row that did not change stays the same object.
  useEffect(() => {
    const fresh = seenOf(report);
    const isTyped = (id: string) => dirty.current.has(id) && shown.current[id] !== undefined;
    const next = Object.fromEntries(
      Object.entries(fresh).map(([id, { cell }]) => {
        const here = shown.current[id];
        return [id, here && (isTyped(id) || isSameValue(here, cell)) ? here : cell];
      }),
    );
    const kept = Object.entries(fresh).map(([id, row]) => [id, isTyped(id) ? (seen.current[id] ?? row) : row]);
    seen.current = Object.fromEntries(kept);
    show(next);
  }, [report, show]);

  const put = useCallback(
    (changes: readonly GridChange[]): void => {
      const next = { ...shown.current };
      for (const { id, part, to } of changes) {
        next[id] = { ...next[id]!, [part]: to };
        dirty.current.add(id);
      }
      show(next);
      keep();
      const isReadable = changes.some(({ id }) => typeof next[id]!.value !== 'string');
      if (isReadable && !isMerging.current) autosave.change(null);
    },
    [autosave.change, keep, show],
  );

  // Figures that wait since an earlier visit are sent without being touched again.
  useEffect(() => {
    if (dirty.current.size > 0) autosave.change(null);
  }, [autosave.change]);

  const change = useCallback(
    (changes: readonly GridChange[], typedIn?: string): void => {
      history.record(shown.current, changes, typedIn);
      put(changes);
    },
    [history, put],
  );

  function step(back: StepBack | null): StepBack | null {
    if (back) put(back.changes);
    return back;
  }

  return {
    cells,
    change,
    history,
    undo: () => step(history.undo(shown.current)),
    redo: () => step(history.redo(shown.current)),
    state: autosave.state,
    flush: autosave.flush,
    merge,
    restored: begun.restored,
  };
}

type Seen = Readonly<Record<string, { version: number; cell: DraftCell }>>;
const seenOf = ({ cells }: Report): Seen =>
  Object.fromEntries(cells.map((cell) => [cell.indicatorVersionId, { version: cell.version, cell: contentOf(cell) }]));

/** The form as the server has it, with the rows over it that an earlier visit could not save. */
function beginWith(report: Report, queue: ReportQueue) {
  const server = seenOf(report);
  const kept = queue.load();
  const waiting = Object.entries(kept?.rows ?? {}).filter(
    ([id, { cell }]) => server[id] !== undefined && !isSameValue(server[id].cell, cell),
  );
  const cells: Draft = Object.fromEntries(Object.entries(server).map(([id, { cell }]) => [id, cell]));
  return {
    cells: { ...cells, ...Object.fromEntries(waiting.map(([id, { cell }]) => [id, cell])) },
    seen: { ...server, ...Object.fromEntries(waiting.map(([id, { base }]) => [id, base])) } as Seen,
    dirty: waiting.map(([id]) => id),
    restored: kept && waiting.length > 0 ? { count: waiting.length, at: kept.at } : null,
  };
}

/** A row for the server; nothing while its figure cannot be read. */
function asInput(id: string, cell: DraftCell, seenVersion: number): ReportCell[] {
  const { value } = cell;
  if (typeof value === 'string') return [];
  return [{ ...cell, indicatorVersionId: id as ReportCell['indicatorVersionId'], value, seenVersion }];
}

function withSaved(report: Report, sent: readonly ReportCell[], versions: ReadonlyMap<string, number>): Report {
  const byId = new Map(sent.map((cell) => [cell.indicatorVersionId as string, cell]));
  const cells = report.cells.map((cell) => {
    const { seenVersion: _, ...content } = byId.get(cell.indicatorVersionId) ?? { seenVersion: 0 };
    return { ...cell, ...content, version: versions.get(cell.indicatorVersionId) ?? cell.version };
  });
  return { ...report, cells };
}
