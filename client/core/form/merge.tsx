import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import type { MergeRow } from '#client/core/form/merge-dialog.tsx';
import { MergeWaiting } from '#client/core/form/merge-waiting.tsx';
import { type Choices, compareThree, isSameValue, mergeThree } from '#client/core/form/three-way.ts';
import { type Problem, readProblem } from '#client/core/problem.ts';

const MergeDialog = lazy(() => import('#client/core/form/merge-dialog.tsx'));

export type MergeField<T> = {
  /** As the form calls it, in the language of the screen. */
  label: string;
  /** The value as a reader sees it; '' when there is nothing. */
  show: (value: T) => string;
  /** Text of several lines, or a list: both versions may be kept, one after the other. */
  canJoin?: boolean;
};

export type Theirs<V> = {
  values: V;
  version: number;
  /** Who saved it and when (ISO, UTC); taken from the refusal when the server told them there. */
  who?: string | undefined;
  at?: string | undefined;
};

type Options<V> = {
  fields: { [Name in keyof V]: MergeField<V[Name]> };
  /** What the form began with: the version last read or saved here, not what a background refetch brought. */
  base: V;
  /** What stands in the form now. */
  mine: () => V;
  /** Reads what is saved now, past any cache. */
  loadTheirs: () => Promise<Theirs<V>>;
  /** Puts the merged values into the form and saves them over `version`; may reject with a further conflict. */
  onMerged: (values: V, version: number) => void | Promise<void>;
};

export type Merge = {
  /** True when the problem was a conflict: the dialog opens. False for every other problem. */
  ask: (problem: Problem | null) => boolean;
  /** From the conflict until the chosen version is saved: autosave rests, other alerts about it stay away. */
  waiting: boolean;
  /** To be put above the form: the dialog, or the line that opens it again when it was closed. */
  dialog: ReactNode;
};

/** The three versions the dialog speaks of; they stand still while the person chooses. */
type Versions<V> = { problem: Problem; base: V; mine: V; theirs: Theirs<V> };
type State<V> =
  | { kind: 'none' }
  | { kind: 'loading' | 'closed'; problem: Problem }
  | { kind: 'failed'; problem: Problem; why: Problem }
  | { kind: 'choosing'; versions: Versions<V>; why: Problem | null; busy: boolean }
  | { kind: 'saving'; problem: Problem };

/**
 * The second of two editors: both versions field by field, what only one side changed taken over and listed, the
 * rest chosen, then saved over the newer version. A third editor in between brings the dialog again. Nothing typed
 * is given up: closed without a choice, it stays on the screen, unsaved, and says so.
 */
export function useMerge<V extends object>(options: Options<V>): Merge {
  const latest = useRef(options);
  latest.current = options;
  const [state, setState] = useState<State<V>>({ kind: 'none' });
  const now = useRef(state);
  // After a choice the other side's version is what both began from, until the form itself begins anew.
  const met = useRef<{ formBase: V; base: V; version: number } | null>(null);

  function show(next: State<V>): void {
    now.current = next;
    setState(next);
  }

  function baseOf(): V {
    const { base } = latest.current;
    return met.current && isSameValue(met.current.formBase, base) ? met.current.base : base;
  }

  async function load(problem: Problem): Promise<void> {
    show({ kind: 'loading', problem });
    try {
      const theirs = await latest.current.loadTheirs();
      const versions = { problem, base: baseOf(), mine: latest.current.mine(), theirs };
      const fates = Object.values(compareThree(versions.base, versions.mine, theirs.values));
      const touched = fates.some((fate) => fate === 'theirs' || fate === 'both');
      // Only something beside these fields moved, e.g. a file was attached: nothing to choose, once per version.
      if (!touched && met.current?.version !== theirs.version) {
        show({ kind: 'saving', problem });
        await finish(versions, {});
      } else show({ kind: 'choosing', versions, why: null, busy: false });
    } catch (error) {
      show({ kind: 'failed', problem, why: readProblem(error) });
    }
  }

  async function finish(versions: Versions<V>, choices: Choices<V>): Promise<void> {
    const { base, mine, theirs } = versions;
    const merged = mergeThree(base, mine, theirs.values, choices);
    const before = met.current;
    met.current = { formBase: latest.current.base, base: theirs.values, version: theirs.version };
    const begun = now.current;
    try {
      await latest.current.onMerged(merged, theirs.version);
      // Saving may have met a third editor, who is asked about already.
      if (now.current === begun) show({ kind: 'none' });
    } catch (error) {
      // Where the form did not take the merged values, both sides still begin where they did.
      if (!isSameValue(latest.current.mine(), merged)) met.current = before;
      const why = readProblem(error);
      if (why.kind === 'conflict') await load(why);
      else show({ kind: 'choosing', versions, why, busy: false });
    }
  }

  function choose(versions: Versions<V>, choices: Choices<V>): void {
    show({ kind: 'choosing', versions, why: null, busy: true });
    void finish(versions, choices);
  }

  function rows({ base, mine, theirs }: Versions<V>): MergeRow[] {
    const { fields } = latest.current;
    const fates = compareThree(base, mine, theirs.values);
    return (Object.keys(fields) as (keyof V & string)[])
      .filter((name) => fates[name] !== undefined && fates[name] !== 'same')
      .map((name) => {
        const { label, show: word, canJoin = false } = fields[name];
        const [was, ours, other] = [base, mine, theirs.values].map((values) => word(values[name]));
        return { name, label, fate: fates[name], base: was ?? '', mine: ours ?? '', theirs: other ?? '', canJoin };
      });
  }

  function ask(problem: Problem | null): boolean {
    if (problem?.kind !== 'conflict') return false;
    if (now.current.kind !== 'loading') void load(problem);
    return true;
  }

  return { ask, waiting: state.kind !== 'none', dialog: view() };

  function view(): ReactNode {
    if (state.kind === 'none') return null;
    const versions = state.kind === 'choosing' ? state.versions : undefined;
    const problem = state.kind === 'choosing' ? state.versions.problem : state.problem;
    const told = toldBy(problem);
    const by = { who: versions?.theirs.who ?? told.who, at: versions?.theirs.at ?? told.at };
    const canOpen = state.kind === 'closed' || state.kind === 'failed';
    return (
      <>
        <MergeWaiting
          {...by}
          problem={state.kind === 'failed' ? state.why : null}
          onOpen={canOpen ? () => void load(problem) : undefined}
        />
        {state.kind === 'choosing' && (
          <Suspense fallback={null}>
            <MergeDialog
              {...by}
              key={state.versions.theirs.version}
              rows={rows(state.versions)}
              problem={state.why}
              pending={state.busy}
              onClose={() => !state.busy && show({ kind: 'closed', problem })}
              onChoose={(choices) => choose(state.versions, choices as Choices<V>)}
            />
          </Suspense>
        )}
      </>
    );
  }
}

/** Who was quicker and when, as the refusal says it. */
function toldBy({ reasons }: Problem): { who: string | undefined; at: string | undefined } {
  const facts = reasons.find((reason) => reason.facts?.who !== undefined)?.facts;
  const told = (value: unknown) => (typeof value === 'string' && value !== '…' ? value : undefined);
  return { who: told(facts?.who), at: told(facts?.changedAt) };
}
