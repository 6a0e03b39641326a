import type { ValueStatus } from '#shared/reports/reports.schema.ts';
import type { Said, WorkbookChoice, WorkbookPart } from '#shared/reports/workbook.schema.ts';

/** One row of a report; the figure scaled by the decimals of its indicator. */
export type RowContent = { value: number | null; valueStatus: ValueStatus; sourceOffice: string; note: string };

/**
 * What became of one cell since the form was downloaded. `same`: there is nothing to take over; `file`: only the file
 * changed it; `now`: only the system did; `both`: they changed it differently; `unclear`: the file's figure can be read
 * in two ways. For the last two a person has to choose.
 */
export type CellFate = 'same' | 'file' | 'now' | 'both' | 'unclear';

/** One cell of the form: as it was downloaded (null: no longer known), as it is now, as the file has it. */
export type CellCompared = {
  part: WorkbookPart;
  fate: CellFate;
  was: number | string | null;
  now: number | string | null;
  file: number | string | null;
  readings: readonly number[];
  /** The figure that the file's was probably meant to be (a slip of the unit of measure); null: it looks right. */
  meant: number | null;
};

const PARTS = ['value', 'valueStatus', 'sourceOffice', 'note'] as const satisfies readonly WorkbookPart[];

/**
 * Compares what the file says of a row with what was downloaded and with what is saved now.
 *
 * @param base the row as it stood in the version that was downloaded; null where that is not kept any more
 * @param meantBy the figure that one was probably meant to be, null where it looks right
 */
export function compareRow(
  base: RowContent | null,
  said: Said,
  now: RowContent,
  meantBy: (value: number) => number | null = () => null,
): CellCompared[] {
  return PARTS.map((part) => {
    const was = base ? base[part] : null;
    if (part === 'value' && said.readings !== undefined)
      return {
        part,
        fate: 'unclear',
        was,
        now: now.value,
        file: said.text ?? '',
        readings: said.readings,
        meant: null,
      };
    const isSaid = said[part] !== undefined;
    const file = isSaid ? (said[part] as number | string | null) : (base ?? now)[part];
    const fate = fateOf(base !== null, was, file, now[part]);
    const meant = part === 'value' && typeof file === 'number' && fate !== 'same' ? meantBy(file) : null;
    return { part, fate, was, now: now[part], file, readings: [], meant };
  });
}

function fateOf(isKnown: boolean, was: unknown, file: unknown, now: unknown): CellFate {
  if (file === now) return 'same';
  if (!isKnown) return 'both';
  if (was === now) return 'file';
  return was === file ? 'now' : 'both';
}

/** Has a person to say what becomes of this cell? */
export const asksChoice = ({ fate }: Pick<CellCompared, 'fate'>): boolean => fate === 'both' || fate === 'unclear';

/** May this be chosen for the cell? */
export function isChoiceOf({ fate, readings, meant }: CellCompared, take: WorkbookChoice): boolean {
  if (take === 'now') return true;
  if (take === 'meant') return meant !== null;
  if (take === 'file') return fate !== 'unclear';
  return fate === 'unclear' && readings.length > (take === 'reading-1' ? 0 : 1);
}

/**
 * The row as it will be saved. What only the file changed is taken unless told otherwise; what only the system changed
 * stays. Null: a cell that asks for a choice has none, or one it cannot have.
 */
export function mergedRow(
  cells: readonly CellCompared[],
  takes: ReadonlyMap<WorkbookPart, WorkbookChoice>,
): RowContent | null {
  const merged: Partial<Record<WorkbookPart, unknown>> = {};
  for (const cell of cells) {
    const take = takes.get(cell.part) ?? (asksChoice(cell) ? undefined : cell.fate === 'file' ? 'file' : 'now');
    if (take === undefined || !isChoiceOf(cell, take)) return null;
    merged[cell.part] = chosenOf(cell, take);
  }
  return merged as RowContent;
}

/** What a choice makes of the cell. */
export function chosenOf({ now, file, readings, meant }: CellCompared, take: WorkbookChoice): number | string | null {
  if (take === 'now') return now;
  if (take === 'file') return file;
  if (take === 'meant') return meant;
  return readings[take === 'reading-1' ? 0 : 1] ?? null;
}
