import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { type AutosaveState, useAutosave } from '#client/core/form/autosave.ts';
import type { VnNumberValue } from '#client/core/form/vn-number-field.tsx';
import { type Problem, readProblem } from '#client/core/problem.ts';
import type { Report, ReportCellView } from '#client/reports/report-types.ts';
import { cellField } from '#shared/reports/reports.rules.ts';
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
  conflict: Problem | null;
  /** Loads what is saved; the rows in conflict show it ('theirs') or keep and save what was typed ('mine'). */
  resolve: (choice: 'mine' | 'theirs') => Promise<void>;
};

const contentOf = ({ value, valueStatus, sourceOffice, note }: ReportCellView): DraftCell => ({
  value,
  valueStatus,
  sourceOffice,
  note,
});

const isSame = (a: DraftCell, b: DraftCell) =>
  a.value === b.value && a.valueStatus === b.valueStatus && a.sourceOffice === b.sourceOffice && a.note === b.note;

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
  const [conflict, setConflict] = useState<Problem | null>(null);
  const shown = useRef(cells);
  const dirty = useRef(new Set<string>());

  function show(next: Draft): void {
    shown.current = next;
    setCells(next);
  }

  const saved = (): Report => queryClient.getQueryData(query.queryKey) ?? report;

  const autosave = useAutosave<null>(async () => {
    const versions = new Map(saved().cells.map((cell) => [cell.indicatorVersionId, cell.version]));
    const sending = [...dirty.current].flatMap((id) => asInput(id, shown.current[id]!, versions.get(id) ?? 0));
    if (sending.length === 0) return;
    try {
      const answer = await client.reports.saveCells.mutate({ id: report.id, cells: sending });
      const newVersions = new Map(answer.cells.map((cell) => [cell.indicatorVersionId, cell.version]));
      for (const { indicatorVersionId: id, seenVersion: _, ...content } of sending)
        if (isSame(shown.current[id]!, content)) dirty.current.delete(id);
      queryClient.setQueryData(query.queryKey, (before) => before && withSaved(before, sending, newVersions));
    } catch (error) {
      const problem = readProblem(error);
      if (problem.kind === 'conflict') setConflict(problem);
      throw error;
    }
  });

  // What comes from the server replaces whatever is not being typed.
  useEffect(() => {
    const fresh = draftOf(report);
    const next = Object.fromEntries(
      Object.entries(fresh).map(([id, cell]) => [id, dirty.current.has(id) ? (shown.current[id] ?? cell) : cell]),
    );
    shown.current = next;
    setCells(next);
  }, [report]);

  return {
    cells,
    change(id, patch) {
      show({ ...shown.current, [id]: { ...shown.current[id]!, ...patch } });
      dirty.current.add(id);
      if (typeof shown.current[id]?.value !== 'string' && conflict === null) autosave.change(null);
    },
    state: autosave.state,
    flush: autosave.flush,
    conflict,
    async resolve(choice) {
      const fields = new Set(conflict?.reasons.map(({ field }) => field));
      const fresh = await queryClient.fetchQuery({ ...query, staleTime: 0 });
      if (choice === 'theirs') {
        const theirs = draftOf(fresh);
        const clashing = [...dirty.current].filter((id) => fields.has(cellField(id)));
        for (const id of clashing) dirty.current.delete(id);
        show({ ...shown.current, ...Object.fromEntries(clashing.map((id) => [id, theirs[id]!])) });
      }
      setConflict(null);
      autosave.change(null);
      await autosave.flush();
    },
  };
}

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
