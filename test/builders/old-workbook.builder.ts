import { type Cell, type CellValue, writeXlsx } from 'hucre';
import { TCVN3 } from '#shared/imports/legacy-codes.ts';

const CODES = new Map([...TCVN3].map(([code, letter]) => [letter, code]));

/** Unicode as an office of the nineties stored it, for fonts .VnTime: 'Nguyễn' → 'NguyÔn'. */
export function toTcvn3(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    // Capitals with a tone have no code of their own.
    const code = CODES.get(letter) ?? CODES.get(letter.toLowerCase());
    return code === undefined ? letter : String.fromCharCode(code);
  }).join('');
}

export const OLD_HEADINGS = [
  'STT',
  'Họ và tên',
  'Giới tính',
  'Năm sinh',
  'Chức vụ',
  'Đơn vị công tác',
  'Hình thức khen thưởng',
  'Năm khen',
  'Số QĐ',
  'Ngày QĐ',
] as const;
/** Columns that hold names, in the font .VnTime. */
const OLD_COLUMNS: readonly number[] = [1, 4, 5];

/**
 * A list of awards as it lies in an office: two rows of titles, a blank one, headings in row 4, names in TCVN3.
 *
 * @param rows one value for each heading after STT, in Unicode
 */
export async function oldWorkbook(rows: readonly (readonly CellValue[])[]): Promise<Buffer> {
  const old = (value: CellValue, column: number): CellValue =>
    typeof value === 'string' && OLD_COLUMNS.includes(column) ? toTcvn3(value) : value;
  const body = rows.map((row, at) => [at + 1, ...row].map(old));
  const cells = new Map<string, Partial<Cell>>();
  for (const at of body.keys())
    for (const column of OLD_COLUMNS)
      cells.set(`${at + 4},${column}`, {
        value: body[at]![column] ?? null,
        style: { font: { name: '.VnTime', size: 12 } },
      });
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Khen thưởng',
        rows: [['UBND TỈNH MẪU'], ['DANH SÁCH KHEN THƯỞNG (MINH HỌA)'], [], [...OLD_HEADINGS], ...body],
        cells,
      },
    ],
  });
  return Buffer.from(bytes);
}
