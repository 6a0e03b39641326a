import { GRID_PARTS } from '#shared/reports/grid-block.rules.ts';

/** A cell of the form: row and column among those that are typed into, both from 0. */
export type Place = { row: number; column: number };
/** A block of cells, from where it began to where it ends. */
export type Block = { from: Place; to: Place };
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field higher than this, in px, holds several lines. */
const ONE_LINE_PX = 40;

export const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** The cell that an element of the form is, or lies in. */
export function placeOf(target: EventTarget | null): Place | null {
  const within = target instanceof Element ? target.closest('td') : null;
  const field = isField(target) ? target : within?.querySelector<HTMLElement>('[data-cell]');
  const [row, column] = (field?.dataset.cell ?? '').split(':').map(Number);
  return field?.dataset.cell === undefined ? null : { row: row!, column: column! };
}

/** As in a sheet: the cell is chosen, not entered, and what is typed replaces it. */
export function isReady(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return true;
  return field.selectionStart === 0 && field.selectionEnd === field.value.length;
}

/** Whether an arrow up (-1) or down (1) has no more line to go to inside the field. */
function atEdge(field: Field, step: number): boolean {
  if (!(field instanceof HTMLTextAreaElement) || field.clientHeight <= ONE_LINE_PX) return true;
  return step < 0 ? field.selectionStart === 0 : field.selectionEnd === field.value.length;
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** Where a key leads from a cell of a form of `rows` rows; null where it is the field's own business. */
export function stepOf({ key, shiftKey, ctrlKey, metaKey }: Key, field: Field, at: Place, rows: number): Place | null {
  const last = { row: rows - 1, column: GRID_PARTS.length - 1 };
  const ready = isReady(field);
  const down = (step: number) => ({ ...at, row: Math.min(last.row, Math.max(0, at.row + step)) });
  const across = (step: number) => ({ ...at, column: Math.min(last.column, Math.max(0, at.column + step)) });
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'Enter':
      return down(shiftKey ? -1 : 1);
    case 'ArrowUp':
      return ready || atEdge(field, -1) ? down(far ? -rows : -1) : null;
    case 'ArrowDown':
      return ready || atEdge(field, 1) ? down(far ? rows : 1) : null;
    case 'ArrowLeft':
      return ready ? across(far ? -GRID_PARTS.length : -1) : null;
    case 'ArrowRight':
      return ready ? across(far ? GRID_PARTS.length : 1) : null;
    case 'Home':
      return ready ? { row: far ? 0 : at.row, column: 0 } : null;
    case 'End':
      return ready ? { row: far ? last.row : at.row, column: last.column } : null;
    default:
      return null;
  }
}

/** The corners of a block, first the upper left one. */
export function cornersOf({ from, to }: Block): Block {
  return {
    from: { row: Math.min(from.row, to.row), column: Math.min(from.column, to.column) },
    to: { row: Math.max(from.row, to.row), column: Math.max(from.column, to.column) },
  };
}

export const sizeOf = (block: Block) => {
  const { from, to } = cornersOf(block);
  return { rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
};
