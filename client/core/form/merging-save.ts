import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { type MergeField, type Theirs, useMerge } from '#client/core/form/merge.tsx';
import { isSameValue } from '#client/core/form/three-way.ts';
import type { Problem } from '#client/core/problem.ts';
import { toast } from '#client/core/toast.tsx';
import { useAction } from '#client/core/use-action.ts';

export type MergingOptions<V, Version extends number | null = number> = {
  fields: { [Name in keyof V]: MergeField<V[Name]> };
  /** What the form began with, and the version it was read at; null where nothing is saved yet. */
  begin: V;
  version: Version;
  /** What stands in the form now, and a way to put something else there; for a checked form, `ofForm`. */
  read: () => V;
  put: (values: V) => void;
  /** Writes over this version; rejects with a conflict when somebody was quicker. */
  send: (values: V, seenVersion: Version | number, idempotencyKey: string) => Promise<{ version: number }>;
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

/**
 * Saving over the version a form began with; the second of two editors chooses field by field. A form that must not
 * take a newer version in silence keeps the `begin` and `version` it was opened with.
 */
export function useMergingSave<V extends object, Version extends number | null = number>(
  options: MergingOptions<V, Version>,
): MergingSave<V> {
  const { fields, begin, version: newest, read, put, send, load, done, onDone } = options;
  const queryClient = useQueryClient();
  const seen = useRef<{ values: V; version: Version | number }>({ values: begin, version: newest });
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
      toast(done);
      onDone?.();
      await queryClient.invalidateQueries();
    },
  });
  // Where nothing is typed here, or only other parts of the record moved, the newer version is simply the present one.
  useEffect(() => {
    if ((newest ?? 0) <= (seen.current.version ?? 0)) return;
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

/** How a checked form is read, and filled with something else; what it began with still counts as its beginning. */
export const ofForm = <V extends FieldValues>(
  form: Pick<UseFormReturn<V>, 'getValues' | 'reset'>,
): Pick<MergingOptions<V>, 'read' | 'put'> => ({
  read: () => structuredClone(form.getValues()),
  put: (values) => form.reset(values, { keepDefaultValues: true }),
});
