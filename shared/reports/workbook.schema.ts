import * as z from 'zod/mini';
import { GRID_PARTS } from '#shared/reports/grid-block.rules.ts';
import { indicatorVersionId, reportId, valueStatus } from '#shared/reports/reports.schema.ts';

/** A form of sixty rows takes some twenty kilobytes. */
export const MOST_WORKBOOK_BYTES = 5 * 1024 * 1024;
const MOST_ROWS = 400;

export const workbookPart = z.enum(GRID_PARTS);
export type WorkbookPart = z.infer<typeof workbookPart>;

const version = z.int().check(z.minimum(0), z.maximum(2_000_000_000));
const scaled = z.int();

/**
 * What the file says of one row where it differs from what was written into it; a part that is not there says what it
 * said when the form was downloaded. `readings`: a figure that can be read in two ways, with the text it stands as.
 */
const said = z.strictObject({
  value: z.optional(z.nullable(scaled)),
  readings: z.optional(z.array(scaled).check(z.minLength(1), z.maxLength(2))),
  text: z.optional(z.string().check(z.maxLength(100))),
  valueStatus: z.optional(valueStatus),
  sourceOffice: z.optional(z.string().check(z.maxLength(200))),
  note: z.optional(z.string().check(z.maxLength(2_000))),
});
export type Said = z.infer<typeof said>;

/** `version`: of the figure when the form was downloaded (0: never saved); `line`: the row of the sheet. */
const workbookRow = z.strictObject({
  indicatorVersionId,
  version,
  line: z.int().check(z.minimum(1), z.maximum(2_000_000)),
  said,
});
export type WorkbookRow = z.infer<typeof workbookRow>;

const column = z.string().check(z.regex(/^[A-Z]{1,3}$/));

/**
 * A form as the server read it, sealed by the server: what is confirmed is what was read, under the name and SHA-256
 * of the file it came from. `madeAt`: when it was downloaded (instant); `until`: real time in milliseconds.
 */
export const readWorkbook = z.strictObject({
  reportId,
  fileName: z.string().check(z.minLength(1), z.maxLength(200)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  madeAt: z.string().check(z.maxLength(30)),
  until: z.int(),
  columns: z.strictObject({ value: column, valueStatus: column, sourceOffice: column, note: column }),
  rows: z.array(workbookRow).check(z.maxLength(MOST_ROWS)),
  seal: z.string().check(z.regex(/^[\w-]{43}$/)),
});
export type ReadWorkbook = z.infer<typeof readWorkbook>;

/**
 * What a person takes of one cell: what the file says, what stands there now, one of the readings, or the figure that
 * was probably meant.
 */
export const workbookChoice = z.enum(['file', 'now', 'reading-1', 'reading-2', 'meant']);
export type WorkbookChoice = z.infer<typeof workbookChoice>;

export const compareWorkbook = z.strictObject({ id: reportId, workbook: readWorkbook });
export const takeWorkbook = z.strictObject({
  id: reportId,
  workbook: readWorkbook,
  choices: z
    .array(z.strictObject({ indicatorVersionId, part: workbookPart, take: workbookChoice }))
    .check(z.maxLength(MOST_ROWS * GRID_PARTS.length)),
  /** The versions of the rows that differ, as the person saw them. */
  seen: z.array(z.strictObject({ indicatorVersionId, version })).check(z.maxLength(MOST_ROWS)),
});
