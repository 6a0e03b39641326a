import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { type Problem, readProblem } from '#client/core/problem.ts';

/** `refused`: the server said no (a conflict, a closed report); it is not tried again until the next change. */
export type AutosaveState =
  | { kind: 'idle' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed' }
  | { kind: 'refused'; problem: Problem };

export type Autosave<Value> = {
  /** A new value; saved two seconds after the last one. */
  change(value: Value): void;
  /** Saves at once; true when nothing is left unsaved. Call before sending or leaving. */
  flush(): Promise<boolean>;
  state(): AutosaveState;
  subscribe(listener: () => void): () => void;
};

type Options<Value> = {
  save: (value: Value) => Promise<unknown>;
  delayMs?: number;
  now?: () => Date;
};

const LONGEST_RETRY_MS = 10_000;

/**
 * Keeps the newest value until the server has it: one call at a time, the newest value wins, a lost connection is
 * tried again after 1, 2, 4 … 10 seconds and as soon as the network is back. Closing the tab meanwhile is asked about.
 * It goes on after its page is left.
 */
export function createAutosave<Value>({
  save,
  delayMs = 2000,
  now = () => new Date(),
}: Options<Value>): Autosave<Value> {
  let unsaved: { value: Value } | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let state: AutosaveState = { kind: 'idle' };
  const listeners = new Set<() => void>();

  function show(next: AutosaveState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(), ms);
  }

  function attempt(): Promise<void> {
    clearTimeout(timer);
    if (running) return running;
    const sending = unsaved;
    if (sending === null) return Promise.resolve();
    show({ kind: 'saving' });
    running = save(sending.value)
      .then(
        () => {
          failures = 0;
          if (unsaved === sending) {
            unsaved = null;
            stopGuarding();
            show({ kind: 'saved', at: now() });
          } else {
            show({ kind: 'waiting' });
            schedule(delayMs);
          }
        },
        (error: unknown) => {
          const problem = readProblem(error);
          if (problem.kind === 'offline' || problem.kind === 'unexpected') {
            failures += 1;
            show({ kind: 'failed' });
            schedule(Math.min(LONGEST_RETRY_MS, 500 * 2 ** failures));
          } else {
            show({ kind: 'refused', problem });
          }
        },
      )
      .finally(() => {
        running = null;
      });
    return running;
  }

  const retryNow = (): void => void attempt();
  const askBeforeClosing = (event: BeforeUnloadEvent): void => event.preventDefault();

  function guard(): void {
    window.addEventListener('online', retryNow);
    window.addEventListener('beforeunload', askBeforeClosing);
  }

  function stopGuarding(): void {
    window.removeEventListener('online', retryNow);
    window.removeEventListener('beforeunload', askBeforeClosing);
  }

  return {
    change(value) {
      if (unsaved === null) guard();
      unsaved = { value };
      if (state.kind !== 'saving') show({ kind: 'waiting' });
      if (!running) schedule(delayMs);
    },
    async flush() {
      // What is being saved may already be old: save it, then what came after it, once.
      await attempt();
      if (unsaved !== null && (state as AutosaveState).kind === 'waiting') await attempt();
      return unsaved === null;
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Autosave for a page. `save` may use the newest props and state (e.g. the version last seen).
 * Leaving the page saves at once.
 */
export function useAutosave<Value>(save: (value: Value) => Promise<unknown>): {
  state: AutosaveState;
  change: (value: Value) => void;
  flush: () => Promise<boolean>;
} {
  const latest = useRef(save);
  latest.current = save;
  const autosave = useMemo(() => createAutosave<Value>({ save: (value) => latest.current(value) }), []);
  const state = useSyncExternalStore(autosave.subscribe, autosave.state);
  useEffect(() => () => void autosave.flush(), [autosave]);
  return { state, change: autosave.change, flush: autosave.flush };
}
