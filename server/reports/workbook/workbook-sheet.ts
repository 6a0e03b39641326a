import {
  type Cell,
  type CellStyle,
  type ConditionalRule,
  type DataValidation,
  type NamedRange,
  type WriteSheet,
  writeXlsx,
} from 'hucre';
import { rowHeight } from '#server/core/sheet-text.ts';
import { type CheckedRow, doubtFormula, firstDoubt } from '#server/reports/workbook/workbook-checks.ts';
import { formatDate, formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { percentOfPlan } from '#shared/pledges/pledges.rules.ts';
import { oneLine } from '#shared/reports/grid-block.rules.ts';
import type { ReportFigure } from '#shared/reports/plausibility.rules.ts';
import { REPORT_PERIOD_LABELS, type ReportPeriod, VALUE_STATUS_LABELS } from '#shared/reports/reports.schema.ts';
import type { RowContent } from '#shared/reports/workbook.rules.ts';

/** One row of the form; figures scaled by `decimals`. */
export type FormRow = RowContent &
  Omit<ReportFigure, 'value' | 'peers' | 'period'> & {
    indicatorVersionId: string;
    name: string;
    /** '1.000 triệu đồng = 1 tỷ đồng' where last year's figure was counted otherwise. */
    priorConversion: string | null;
  };

export type FormContent = {
  unit: string;
  clusterName: string;
  yearName: string;
  year: number;
  period: ReportPeriod;
  /** Day. */
  dueOn: string;
  /** Instant. */
  madeAt: string;
  reportVersion: number;
  /** 'TẬP HUẤN' and the like, above everything; '' where the figures are real. */
  mark: string;
  rows: readonly FormRow[];
  stamp: string;
};

export const SHEET = 'Số liệu';
const STAMP_SHEET = 'Lũy Tre';
/** Keys of the columns in a hidden row, so that a column is found wherever it has been moved. */
export const KEYS = {
  id: 'lt:row',
  name: 'lt:name',
  value: 'lt:value',
  valueStatus: 'lt:valueStatus',
  sourceOffice: 'lt:sourceOffice',
  note: 'lt:note',
  prior: 'lt:prior',
  target: 'lt:target',
} as const;

/** Rows and columns counted from 0. The hidden key of a row stands first, so that it goes with its row when sorted. */
const HEAD_ROW = 5;
const KEY_ROW = 6;
const FIRST_ROW = 7;
const COLUMNS = [
  { key: KEYS.id, letter: 'A', heading: 'Mã dòng', width: 3 },
  { key: '', letter: 'B', heading: 'STT', width: 5.5 },
  { key: KEYS.name, letter: 'C', heading: 'Chỉ tiêu', width: 40 },
  { key: '', letter: 'D', heading: 'Đơn vị tính', width: 12 },
  { key: KEYS.prior, letter: 'E', heading: 'Thực hiện năm trước', width: 14 },
  { key: KEYS.target, letter: 'F', heading: 'Kế hoạch', width: 14 },
  { key: KEYS.value, letter: 'G', heading: 'Thực hiện', width: 16 },
  { key: '', letter: 'H', heading: 'Đạt % kế hoạch', width: 10 },
  { key: KEYS.valueStatus, letter: 'I', heading: 'Trạng thái số liệu', width: 16 },
  { key: KEYS.sourceOffice, letter: 'J', heading: 'Nguồn số liệu', width: 22 },
  { key: KEYS.note, letter: 'K', heading: 'Ghi chú, giải trình', width: 34 },
  { key: '', letter: 'L', heading: 'Kiểm tra', width: 26 },
] as const;
type Letter = (typeof COLUMNS)[number]['letter'];
const WIDTH = COLUMNS.length;

const GREEN = '1F5C47';
const LINE = { style: 'thin' as const, color: { rgb: 'BFC5C2' } };
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const fill = (rgb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } });
/** Spelled out in every style: a font without its name is left to the program. */
const FONT = { name: 'Times New Roman', size: 12 };
const BOLD = { ...FONT, bold: true };
const HEADING: CellStyle = {
  font: { ...BOLD, color: { rgb: 'FFFFFF' } },
  fill: fill(GREEN),
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
  border: BORDER,
};
const TEXT: CellStyle = { font: FONT, alignment: { wrapText: true, vertical: 'center' }, border: BORDER };
const INPUT: CellStyle = { ...TEXT, fill: fill('FFF8DC'), protection: { locked: false } };
const FAINT: CellStyle = { font: { ...FONT, color: { rgb: '55605B' } }, alignment: { vertical: 'center' } };
/** The largest figure that can be saved, before its decimals. */
const MOST = 900_000_000_000_000;
/** Excel's own limit for what a cell's hint may say. */
const LONGEST_HINT = 255;
/** As long as doubts are: a locked sheet does not grow when one comes up. */
const USUAL_DOUBT = 'Tăng hơn 50% so với năm trước';
/** Points above and below the text of a row together. */
const ROW_AIR = 6;
const GUIDE_WIDTH = 100;

/**
 * Biểu mẫu: the figures of one report as an .xlsx in which only the cells to be filled can be typed into, with checks
 * of its own, ready to be printed on A4. Read back by workbook-reading.
 */
export async function formWorkbook(content: FormContent): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: [formSheet(content), guideSheet(), { name: STAMP_SHEET, veryHidden: true, rows: [[content.stamp]] }],
    properties: { title: `${titleOf(content)}, ${content.unit}`, company: content.unit },
    defaultFont: FONT,
    namedRanges: printed(content.rows.length),
    workbookProtection: { lockStructure: true },
  });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Named by hand: the library leaves the name of the sheet without its quotes. */
function printed(rowCount: number): NamedRange[] {
  const sheet = `'${SHEET}'!`;
  return [
    { name: '_xlnm.Print_Area', scope: SHEET, range: `${sheet}$B$1:$L$${FIRST_ROW + rowCount}` },
    { name: '_xlnm.Print_Titles', scope: SHEET, range: `${sheet}$${HEAD_ROW + 1}:$${HEAD_ROW + 1}` },
  ];
}

const opening = (text: string) => `${text.slice(0, 1).toLocaleUpperCase('vi')}${text.slice(1)}`;
const titleOf = ({ period, year }: FormContent) => `${REPORT_PERIOD_LABELS[period].vi} ${year}`;

function formSheet(content: FormContent): WriteSheet {
  const { rows, period } = content;
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, letter: Letter, cell: Partial<Cell>) =>
    cells.set(`${row},${COLUMNS.findIndex((column) => column.letter === letter)}`, cell);
  const text = (value: string, style: CellStyle): Partial<Cell> =>
    value === '' ? { value: null, type: 'empty', style } : { value, type: 'string', style };
  const [first, last] = [FIRST_ROW + 1, FIRST_ROW + rows.length];

  const mark = content.mark === '' ? '' : ` (${content.mark})`;
  put(0, 'B', text(`BIỂU SỐ LIỆU: ${titleOf(content)}${mark}`, { font: { ...BOLD, size: 14 } }));
  put(1, 'B', text(`${opening(content.unit)}, ${content.clusterName}, ${content.yearName}`, { font: BOLD }));
  const made = `Biểu mẫu tải lúc ${formatInstant(content.madeAt)}, phiên bản báo cáo ${content.reportVersion}; hạn gửi ${formatDate(content.dueOn)}.`;
  put(2, 'B', text(`${made} Chỉ nhập vào ô nền vàng; các ô khác được khóa.`, FAINT));
  const filled = rows.filter(({ value }) => value !== null).length;
  const checks = rows.map((row, index) => checkedRow(row, period, FIRST_ROW + index + 1));
  const doubtCount = checks.filter((check) => firstDoubt(check) !== '').length;
  put(3, 'B', {
    value: null,
    type: 'formula',
    formula: `"Đã nhập "&COUNT(G${first}:G${last})&"/${rows.length} chỉ tiêu; "&COUNTIF(L${first}:L${last},"?*")&" ô cần kiểm tra lại"`,
    formulaResult: `Đã nhập ${filled}/${rows.length} chỉ tiêu; ${doubtCount} ô cần kiểm tra lại`,
    style: { font: { ...BOLD, color: { rgb: GREEN } } },
  });
  for (const { letter, heading, key } of COLUMNS) {
    put(HEAD_ROW, letter, text(heading, HEADING));
    put(KEY_ROW, letter, text(key, {}));
  }
  for (const [index, row] of rows.entries()) {
    const at = FIRST_ROW + index;
    const check = checks[index]!;
    const number = (scaled: number | null, style: CellStyle): Partial<Cell> => ({
      ...(scaled === null ? { value: null, type: 'empty' } : { value: scaled / 10 ** row.decimals, type: 'number' }),
      style: {
        ...style,
        numFmt: numberFormat(row.decimals),
        alignment: { horizontal: 'right', vertical: 'center', indent: 1 },
      },
    });
    put(at, 'A', text(row.indicatorVersionId, {}));
    put(at, 'B', {
      value: index + 1,
      type: 'number',
      style: { ...TEXT, alignment: { horizontal: 'center', vertical: 'center' } },
    });
    put(at, 'C', text(row.name, TEXT));
    put(at, 'D', text(row.unitOfMeasure, TEXT));
    put(at, 'E', number(row.prior, TEXT));
    put(at, 'F', number(row.target, TEXT));
    put(at, 'G', number(row.value, { ...INPUT, font: BOLD }));
    put(at, 'H', percentCell(row, check));
    put(at, 'I', text(VALUE_STATUS_LABELS[row.valueStatus].vi, INPUT));
    put(at, 'J', text(row.sourceOffice, { ...INPUT, numFmt: '@' }));
    put(at, 'K', text(oneLine(row.note), { ...INPUT, numFmt: '@' }));
    put(at, 'L', {
      value: null,
      type: 'formula',
      formula: doubtFormula(check),
      formulaResult: firstDoubt(check),
      style: { ...TEXT, font: { ...FONT, color: { rgb: '9A3412' } } },
    });
  }
  return {
    name: SHEET,
    cells,
    rows: Array.from({ length: last }, () => Array.from({ length: WIDTH }, () => null)),
    columns: COLUMNS.map(({ width, letter }) => ({ width, ...(letter === 'A' && { hidden: true }) })),
    rowDefs: new Map([
      [0, { height: 24 }],
      [HEAD_ROW, { height: 36 }],
      [KEY_ROW, { hidden: true }],
      ...rows.map((row, index): [number, { height: number }] => [
        FIRST_ROW + index,
        { height: heightOf(row, checks[index]!) },
      ]),
    ]),
    dataValidations: rows.length === 0 ? [] : [...figureChecks(rows), ...otherChecks(first, last)],
    conditionalRules: rows.length === 0 ? [] : marksOf(first, last),
    freezePane: { rows: FIRST_ROW, columns: 3 },
    protection: { sheet: true, formatColumns: true, formatRows: true },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${titleOf(content)}&RTrang &P/&N` },
    view: { showGridLines: false },
  };
}

/** Room for every text of the row, and for a doubt that comes up while the form is being filled. */
function heightOf({ name, unitOfMeasure, sourceOffice, note }: FormRow, check: CheckedRow): number {
  const texts: Partial<Record<Letter, string>> = {
    C: name,
    D: unitOfMeasure,
    J: sourceOffice,
    K: oneLine(note),
    L: firstDoubt(check) || USUAL_DOUBT,
  };
  return rowHeight(
    COLUMNS.map(({ letter, width }) => ({ text: texts[letter] ?? '', width })),
    ROW_AIR,
  );
}

function checkedRow(row: FormRow, period: ReportPeriod, line: number): CheckedRow {
  const address = { value: `G${line}`, prior: `E${line}`, target: `F${line}`, note: `K${line}` };
  return { ...address, noteText: row.note.trim(), figure: { ...row, period, peers: null } };
}

function percentCell(row: FormRow, { value, target }: CheckedRow): Partial<Cell> {
  const percent = percentOfPlan(row.value, row.target);
  return {
    value: null,
    type: 'formula',
    formula: `IF(AND(ISNUMBER(${value}),N(${target})>0),${value}/${target},"")`,
    formulaResult: percent === null ? '' : percent / 1_000,
    style: { ...TEXT, numFmt: '[$-42A]#,##0.0%', alignment: { horizontal: 'right', vertical: 'center', indent: 1 } },
  };
}

/** Dots and commas as they are written in Việt Nam, also where the program knows another country. */
const numberFormat = (decimals: number) => `[$-42A]#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;

/** A number with no more decimals than the indicator keeps; the hint says what it is held against. */
function figureChecks(rows: readonly FormRow[]): DataValidation[] {
  return rows.map(({ name, unitOfMeasure, decimals, prior, priorConversion, target }, index) => {
    const cell = `G${FIRST_ROW + index + 1}`;
    const most = MOST / 10 ** decimals;
    const told = (scaled: number | null) => (scaled === null ? 'không có' : formatScaled(scaled, decimals));
    const converted = priorConversion === null ? '' : ` (quy đổi: ${priorConversion})`;
    const shape = decimals === 0 ? 'Số nguyên' : `Số, tối đa ${decimals} chữ số thập phân`;
    return {
      range: cell,
      allowBlank: true,
      ...(decimals === 0
        ? { type: 'whole', operator: 'between', formula1: String(-most), formula2: String(most) }
        : {
            type: 'custom',
            formula1: `AND(ISNUMBER(${cell}),ABS(${cell})<=${most},ROUND(${cell},${decimals})=${cell})`,
          }),
      showInputMessage: true,
      inputTitle: unitOfMeasure.slice(0, 32),
      inputMessage: `${shape}. Năm trước: ${told(prior)}${converted}; kế hoạch: ${told(target)}.`.slice(
        0,
        LONGEST_HINT,
      ),
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: 'Chưa đúng số',
      errorMessage: `${shape}, đơn vị tính: ${unitOfMeasure}. Chỉ tiêu: ${name}`.slice(0, LONGEST_HINT - 30),
    };
  });
}

function otherChecks(first: number, last: number): DataValidation[] {
  const longest = (letter: Letter, most: number, heading: string): DataValidation => ({
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formula1: String(most),
    range: `${letter}${first}:${letter}${last}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: heading,
    errorMessage: `Nhiều nhất ${formatScaled(most, 0)} ký tự.`,
  });
  return [
    {
      type: 'list',
      values: Object.values(VALUE_STATUS_LABELS).map(({ vi }) => vi),
      range: `I${first}:I${last}`,
      allowBlank: false,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: 'Trạng thái số liệu',
      errorMessage: 'Chọn một trong các trạng thái trong danh sách.',
    },
    longest('J', 200, 'Nguồn số liệu'),
    longest('K', 2_000, 'Ghi chú, giải trình'),
  ];
}

function marksOf(first: number, last: number): ConditionalRule[] {
  const doubtful: CellStyle = {
    fill: { ...fill('FCD9B6'), bgColor: { rgb: 'FCD9B6' } },
    font: { color: { rgb: '7C2D12' } },
  };
  const wrong: CellStyle = {
    fill: { ...fill('F8B4B4'), bgColor: { rgb: 'F8B4B4' } },
    font: { color: { rgb: '7F1D1D' } },
  };
  return [
    {
      type: 'expression',
      priority: 1,
      formula: `AND($G${first}<>"",NOT(ISNUMBER($G${first})))`,
      style: wrong,
      stopIfTrue: true,
      range: `G${first}:G${last}`,
    },
    { type: 'expression', priority: 2, formula: `$L${first}<>""`, style: doubtful, range: `G${first}:G${last}` },
    { type: 'expression', priority: 3, formula: `$L${first}<>""`, style: doubtful, range: `L${first}:L${last}` },
  ];
}

function guideSheet(): WriteSheet {
  const lines = [
    'Cách dùng biểu mẫu',
    '1. Nhập vào các ô nền vàng: Thực hiện, Trạng thái số liệu, Nguồn số liệu, Ghi chú. Các ô khác được khóa và không được nhập lại vào hệ thống.',
    '2. Chỉ nhập số, không gõ đơn vị tính, không dùng công thức. Ô đổi màu là số cần kiểm tra lại; nếu số đúng, ghi lời giải trình vào cột Ghi chú.',
    '3. Gửi tệp cho các sở, ngành hoặc in ra đều được. Không xóa dòng, không thêm dòng, không ghép hai biểu mẫu vào một tệp.',
    '4. Nhập xong, lưu tệp dạng .xlsx, mở trang báo cáo và bấm “Nhập từ biểu mẫu”. Hệ thống cho xem từng ô khác với số đang có; chưa lưu gì cho đến khi bạn bấm nhập.',
    '5. Biểu mẫu chỉ dùng cho đúng đơn vị, năm, kỳ và bộ chỉ tiêu ghi ở trang đầu. Nhập cùng một tệp hai lần không làm thay đổi gì.',
  ];
  const style: CellStyle = { font: FONT, alignment: { wrapText: true, vertical: 'top' } };
  return {
    name: 'Hướng dẫn',
    rows: lines.map((line) => [line]),
    cells: new Map(
      lines.map((value, row): [string, Partial<Cell>] => [
        `${row},0`,
        { value, type: 'string', style: row === 0 ? { font: { ...BOLD, size: 14 } } : style },
      ]),
    ),
    columns: [{ width: GUIDE_WIDTH }],
    rowDefs: new Map(
      lines.map((text, row): [number, { height: number }] => [
        row,
        { height: row === 0 ? 24 : rowHeight([{ text, width: GUIDE_WIDTH }], ROW_AIR) },
      ]),
    ),
    protection: { sheet: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}
