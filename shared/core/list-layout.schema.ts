import * as z from 'zod/mini';
import type { Localized } from '#shared/core/localized.ts';

/** Mật độ: how high the lines of a list are. */
export const density = z.enum(['dense', 'normal']);
export type Density = z.infer<typeof density>;
export const DENSITY_LABELS: Readonly<Record<Density, Localized>> = {
  dense: { vi: 'Dày', en: 'Dense' },
  normal: { vi: 'Thường', en: 'Normal' },
};

/** Widths of columns in px: a column is never lost from sight, nor wider than a screen. */
export const NARROWEST_PX = 48;
export const WIDEST_PX = 900;

const columnId = z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]{0,29}$/));

/** How somebody wants the columns of a list: their order, which are hidden, their widths in px, and the density. */
export const listLayout = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        id: columnId,
        hidden: z.optional(z.boolean()),
        width: z.optional(z.int().check(z.minimum(NARROWEST_PX), z.maximum(WIDEST_PX))),
      }),
    )
    .check(z.maxLength(40)),
  density,
});
export type ListLayout = z.infer<typeof listLayout>;
export type ColumnLayout = ListLayout['columns'][number];
