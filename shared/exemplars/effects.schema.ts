import * as z from 'zod/mini';
import { fold } from '#shared/core/fold.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { htmlSignIn } from '#shared/core/plain-text.ts';
import type { Reason } from '#shared/core/reason.ts';

/** Effects are kept with two decimals: "40" is 4000. */
export const EFFECT_DECIMALS = 2;
export const MOST_EFFECTS = 20;

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));

/** One figure of an effect: what changed, before (null: nothing to compare with) and after, scaled. */
export const effectRow = z.strictObject({
  what: line(200),
  beforeValue: z.nullable(z.int()),
  afterValue: z.nullable(z.int()),
  unitOfMeasure: line(40),
  source: line(200),
});
export type EffectRow = z.infer<typeof effectRow>;
export const effectRows = z.array(effectRow).check(z.maxLength(MOST_EFFECTS));

export const NO_EFFECT: EffectRow = { what: '', beforeValue: null, afterValue: null, unitOfMeasure: '', source: '' };

/** Why the rows cannot be saved, each with its row and field; empty when they can. */
export function effectReasons(rows: readonly EffectRow[]): Reason[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const at = (field: string) => `effects.${index}.${field}`;
    const number = index + 1;
    const found: Reason[] = [];
    if (row.what === '') found.push({ code: 'effect.what-missing', field: at('what'), facts: { row: number } });
    if (row.afterValue === null)
      found.push({ code: 'effect.after-missing', field: at('afterValue'), facts: { row: number } });
    if (row.unitOfMeasure === '')
      found.push({ code: 'effect.unit-missing', field: at('unitOfMeasure'), facts: { row: number } });
    for (const field of ['what', 'unitOfMeasure', 'source'] as const) {
      const html = htmlSignIn(row[field]);
      if (html !== undefined) found.push({ code: 'exemplar.text-html', field: at(field), facts: { found: html } });
    }
    const key = fold(`${row.what} ${row.unitOfMeasure}`);
    const first = seen.get(key);
    if (row.what !== '' && first !== undefined)
      found.push({ code: 'effect.twice', field: at('what'), facts: { row: number, first, what: row.what } });
    else seen.set(key, number);
    return found;
  });
}

/** 4000 → '40', 1250 → '12,5': without the zeros that say nothing. */
export function formatEffect(scaled: number | null): string {
  if (scaled === null) return '–';
  // Both decimals always stand there, so only zeros behind the comma can go.
  return formatScaled(scaled, EFFECT_DECIMALS).replace(/,?0+$/, (zeros, at: number, whole: string) =>
    whole.indexOf(',') <= at ? '' : zeros,
  );
}

/** 'Hộ có đèn: 120 → 480 hộ' for a list, a copied text, the history. */
export function effectText({ what, beforeValue, afterValue, unitOfMeasure }: EffectRow): string {
  const figures =
    beforeValue === null ? formatEffect(afterValue) : `${formatEffect(beforeValue)} → ${formatEffect(afterValue)}`;
  return `${what}: ${figures} ${unitOfMeasure}`;
}

/** What a search for an effect looks in, without accents. */
export const effectFold = ({ what, unitOfMeasure }: Pick<EffectRow, 'what' | 'unitOfMeasure'>): string =>
  fold(`${what} ${unitOfMeasure}`);
