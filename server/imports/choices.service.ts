import type * as z from 'zod/mini';
import { findRun } from '#db/imports/imports.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { workOf } from '#server/imports/check.job.ts';
import { KINDS } from '#server/imports/kinds.ts';
import { notFound } from '#shared/core/refusal.ts';
import type { importChoicesInput } from '#shared/imports/imports.schema.ts';

/**
 * Every value that a cell of this field may have, for choosing by hand where none of the nearest is meant.
 * Empty for a field without a list.
 * @throws not-found when the import is out of reach or has no such field
 */
export async function importChoices(
  ctx: ActorContext,
  { id, field }: z.infer<typeof importChoicesInput>,
): Promise<{ value: string; label: string }[]> {
  const db = ctx.db.longReads;
  const run = await findRun(db, ctx.access, id);
  if (!run) throw notFound('import');
  const kind = KINDS[run.kind];
  const known = kind.fields.find((each) => each.id === field);
  if (!known) throw notFound('import.field');
  const { options = [], list } = known;
  const { lists } = list === undefined ? { lists: {} } : await kind.open(db, workOf(ctx, run, true));
  const all = list === undefined ? options : (lists[list as keyof typeof lists] as { options: typeof options }).options;
  // Two units of one name would look the same in a list; the label must tell them apart or the value stands beside it.
  const seen = new Map<string, number>();
  for (const { label } of all) seen.set(label, (seen.get(label) ?? 0) + 1);
  return all.map(({ value, label }) => ({ value, label: seen.get(label) === 1 ? label : `${label} (${value})` }));
}
