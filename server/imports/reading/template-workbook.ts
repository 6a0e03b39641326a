import type { ListOption } from '#shared/imports/fields/import-field.ts';
import type { ImportKind } from '#shared/imports/imports.schema.ts';

/** Values of the lists that live in the database, by list name. */
export type TemplateLists = Readonly<Record<string, readonly ListOption[]>>;

/** Biểu mẫu: an .xlsx with the headings of a kind, one example row, drop-downs and a sheet of explanations. */
export async function templateWorkbook(kind: ImportKind, lists: TemplateLists): Promise<Buffer> {
  throw new Error(`not yet: ${kind} ${Object.keys(lists).length}`);
}
