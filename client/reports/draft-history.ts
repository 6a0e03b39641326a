import { isSameValue } from '#client/core/form/three-way.ts';
import type { GridCell, GridChange } from '#shared/reports/grid-block.rules.ts';

type Grid = Readonly<Record<string, GridCell>>;
type Step = { cells: (GridChange & { from: GridChange['to'] })[]; typedIn: string | undefined };

/** `skipped`: cells that hold something else by now, because somebody else saved them; they are left alone. */
export type StepBack = { changes: GridChange[]; skipped: number };

const MOST_STEPS = 200;

/**
 * What was done to the form, to be taken back and done again, also after it was saved. Typing in one cell is one step
 * until the cell is left; a paste of three hundred cells is one step.
 */
export class DraftHistory {
  #past: Step[] = [];
  #future: Step[] = [];
  #open = false;

  /** `typedIn`: the cell that is being typed in, for changes that come letter by letter. */
  record(grid: Grid, changes: readonly GridChange[], typedIn?: string): void {
    const cells = changes
      .map((change) => ({ ...change, from: grid[change.id]![change.part] }))
      .filter(({ from, to }) => !isSameValue(from, to));
    if (cells.length === 0) return;
    this.#future = [];
    const last = this.#past.at(-1);
    if (this.#open && typedIn !== undefined && last?.typedIn === typedIn) {
      last.cells = [{ ...cells[0]!, from: last.cells[0]!.from }];
      return;
    }
    this.#past = [...this.#past.slice(1 - MOST_STEPS), { cells, typedIn }];
    this.#open = typedIn !== undefined;
  }

  /** The cell was left: what is typed next is a step of its own. */
  close(): void {
    this.#open = false;
  }

  /** Is this cell being typed in, with something to take back? */
  isTyping(cell: string): boolean {
    return this.#open && this.#past.at(-1)?.typedIn === cell;
  }

  undo(grid: Grid): StepBack | null {
    const step = this.#past.pop();
    if (!step) return null;
    this.#open = false;
    this.#future.push(step);
    return stepTo(grid, step, 'to', 'from');
  }

  redo(grid: Grid): StepBack | null {
    const step = this.#future.pop();
    if (!step) return null;
    this.#past.push(step);
    return stepTo(grid, step, 'from', 'to');
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }
}

function stepTo(grid: Grid, { cells }: Step, expected: 'from' | 'to', wanted: 'from' | 'to'): StepBack {
  const free = cells.filter((cell) => isSameValue(grid[cell.id]?.[cell.part], cell[expected]));
  const changes = free.map((cell) => ({ id: cell.id, part: cell.part, to: cell[wanted] }));
  return { changes, skipped: cells.length - free.length };
}
