import * as z from 'zod/mini';
import { listBank, listBankFields } from '#db/exemplars/bank.queries.ts';
import { listEffectsOf } from '#db/exemplars/effects.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { decodeCursor, pageOf } from '#shared/core/page.ts';
import { EXEMPLARS_ON_A_PAGE, searchWords } from '#shared/exemplars/exemplars.rules.ts';
import { exemplarId } from '#shared/exemplars/exemplars.schema.ts';
import type { BankFilters } from '#shared/exemplars/sharing.schema.ts';

/** A page of what is approved for all clusters, newest first, with effects and the number of adopters. */
export async function bankPage(ctx: ActorContext, { text, kind, field, cursor }: BankFilters) {
  const found = await listBank(ctx.db.reads, {
    words: searchWords(text),
    kind,
    field: field || undefined,
    after: decodeCursor(z.tuple([exemplarId]), cursor)?.[0],
    limit: EXEMPLARS_ON_A_PAGE + 1,
  });
  const page = pageOf(found, EXEMPLARS_ON_A_PAGE, ({ id }) => [id]);
  const effects = await listEffectsOf(
    ctx.db.reads,
    'exemplar',
    page.rows.map(({ id }) => id),
  );
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, adopters: Number(row.adopters), effects: effects.get(row.id) ?? [] })),
  };
}

/** The fields there are in the bank, for its filter. */
export async function bankFields(ctx: ActorContext): Promise<string[]> {
  return (await listBankFields(ctx.db.reads)).sort((a, b) => a.localeCompare(b, 'vi'));
}
