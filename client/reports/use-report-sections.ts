import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { type AutosaveState, useAutosave } from '#client/core/form/autosave.ts';
import { type Merge, useMerge } from '#client/core/form/merge.tsx';
import { readProblem } from '#client/core/problem.ts';
import type { Report } from '#client/reports/report-types.ts';
import { LONGEST_SECTION, type ReportId } from '#shared/reports/reports.schema.ts';
import { canonicalText } from '#shared/reports/rich-text.rules.ts';

type Texts = Readonly<Record<string, string>>;
export type SectionsDraft = {
  texts: Texts;
  change: (headingId: string, content: string) => void;
  state: AutosaveState;
  flush: () => Promise<boolean>;
  merge: Merge;
};

type Seen = Readonly<Record<string, { version: number; content: string }>>;
const seenOf = ({ sections }: Report): Seen =>
  Object.fromEntries(sections.map(({ id, version, content }) => [id, { version, content }]));
const textsOf = (seen: Seen): Texts => Object.fromEntries(Object.entries(seen).map(([id, one]) => [id, one.content]));

/** The text under the headings saves itself, each heading over the version it was read with. */
export function useReportSections(report: Report): SectionsDraft {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const query = trpc.reports.byId.queryOptions({ id: report.id as ReportId });
  const seen = useRef(seenOf(report));
  const [texts, setTexts] = useState<Texts>(() => textsOf(seen.current));
  const shown = useRef(texts);
  const dirty = useRef(new Set<string>());

  function show(next: Texts): void {
    shown.current = next;
    setTexts(next);
  }

  const autosave = useAutosave<null>(async () => {
    const sending = [...dirty.current].flatMap((headingId) => {
      const content = shown.current[headingId] ?? '';
      return content.length > LONGEST_SECTION
        ? []
        : [{ headingId: headingId as never, content, seenVersion: seen.current[headingId]?.version ?? 0 }];
    });
    if (sending.length === 0) return;
    const id = report.id as ReportId;
    const saved = await client.reports.saveSections.mutate({ id, sections: sending }).catch((error: unknown) => {
      merge.ask(readProblem(error));
      throw error;
    });
    const versions = new Map(saved.sections.map(({ headingId, version }) => [headingId, version]));
    for (const { headingId, content } of sending) {
      seen.current = { ...seen.current, [headingId]: { version: versions.get(headingId) ?? 0, content } };
      if (shown.current[headingId] === content) dirty.current.delete(headingId);
    }
    const now = seen.current;
    queryClient.setQueryData(query.queryKey, (before) => {
      if (!before) return before;
      const sections = before.sections.map((one) => ({
        ...one,
        ...(now[one.id] && { version: now[one.id]!.version, content: canonicalText(now[one.id]!.content) }),
      }));
      return { ...before, sections };
    });
  });

  const merge = useMerge<Record<string, string>>({
    fields: Object.fromEntries(
      report.sections.map(({ id, title }) => [id, { label: title, show: (value: string) => value, canJoin: true }]),
    ),
    base: textsOf(seen.current),
    mine: () => Object.fromEntries([...dirty.current].map((id) => [id, shown.current[id] ?? ''])),
    loadTheirs: async () => {
      const fresh = await queryClient.fetchQuery({ ...query, staleTime: 0 });
      const theirs = Object.fromEntries(fresh.sections.map(({ id, content }) => [id, content]));
      const version = fresh.sections.reduce((sum, one) => sum + one.version, 0);
      return { values: Object.fromEntries([...dirty.current].map((id) => [id, theirs[id] ?? ''])), version };
    },
    onMerged: async (merged) => {
      const fresh = seenOf(queryClient.getQueryData(query.queryKey) ?? report);
      const ids = Object.keys(merged);
      seen.current = { ...seen.current, ...Object.fromEntries(ids.map((id) => [id, fresh[id]!])) };
      show({ ...shown.current, ...merged });
      autosave.change(null);
      await autosave.flush();
    },
  });

  // What comes from the server replaces whatever is not being typed, and is not taken for a change where only its
  // signs were put in order.
  useEffect(() => {
    const fresh = seenOf(report);
    const kept = (id: string) => dirty.current.has(id) || canonicalText(shown.current[id] ?? '') === fresh[id]?.content;
    const next = Object.entries(fresh).map(([id, one]) => [id, kept(id) ? (shown.current[id] ?? '') : one.content]);
    seen.current = Object.fromEntries(
      Object.entries(fresh).map(([id, one]) => [id, dirty.current.has(id) ? (seen.current[id] ?? one) : one]),
    );
    shown.current = Object.fromEntries(next);
    setTexts(shown.current);
  }, [report]);

  return {
    texts,
    change(headingId, content) {
      show({ ...shown.current, [headingId]: content });
      dirty.current.add(headingId);
      if (content.length <= LONGEST_SECTION && !merge.waiting) autosave.change(null);
    },
    state: autosave.state,
    flush: autosave.flush,
    merge,
  };
}
