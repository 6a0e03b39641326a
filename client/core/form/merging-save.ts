import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { type MergeField, type Theirs, useMerge } from '#client/core/form/merge.tsx';
import { isSameValue } from '#client/core/form/three-way.ts';
import type { Problem } from '#client/core/problem.ts';
import { useAction } from '#client/core/use-action.ts';

type Options<V> = {
  fields: { [Name in keyof V]: MergeField<V[Name]> };
  /** What the form began with, and the version it was read at. */
  begin: V;
  version: number;
  /** What stands in the form now, and a way to put something else there. */
  read: () => V;
  put: (values: V) => void;
  send: (values: V, seenVersion: number, idempotencyKey: string) => Promise<{ version: number }>;
  /** What is saved now, past the cache; rejects when it is gone. */
  load: () => Promise<Theirs<V>>;
  /** Toast after success. */
  done: string;
  onDone?: () => void;
};

export type MergingSave<V> = {
  save: (values: V) => Promise<unknown>;
  retry: () => Promise<unknown>;
  pending: boolean;
  /** What went wrong, but for a conflict: that one is the dialog's. */
  problem: Problem | null;
  dialog: ReactNode;
};

/** Saving over the version a form began with; the second of two editors chooses field by field. */
export function useMergingSave<V extends object>(options: Options<V>): MergingSave<V> {
  const { fields, begin, version: newest, read, put, send, load, done, onDone } = options;
  const queryClient = useQueryClient();
  const seen = useRef({ values: begin, version: newest });
  const write = async (values: V, idempotencyKey: string) => {
    const { version } = await send(values, seen.current.version, idempotencyKey);
    seen.current = { values, version };
  };
  const action = useAction(write, { done, onDone: () => onDone?.(), onProblem: (problem) => merge.ask(problem) });
  const merge = useMerge<V>({
    fields,
    base: seen.current.values,
    mine: read,
    loadTheirs: load,
    onMerged: async (values, version) => {
      seen.current = { ...seen.current, version };
      put(values);
      await write(values, ''); // only what exists is merged, and changing it needs no key
      action.dismiss();
      onDone?.();
      await queryClient.invalidateQueries();
    },
  });
  // Where nothing is typed here, or only other parts of the record moved, the newer version is simply the present one.
  useEffect(() => {
    if (newest <= seen.current.version) return;
    const isSame = isSameValue(begin, seen.current.values);
    if (!isSame && !isSameValue(read(), seen.current.values)) return;
    seen.current = { values: begin, version: newest };
    if (!isSame) put(begin);
  });
  return {
    save: action.run,
    retry: action.retry,
    pending: action.pending,
    problem: action.problem?.kind === 'conflict' ? null : action.problem,
    dialog: merge.dialog,
  };
}
