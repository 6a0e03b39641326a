import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { type AutosaveState, useAutosave } from '#client/core/form/autosave.ts';
import { useMerge } from '#client/core/form/merge.tsx';
import type { VnNumberValue } from '#client/core/form/vn-number-field.tsx';
import { type Problem, readProblem } from '#client/core/problem.ts';
import { type PledgeYear, type TargetCell, yearInput } from '#client/pledges/pledge-types.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { PledgeId, PledgeTarget } from '#shared/pledges/pledges.schema.ts';

/** A target as it stands on the screen; a figure that cannot be read yet is its text. */
export type DraftTarget = { value: VnNumberValue; note: string };
export type DraftTargets = Readonly<Record<string, DraftTarget>>;

export type OwnTargets = {
  targets: DraftTargets;
  change: (indicatorVersionId: string, patch: Partial<DraftTarget>) => void;
  state: AutosaveState;
  flush: () => Promise<boolean>;
  /** Why saving was refused, but for a conflict, which the dialog deals with. */
  problem: Problem | null;
  dialog: ReactNode;
};

const contentOf = ({ value, note }: TargetCell): DraftTarget => ({ value, note });
const isSame = (a: DraftTarget, b: DraftTarget) => a.value === b.value && a.note === b.note;

/** The targets of one member and their versions, as the server gave them. */
function savedOf({ pledge }: PledgeYear, unitId: string) {
  const targets: Record<string, DraftTarget> = {};
  const versions = new Map<string, number>();
  for (const { id, cells } of pledge.indicators) {
    const cell = cells.find((one) => one.unitId === unitId);
    if (!cell) continue;
    targets[id] = contentOf(cell);
    versions.set(id, cell.version);
  }
  return { targets, versions };
}

/**
 * The targets of one member while they are typed. Rows that were touched are saved together, each over the version
 * this screen has seen; where a colleague was quicker, both figures are shown and the person chooses.
 */
export function useOwnTargets(year: PledgeYear, unitId: string): OwnTargets {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const query = trpc.pledges.ofYear.queryOptions(yearInput(year.clusterYear.id));
  const id = year.pledge.id as PledgeId;
  const [begun] = useState(() => savedOf(year, unitId));
  const [targets, setTargets] = useState<DraftTargets>(begun.targets);
  const shown = useRef<DraftTargets>(targets);
  /** What the server is known to hold, and its versions: what this screen has seen. */
  const saved = useRef(begun);
  const dirty = useRef(new Set<string>());

  function show(next: DraftTargets): void {
    shown.current = next;
    setTargets(next);
  }

  const autosave = useAutosave<null>(async () => {
    const sending = [...dirty.current].flatMap((one) =>
      asInput(one, shown.current[one]!, saved.current.versions.get(one) ?? 0),
    );
    if (sending.length === 0) return;
    try {
      const answer = await client.pledges.saveTargets.mutate({ id, unitId: unitId as never, targets: sending });
      for (const { indicatorVersionId: one, value, note } of sending) {
        saved.current.targets[one] = { value, note };
        if (isSame(shown.current[one]!, { value, note })) dirty.current.delete(one);
      }
      for (const { indicatorVersionId: one, version } of answer.targets) saved.current.versions.set(one, version);
      await queryClient.invalidateQueries(query);
    } catch (error) {
      merge.ask(readProblem(error));
      throw error;
    }
  });

  const merge = useMerge<Record<string, DraftTarget>>({
    fields: Object.fromEntries(
      year.pledge.indicators.map(({ id: one, name, unitOfMeasure, decimals }) => [
        one,
        {
          label: name,
          show: ({ value, note }: DraftTarget) => {
            const figure =
              typeof value === 'number' ? `${formatScaled(value, decimals)} ${unitOfMeasure}` : (value ?? '');
            return note === '' ? figure : `${figure} (${note})`;
          },
        },
      ]),
    ),
    base: saved.current.targets,
    mine: () => ({ ...shown.current }),
    loadTheirs: async () => {
      const fresh = await queryClient.fetchQuery({ ...query, staleTime: 0 });
      if (fresh.pledge === null) throw new Error('the pledge is gone');
      const theirs = savedOf(fresh, unitId);
      saved.current = { ...saved.current, versions: theirs.versions };
      const version = Math.max(0, ...theirs.versions.values());
      return { values: theirs.targets, version };
    },
    onMerged: async (values) => {
      show(values);
      for (const one of Object.keys(values)) dirty.current.add(one);
      autosave.change(null);
      await autosave.flush();
    },
  });

  // What comes from the server replaces whatever is not being typed.
  useEffect(() => {
    const fresh = savedOf(year, unitId);
    const next: Record<string, DraftTarget> = { ...fresh.targets };
    for (const one of dirty.current) {
      const kept = shown.current[one];
      if (kept) next[one] = kept;
      // A row being typed still stands over what was there when it was begun.
      const version = saved.current.versions.get(one);
      if (version !== undefined) fresh.versions.set(one, version);
      fresh.targets[one] = saved.current.targets[one] ?? fresh.targets[one]!;
    }
    saved.current = fresh;
    shown.current = next;
    setTargets(next);
  }, [year, unitId]);

  return {
    targets,
    change(one, patch) {
      show({ ...shown.current, [one]: { ...shown.current[one]!, ...patch } });
      dirty.current.add(one);
      if (typeof shown.current[one]?.value !== 'string' && !merge.waiting) autosave.change(null);
    },
    state: autosave.state,
    flush: autosave.flush,
    problem: autosave.state.kind === 'refused' && !merge.waiting ? autosave.state.problem : null,
    dialog: merge.dialog,
  };
}

/** A row for the server; nothing while its figure cannot be read. */
function asInput(id: string, { value, note }: DraftTarget, seenVersion: number): PledgeTarget[] {
  if (typeof value === 'string') return [];
  return [{ indicatorVersionId: id as PledgeTarget['indicatorVersionId'], value, note, seenVersion }];
}
