import * as z from 'zod/mini';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { cursorText } from '#shared/core/page.ts';
import { reportPeriod } from '#shared/reports/reports.schema.ts';

/** What a sheet holds. */
export const importKind = z.enum(['recipients', 'awards', 'nominations', 'report-values', 'units', 'accounts']);
export type ImportKind = z.infer<typeof importKind>;
export const IMPORT_KIND_LABELS: Readonly<Record<ImportKind, Localized>> = {
  recipients: { vi: 'Tập thể, cá nhân', en: 'Recipients' },
  awards: { vi: 'Khen thưởng đã có', en: 'Past awards' },
  nominations: { vi: 'Hồ sơ đề nghị', en: 'Nominations' },
  'report-values': { vi: 'Số liệu báo cáo', en: 'Report figures' },
  units: { vi: 'Danh mục đơn vị', en: 'Units' },
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
};

/** reading → mapping → checking → checked → applying → applied → undoing → undone; or cancelled, failed. */
export const importStatus = z.enum([
  'reading',
  'mapping',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'cancelled',
  'failed',
]);
export type ImportStatus = z.infer<typeof importStatus>;

export const rowVerdict = z.enum(['new', 'changed', 'unchanged', 'wrong', 'doubtful', 'skipped']);
export type RowVerdict = z.infer<typeof rowVerdict>;
export const ROW_VERDICT_LABELS: Readonly<Record<RowVerdict, Localized>> = {
  new: { vi: 'Thêm mới', en: 'New' },
  changed: { vi: 'Thay đổi', en: 'Changed' },
  unchanged: { vi: 'Không đổi', en: 'Unchanged' },
  wrong: { vi: 'Lỗi', en: 'Wrong' },
  doubtful: { vi: 'Cần xem lại', en: 'Doubtful' },
  skipped: { vi: 'Bỏ qua', en: 'Skipped' },
};

export const IMPORT_STATUS_LABELS: Readonly<Record<ImportStatus, Localized>> = {
  reading: { vi: 'Đang đọc tệp', en: 'Reading the file' },
  mapping: { vi: 'Chờ ghép cột', en: 'Columns to be chosen' },
  checking: { vi: 'Đang kiểm tra', en: 'Checking' },
  checked: { vi: 'Đã kiểm tra, chờ xác nhận', en: 'Checked, to be confirmed' },
  applying: { vi: 'Đang ghi', en: 'Writing' },
  applied: { vi: 'Đã nhập', en: 'Imported' },
  undoing: { vi: 'Đang hoàn tác', en: 'Undoing' },
  undone: { vi: 'Đã hoàn tác', en: 'Undone' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  failed: { vi: 'Không thành công', en: 'Failed' },
};

/**
 * How the letters of a column are stored: TCVN3 (.VnTime) and VNI are turned into Unicode. `mixed`: cells of one column
 * are stored in several ways, each is decided on its own.
 */
export const textEncoding = z.enum(['unicode', 'tcvn3', 'vni', 'utf8-as-latin1', 'mixed']);
export type TextEncoding = z.infer<typeof textEncoding>;

/** A column as the reading process found it, with what it takes it for. */
export type FoundColumn = {
  /** Counted from 0. */
  index: number;
  /** Its heading, in Unicode. */
  heading: string;
  /** Up to five of its texts as they stand in the file, and the same converted. */
  samples: readonly { before: string; after: string }[];
  font: string | null;
  encoding: TextEncoding;
  /** Of the encoding, by how it was found out. */
  encodingBy: 'font' | 'letters' | 'none';
};
export type FoundSheet = {
  name: string;
  /** Row number (from 1) of the headings; the rows above are titles. */
  headerRow: number;
  /** Rows below the headings that hold anything. */
  rowCount: number;
  columns: readonly FoundColumn[];
  /** The first rows that hold anything, at most 12, in Unicode: among them the person finds the row of headings. */
  top: readonly { rowNumber: number; cells: readonly string[] }[];
  /** SHA-256 of the folded headings in order. */
  shape: string;
};
/** What the reading process says of a file. */
export type FoundSheets = { format: 'xlsx' | 'xls' | 'csv' | 'html' | 'ods' | 'xlsb'; sheets: readonly FoundSheet[] };

/** One cell as it is judged: text in Unicode NFC, a date 'YYYY-MM-DD' if the file says it is one, or what is wrong with it. */
export type ReadCell =
  | { kind: 'empty' }
  | { kind: 'text'; text: string; raw?: string }
  | { kind: 'number'; number: number; text: string }
  | { kind: 'date'; date: string; text: string }
  | { kind: 'formula'; text: string }
  | { kind: 'error'; text: string }
  | { kind: 'merged'; text: string };

export type ImportCounts = {
  total: number;
  new: number;
  changed: number;
  unchanged: number;
  wrong: number;
  doubtful: number;
  skipped: number;
  applied: number;
};

export const importRunId = idOf('ImportRun');
export type ImportRunId = z.infer<typeof importRunId>;

/**
 * Where the rows go, told when the file is sent: `PUT /imports/:kind?unitId=…&clusterYearId=…&period=…` with the
 * percent-encoded name in `x-file-name` and the bytes as body; answers 201 `{ id }`.
 * `unitId`: the unit whose awards and recipients these are; only an administrator leaves it out (the rows name units).
 * `clusterYearId`: of nominations and report values. `period`: of report values.
 */
export const importTarget = z.strictObject({
  kind: importKind,
  unitId: z.optional(idOf('Unit')),
  clusterYearId: z.optional(idOf('ClusterYear')),
  period: z.optional(reportPeriod),
});
export type ImportTarget = z.infer<typeof importTarget>;

export const importKindInput = z.strictObject({ kind: importKind });
export const importFilters = z.strictObject({
  kind: z.optional(importKind),
  cursor: z.optional(cursorText),
  direction: z.optional(z.literal('forward')),
});
export const importInput = z.strictObject({ id: importRunId });

const MOST_COLUMNS = 200;
const excelRow = z.int().check(z.minimum(1), z.maximum(1_048_576));
const fieldName = z.string().check(z.maxLength(60));

/** What the person chose: sheet, row of the headings, field and letters of each column (field null: not taken). */
export const chosenColumns = z.strictObject({
  sheet: z.string().check(z.maxLength(100)),
  headerRow: z.int().check(z.minimum(0), z.maximum(1_000)),
  columns: z
    .array(
      z.strictObject({
        index: z.int().check(z.minimum(0), z.maximum(16_383)),
        field: z.nullable(fieldName),
        encoding: textEncoding,
      }),
    )
    .check(z.minLength(1), z.maxLength(MOST_COLUMNS)),
});
export type ChosenColumns = z.infer<typeof chosenColumns>;

const seen = { id: importRunId, seenVersion };
export const chooseColumns = z.strictObject({ ...seen, chosen: chosenColumns });
export const importRowsInput = z.strictObject({
  id: importRunId,
  verdict: z.optional(rowVerdict),
  cursor: z.optional(cursorText),
  direction: z.optional(z.literal('forward')),
});
export const importChoicesInput = z.strictObject({ id: importRunId, field: fieldName });
/** Every cell of the column with exactly this text is taken for the other one. `to` as `from` takes it back. */
export const correction = z.strictObject({
  field: fieldName,
  from: z.string().check(z.maxLength(500)),
  to: z.string().check(z.maxLength(500)),
});
export type Correction = z.infer<typeof correction>;
export const correctValues = z.strictObject({ ...seen, ...correction.shape });
const rowNumbers = z.array(excelRow).check(z.minLength(1), z.maxLength(1_000));
/** `skip` false takes the rows in again. */
export const skipRows = z.strictObject({ ...seen, rowNumbers, skip: z.boolean() });
/**
 * The person's word on doubtful rows: `recipientId` the known one that is meant, or null for "write it as it stands",
 * which makes a new recipient where one was in doubt.
 */
export const decideRows = z.strictObject({ ...seen, rowNumbers, recipientId: z.nullable(idOf('Recipient')) });
export const confirmImport = z.strictObject({ ...seen, idempotencyKey: z.string().check(z.regex(/^[0-9a-f-]{36}$/)) });
export const importStep = z.strictObject(seen);

/** A ground of a verdict, as it is stored with the row. `suggestions`: values of the list that may be meant. */
export type RowReason = {
  code: string;
  field?: string;
  facts?: Readonly<Record<string, string | number>>;
  suggestions?: readonly string[];
  /** Recipients of which one may be meant. */
  candidates?: readonly RecipientCandidate[];
};
export type RecipientCandidate = {
  id: string;
  name: string;
  unitName: string;
  birthYear: number | null;
  place: string;
};

/** What the person may choose before sending a file: only what they may import into. */
export type ImportOptions = {
  /** Every kind this person may import, whatever kind was asked about. */
  kinds: readonly ImportKind[];
  units: readonly { id: string; name: string }[];
  years: readonly { id: string; name: string; periods: readonly string[] }[];
  /** The administrator may leave the unit to the rows. */
  unitOptional: boolean;
};
