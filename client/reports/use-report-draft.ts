import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { type AutosaveState, useAutosave } from '#client/core/form/autosave.ts';
import type { Merge } from '#client/core/form/merge.tsx';
import { isSameValue } from '#client/core/form/three-way.ts';
import type { VnNumberValue } from '#client/core/form/vn-number-field.tsx';
import { readProblem } from '#client/core/problem.ts';
import type { Report, ReportCellView } from '#client/reports/report-types.ts';
import { useReportMerge } from '#client/reports/use-report-merge.ts';
import type { ReportCell, ValueStatus } from '#shared/reports/reports.schema.ts';

/** A row as it stands on the screen; a figure that cannot be read yet is its text. */
export type DraftCell = { value: VnNumberValue; valueStatus: ValueStatus; sourceOffice: string; note: string };
export type Draft = Readonly<Record<string, DraftCell>>;

export type ReportDraft = {
  cells: Draft;
  change: (id: string, patch: Partial<DraftCell>) => void;
  state: AutosaveState;
  flush: () => Promise<boolean>;
  /** Rows somebody else saved meanwhile; nothing is saved until the person chooses. */
  merge: Merge;
};

const contentOf = ({ value, valueStatus, sourceOffice, note }: ReportCellView): DraftCell => ({
  value,
  valueStatus,
  sourceOffice,
  note,
});

/**
 * The figures of one report while they are typed. Rows that were touched are saved together; what the server holds
 * is kept in the query cache, so that the page can be left and opened again without asking.
 */
export function useReportDraft(report: Report): ReportDraft {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const query = trpc.reports.byId.queryOptions({ id: report.id });
  const [cells, setCells] = useState<Draft>(() => draftOf(report));
  const shown = useRef(cells);
  const dirty = useRef(new Set<string>());
  // Each row as this screen last read or saved it: a row being typed keeps its own until it is saved, so that
  // somebody else's newer figure meets a conflict and is not overwritten in silence.
  const seen = useRef(seenOf(report));

  function show(next: Draft): void {
    shown.current = next;
    setCells(next);
  }

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
      autosave.change(null);
      await autosave.flush();
    },
  });

  // What comes from the server replaces whatever is not being typed.
  useEffect(() => {
    const fresh = seenOf(report);
    const isTyped = (id: string) => dirty.current.has(id) && shown.current[id] !== undefined;
    const next = Object.fromEntries(
      Object.entries(fresh).map(([id, { cell }]) => [id, isTyped(id) ? shown.current[id]! : cell]),
    );
    const kept = Object.entries(fresh).map(([id, row]) => [id, isTyped(id) ? (seen.current[id] ?? row) : row]);
    seen.current = Object.fromEntries(kept);
    shown.current = next;
    setCells(next);
  }, [report]);

  return {
    cells,
    change(id, patch) {
      show({ ...shown.current, [id]: { ...shown.current[id]!, ...patch } });
      dirty.current.add(id);
      if (typeof shown.current[id]?.value !== 'string' && !merge.waiting) autosave.change(null);
    },
    state: autosave.state,
    flush: autosave.flush,
    merge,
  };
}

type Seen = Readonly<Record<string, { version: number; cell: DraftCell }>>;
const seenOf = ({ cells }: Report): Seen =>
  Object.fromEntries(cells.map((cell) => [cell.indicatorVersionId, { version: cell.version, cell: contentOf(cell) }]));

function draftOf({ cells }: Report): Draft {
  return Object.fromEntries(cells.map((cell) => [cell.indicatorVersionId, contentOf(cell)]));
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
