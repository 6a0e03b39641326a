const MB = 1_000_000;

/** What a file may cost. Honest lists of 100,000 rows stay far below; `docs/adr/0023-reading-excel.md` has the figures. */
export const LIMITS = {
  rows: 100_000,
  columns: 200,
  sheets: 50,
  /** Of an archive: parts, bytes they unpack to (all, one, the table of texts), and how much one may swell. */
  parts: 2_000,
  unpacked: 600 * MB,
  part: 450 * MB,
  sharedStrings: 120 * MB,
  swell: 250,
  swellFrom: 10 * MB,
  merges: 200_000,
  /** Bytes of files that are read whole: .csv, and .xls, HTML, .ods, .xlsb. */
  csv: 100 * MB,
  whole: 25 * MB,
  wholeUnpacked: 150 * MB,
  /** Longest text of a cell in Excel. */
  cellText: 32_767,
  /** Of the reading process: heap and everything (MB), and working time (s). */
  heapMb: 512,
  memoryMb: 800,
  seconds: 90,
} as const;
