import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { type MergeField, type Theirs, useMerge } from '#client/core/form/merge.tsx';
import type { Problem } from '#client/core/problem.ts';
import { useAction } from '#client/core/use-action.ts';

type Options<V extends FieldValues, Version> = {
  form: Pick<UseFormReturn<V, unknown, V>, 'getValues' | 'reset'>;
  /** What the form began with, and its version. Later ones are not taken in silence. */
  base: { values: V; version: Version };
  fields: { [Name in keyof V]: MergeField<V[Name]> };
  /** Writes over this version; rejects with a conflict when somebody was quicker. */
  write: (values: V, version: Version | number) => Promise<unknown>;
  loadTheirs: () => Promise<Theirs<V>>;
  /** Toast after it is saved. */
  done: string;
  onDone: () => unknown;
};

type MergedSave<V> = {
  save: (values: V) => void;
  retry: () => void;
  pending: boolean;
  /** Everything that went wrong but a conflict, which the dialog deals with. */
  problem: Problem | null;
  dialog: ReactNode;
};

/** Saving a form that is opened, filled in and closed; whoever comes second chooses field by field. */
export function useMergedSave<V extends FieldValues, Version extends number | null>(
  options: Options<V, Version>,
): MergedSave<V> {
  const { form, fields, write, loadTheirs, done, onDone } = options;
  const begun = useRef(options.base);
  const over = useRef<Version | number>(options.base.version);
  const save = useAction((values: V) => write(values, over.current), {
    done,
    onDone,
    onProblem: (problem) => merge.ask(problem),
  });
  const merge = useMerge<V>({
    fields,
    base: begun.current.values,
    mine: () => form.getValues(),
    loadTheirs,
    onMerged: async (values, version) => {
      over.current = version;
      form.reset(values, { keepDefaultValues: true });
      save.dismiss();
      await save.run(values);
    },
  });
  return {
    save: (values) => void save.run(values),
    retry: () => void save.retry(),
    pending: save.pending,
    problem: save.problem?.kind === 'conflict' ? null : save.problem,
    dialog: merge.dialog,
  };
}
