import type { ImportRowRow, ImportRunRow } from '#db/imports/imports.table.ts';
import type { Keys } from '#server/core/keys.ts';
import type { RowIn } from '#server/imports/kinds/kind.ts';
import { readCellOf, type StoredCell, storedCell, VEILED } from '#server/imports/stored-cells.ts';
import { isMark, markedSex, readValue, sexOfHeading } from '#shared/imports/cell-values.rules.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type {
  ChosenColumns,
  Correction,
  FoundColumn,
  FoundSheets,
  ReadCell,
  RowReason,
} from '#shared/imports/imports.schema.ts';
import { type ValueList, valueList } from '#shared/imports/suggestions.rules.ts';

/** Fields whose values are never stored in clear beside a run. */
export const SENSITIVE: readonly string[] = ['cccd', 'ethnicity'];

type Column = {
  field: ImportField;
  heading: string;
  /** Of a column of marks for one sex: what a person without a mark is. */
  unmarked: 'male' | 'female' | null;
  list: ValueList | undefined;
  corrections: ReadonlyMap<string, string>;
};

/** Turns the cells of a run into values of its fields, with the corrections of the person. */
export class RowReader {
  readonly #columns: readonly Column[];
  readonly #keys: Keys;
  readonly #today: string;

  constructor(
    run: Pick<ImportRunRow, 'found' | 'chosen' | 'corrections'>,
    fields: readonly ImportField[],
    lists: Readonly<Record<string, ValueList>>,
    { keys, today }: { keys: Keys; today: string },
  ) {
    this.#keys = keys;
    this.#today = today;
    const corrections = JSON.parse(run.corrections) as Correction[];
    const found = foundColumns(run);
    this.#columns = takenColumns(run).map(({ index, field: id }) => {
      const field = fields.find((one) => one.id === id);
      if (!field) throw new Error(`no field ${id}`);
      return {
        field,
        heading: found.get(index)?.heading ?? '',
        unmarked: field.type === 'sex' ? unmarkedSex(found.get(index)) : null,
        list: field.list ? lists[field.list] : field.options && valueList(field.options),
        corrections: new Map(corrections.filter((one) => one.field === id).map(({ from, to }) => [from, to])),
      };
    });
  }

  /** @param cells in the order of the columns that are taken */
  read(rowNumber: number, cells: readonly ReadCell[], decided: string | null): RowIn {
    const values: Record<string, string | number | boolean | null> = {};
    const reasons: RowReason[] = [];
    for (const [position, { field, heading, list, corrections }] of this.#columns.entries()) {
      const given = corrected(cells[position] ?? { kind: 'empty' }, corrections);
      const cell = field.type === 'sex' ? markedSex(given, heading) : given;
      const read = readValue(cell, field, this.#today, list);
      if (read.ok) values[field.id] = read.value;
      else reasons.push(SENSITIVE.includes(field.id) ? veiledReason(read.reason) : read.reason);
    }
    for (const { field, unmarked } of this.#columns)
      if (unmarked !== null && values[field.id] === null && isPerson(values)) values[field.id] = unmarked;
    return { rowNumber, values, reasons, decided };
  }

  stored(cells: readonly ReadCell[]): StoredCell[] {
    return this.#columns.map(({ field }, position) =>
      storedCell(cells[position] ?? { kind: 'empty' }, this.#keys, SENSITIVE.includes(field.id)),
    );
  }

  /** The row again, from what was stored of it. */
  reread({ rowNumber, cells, decided }: Pick<ImportRowRow, 'rowNumber' | 'cells' | 'decided'>): RowIn {
    const stored = JSON.parse(cells) as StoredCell[];
    return this.read(
      rowNumber,
      stored.map((cell) => readCellOf(cell, this.#keys)),
      decided,
    );
  }
}

/** Why a value is wrong, without the value and without what it may mean. */
function veiledReason({ suggestions: _, facts, ...reason }: RowReason): RowReason {
  return { ...reason, ...(facts && { facts: { ...facts, ...('found' in facts && { found: VEILED }) } }) };
}

/** Columns that are read, in the order in which cells are stored. */
export function takenColumns({ chosen }: Pick<ImportRunRow, 'chosen'>) {
  if (chosen === null) throw new Error('no columns were chosen');
  return (JSON.parse(chosen) as ChosenColumns).columns.flatMap(({ index, field, encoding }) =>
    field === null ? [] : [{ index, field, encoding }],
  );
}

function foundColumns({ found, chosen }: Pick<ImportRunRow, 'found' | 'chosen'>): ReadonlyMap<number, FoundColumn> {
  if (found === null || chosen === null) return new Map();
  const { sheets } = JSON.parse(found) as FoundSheets;
  const sheet = sheets.find(({ name }) => name === (JSON.parse(chosen) as ChosenColumns).sheet);
  return new Map(sheet?.columns.map((column) => [column.index, column]));
}

/** Of a column "Nữ" in which the office marks women: whoever has no mark is a man. Without any mark it says nothing. */
function unmarkedSex(column: FoundColumn | undefined): 'male' | 'female' | null {
  const sex = column ? sexOfHeading(column.heading) : null;
  if (sex === null || !column?.samples.some(({ before }) => isMark(before))) return null;
  return sex === 'male' ? 'female' : 'male';
}

const isPerson = ({ kind, birthOn, cccd, personClass }: RowIn['values']): boolean =>
  kind ? kind === 'individual' : Boolean(birthOn || cccd || personClass);

function corrected(cell: ReadCell, corrections: ReadonlyMap<string, string>): ReadCell {
  if (corrections.size === 0 || cell.kind === 'empty') return cell;
  const to = corrections.get(cell.text);
  if (to === undefined) return cell;
  return to === '' ? { kind: 'empty' } : { kind: 'text', text: to };
}
