import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type { ReadCell, RowReason } from '#shared/imports/imports.schema.ts';
import type { ValueList } from '#shared/imports/suggestions.rules.ts';

/** Dates are 'YYYY-MM-DD', numbers are text in Vietnamese notation read by the field's owner ('number') or whole numbers. */
export type CellValue = { ok: true; value: string | number | boolean | null } | { ok: false; reason: RowReason };

/**
 * Reads a cell as the value of a field. An empty cell is null, also where the field is required
 * (`import.cell-missing` is then the reason).
 *
 * @param today business day, 'YYYY-MM-DD'
 * @param list of an enumeration
 */
export function readValue(cell: ReadCell, field: ImportField, today: string, list?: ValueList): CellValue {
  return { ok: false, reason: { code: `not yet ${cell.kind} ${today} ${list}`, field: field.id } };
}
