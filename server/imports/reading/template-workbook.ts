import { type Cell, type CellStyle, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre';
import { EXAMPLE_MARK } from '#server/imports/reading/chosen-rows.ts';
import { columnName } from '#server/imports/reading/marked-parts.ts';
import { parseVnDate } from '#shared/core/dates.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import type { ImportField, ImportFieldType, ListOption } from '#shared/imports/fields/import-field.ts';
import { IMPORT_KIND_LABELS, type ImportKind } from '#shared/imports/imports.schema.ts';

/** Values of the lists that live in the database, by list name. */
export type TemplateLists = Readonly<Record<string, readonly ListOption[]>>;

const DATA = 'Danh sách';
const LISTS = 'Danh mục';
const GUIDE = 'Hướng dẫn';
/** Drop-downs and formats reach so far down. */
const PREPARED_ROWS = 2_000;

/** Spelled out in every style: a font without its name is left to the program. */
const FONT = { name: 'Times New Roman', size: 12 };
const HEADING: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F5C47' } },
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
};
const REQUIRED: CellStyle = { ...HEADING, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '9A3412' } } };
const EXAMPLE: CellStyle = { font: { ...FONT, italic: true, color: { rgb: '6B7280' } } };

/** How cells of a type are shown; '@' is text, which keeps zeros and dates as they are typed. */
const FORMATS: Readonly<Record<ImportFieldType, string>> = {
  text: '@',
  'long-text': '@',
  date: 'dd/mm/yyyy',
  'partial-date': '@',
  year: '0',
  integer: '#,##0',
  number: 'General',
  'yes-no': '@',
  sex: '@',
  cccd: '@',
  enumeration: '@',
};
const HOW: Readonly<Record<ImportFieldType, string>> = {
  text: 'Chữ',
  'long-text': 'Chữ, được xuống dòng',
  date: 'Ngày/tháng/năm, ví dụ 05/03/2024',
  'partial-date': 'Ngày/tháng/năm; nếu không rõ ngày thì tháng/năm hoặc chỉ năm, ví dụ 1980',
  year: 'Năm, bốn chữ số',
  integer: 'Số nguyên',
  number: 'Số; dấu phẩy cho phần lẻ, dấu chấm giữa các nhóm nghìn',
  'yes-no': 'Có hoặc Không',
  sex: 'Nam hoặc Nữ',
  cccd: '12 chữ số, giữ số 0 ở đầu',
  enumeration: 'Chọn trong danh mục',
};

/**
 * Biểu mẫu: an .xlsx with the headings of a kind (required ones marked *), one example row that is never imported,
 * drop-downs and a sheet of explanations.
 */
export async function templateWorkbook(kind: ImportKind, lists: TemplateLists): Promise<Buffer> {
  const fields = FIELDS_OF_KIND[kind];
  const options = fields.map((field) => optionLabels(field, lists));
  const bytes = await writeXlsx({
    sheets: [dataSheet(fields, options), guideSheet(kind, fields), listSheet(fields, options)],
    properties: { title: `Biểu mẫu nhập: ${IMPORT_KIND_LABELS[kind].vi}` },
    defaultFont: FONT,
    // Named by hand: the library leaves the name of the sheet without its quotes, and Excel offers to repair the file.
    namedRanges: [{ name: '_xlnm.Print_Titles', scope: DATA, range: `'${DATA}'!$1:$1` }],
  });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function optionLabels(field: ImportField, lists: TemplateLists): readonly string[] {
  if (field.type === 'sex') return ['Nam', 'Nữ'];
  if (field.type === 'yes-no') return ['Có', 'Không'];
  const options = field.options ?? (field.list ? lists[field.list] : undefined) ?? [];
  return options.map(({ label }) => label);
}

function dataSheet(fields: readonly ImportField[], options: readonly (readonly string[])[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const example: CellValue[] = fields.map((field, i) => exampleOf(field, options[i]!));
  ['STT', ...fields.map(headingOf)].forEach((value, column) => {
    const isRequired = column > 0 && fields[column - 1]!.required;
    cells.set(`0,${column}`, { value, type: 'string', style: isRequired ? REQUIRED : HEADING });
  });
  [EXAMPLE_MARK, ...example].forEach((value, column) => {
    const field = fields[column - 1];
    const type = value instanceof Date ? 'date' : typeof value === 'number' ? 'number' : 'string';
    if (value !== null)
      cells.set(`1,${column}`, { value, type, style: { ...EXAMPLE, numFmt: field ? FORMATS[field.type] : '@' } });
  });
  return {
    name: DATA,
    rows: [
      ['STT', ...fields.map(headingOf)],
      [EXAMPLE_MARK, ...example],
    ],
    cells,
    columns: [
      { width: 6 },
      ...fields.map((field) => ({ width: widthOf(field), style: { numFmt: FORMATS[field.type] } })),
    ],
    dataValidations: fields.flatMap((field, i) => validationOf(field, i, options[i]!.length)),
    freezePane: { rows: 1, columns: 1 },
    rowDefs: new Map([[0, { height: 36 }]]),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function headingOf({ label, required }: ImportField): string {
  return required ? `${label.vi} *` : label.vi;
}

/** The example has to stand in the list: a list of the database may not hold the one of the code. */
function exampleOf(field: ImportField, labels: readonly string[]): CellValue {
  if (field.list) return labels.includes(field.example) ? field.example : (labels[0] ?? null);
  if (field.example === '') return null;
  if (field.type === 'year') return Number(field.example);
  const date = field.type === 'date' ? parseVnDate(field.example) : null;
  return date?.ok ? new Date(`${date.value}T00:00:00Z`) : field.example;
}

function validationOf(field: ImportField, i: number, optionCount: number): DataValidation[] {
  if (optionCount === 0) return [];
  const list = columnName(i);
  const cells = columnName(i + 1);
  return [
    {
      type: 'list',
      formula1: `'${LISTS}'!$${list}$2:$${list}$${optionCount + 1}`,
      range: `${cells}2:${cells}${PREPARED_ROWS + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      // A warning: other spellings are understood, and others again get suggestions when the file is read.
      errorStyle: 'warning',
      errorTitle: field.label.vi.slice(0, 30),
      errorMessage: 'Giá trị không có trong danh mục.',
    },
  ];
}

function listSheet(fields: readonly ImportField[], options: readonly (readonly string[])[]): WriteSheet {
  const most = Math.max(0, ...options.map(({ length }) => length));
  return {
    name: LISTS,
    hidden: true,
    rows: [
      fields.map(({ label }) => label.vi),
      ...Array.from({ length: most }, (_, row) => options.map((labels) => labels[row] ?? null)),
    ],
  };
}

function guideSheet(kind: ImportKind, fields: readonly ImportField[]): WriteSheet {
  const lines: CellValue[][] = [
    [`Cách điền biểu mẫu: ${IMPORT_KIND_LABELS[kind].vi}`],
    ['Cột có dấu * là bắt buộc. Dòng có chữ "VD" ở cột STT là ví dụ, không được nhập; có thể xóa.'],
    ['Không gộp ô, không dùng công thức trong phần dữ liệu. Mỗi tệp nhiều nhất 100.000 dòng.'],
    [],
    ['Cột', 'Bắt buộc', 'Cách ghi', 'Ví dụ'],
    ...fields.map((field): CellValue[] => [
      field.label.vi,
      field.required ? 'Có' : '',
      HOW[field.type],
      field.example || null,
    ]),
  ];
  const bold: Partial<Cell> = { style: { font: { ...FONT, bold: true } } };
  const cells = new Map<string, Partial<Cell>>([['0,0', { ...bold, value: lines[0]![0]!, type: 'string' }]]);
  for (const [column, value] of lines[4]!.entries())
    cells.set(`4,${column}`, { value, type: 'string', style: HEADING });
  return {
    name: GUIDE,
    rows: lines,
    cells,
    columns: [{ width: 34 }, { width: 10 }, { width: 72 }, { width: 56 }],
    rowDefs: new Map([[0, { height: 24 }]]),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function widthOf({ type, label }: ImportField): number {
  if (type === 'long-text') return 50;
  if (type === 'text') return Math.max(26, label.vi.length + 4);
  return Math.max(14, Math.min(30, label.vi.length + 4));
}
