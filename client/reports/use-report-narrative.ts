import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { type AutosaveState, useAutosave } from '#client/core/form/autosave.ts';
import { type Merge, useMerge } from '#client/core/form/merge.tsx';
import { readProblem } from '#client/core/problem.ts';
import { LONGEST_NARRATIVE } from '#client/reports/report-narrative.tsx';
import type { Report } from '#client/reports/report-types.ts';
import type { ReportId } from '#shared/reports/reports.schema.ts';

export type NarrativeDraft = {
  /** What stands in the box, also when it is too long to be saved. */
  text: string;
  change: (text: string) => void;
  state: AutosaveState;
  flush: () => Promise<boolean>;
  /** The version of the report after everything was saved. */
  version: () => number;
  merge: Merge;
};

/** The text of the report saves itself over the version it was read with. */
export function useReportNarrative(report: Report): NarrativeDraft {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const query = trpc.reports.byId.queryOptions({ id: report.id as ReportId });
  const [text, setText] = useState(report.narrative);
  const shown = useRef(text);
  const seen = useRef({ version: report.version, narrative: report.narrative });

  function show(next: string): void {
    shown.current = next;
    setText(next);
  }

  const autosave = useAutosave<string>(async (narrative) => {
    const { version } = seen.current;
    const saved = await client.reports.saveNarrative
      .mutate({ id: report.id as ReportId, seenVersion: version, narrative })
      .catch((error: unknown) => {
        merge.ask(readProblem(error));
        throw error;
      });
    seen.current = { version: saved.version, narrative };
    queryClient.setQueryData(query.queryKey, (before) => before && { ...before, ...saved, narrative });
  });

  const merge = useMerge<{ narrative: string }>({
    fields: { narrative: { label: t`Phần thuyết minh`, show: (value) => value, canJoin: true } },
    base: { narrative: seen.current.narrative },
    mine: () => ({ narrative: shown.current }),
    loadTheirs: async () => {
      const fresh = await queryClient.fetchQuery({ ...query, staleTime: 0 });
      return { values: { narrative: fresh.narrative }, version: fresh.version };
    },
    onMerged: async ({ narrative }, version) => {
      seen.current = { version, narrative: seen.current.narrative };
      show(narrative);
      if (narrative.length > LONGEST_NARRATIVE) return;
      autosave.change(narrative);
      await autosave.flush();
    },
  });

  // The version also moves when the report is sent or received: as long as its text is the one read here, or
  // nothing was typed, the present version is simply taken. A newer text under a typed one must meet a conflict.
  useEffect(() => {
    const { version, narrative } = report;
    if (version <= seen.current.version) return;
    const isTyped = shown.current !== seen.current.narrative;
    if (narrative !== seen.current.narrative && isTyped) return;
    if (narrative !== seen.current.narrative) {
      shown.current = narrative;
      setText(narrative);
    }
    seen.current = { version, narrative };
  }, [report]);

  return {
    text,
    change(next) {
      show(next);
      if (next.length <= LONGEST_NARRATIVE && !merge.waiting) autosave.change(next);
    },
    state: autosave.state,
    flush: autosave.flush,
    version: () => seen.current.version,
    merge,
  };
}
