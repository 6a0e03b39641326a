import * as z from 'zod/mini';
import type { Localized } from '#shared/core/localized.ts';

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

/** How the letters of a column are stored: TCVN3 (.VnTime) and VNI are turned into Unicode. */
export const textEncoding = z.enum(['unicode', 'tcvn3', 'vni', 'utf8-as-latin1']);
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
