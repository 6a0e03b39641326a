import { expect } from '@playwright/test';
import { oldWorkbook } from '#test/builders/old-workbook.builder.ts';
import { type Api, sendWorkbook } from '#test/e2e/api.ts';

const GOOD = ['Nữ', 1961, 'Giáo viên', 'Trường Tiểu học Mẫu, huyện Lộc Bình'] as const;
const BY = [2003, '101/QĐ-UBND', '15/01/2004'] as const;
const FORM = 'Bằng khen của Chủ tịch UBND tỉnh';

/** Six awards of an old list: four that are right, one with a day that never was, one with a form of no list. */
export const sixOldAwards = (): Promise<Buffer> =>
  oldWorkbook([
    ['Vương Thị Ngọc Mẫu', ...GOOD, FORM, ...BY],
    ['Lương Thị Phượng Mẫu', ...GOOD, FORM, ...BY],
    ['Đặng Thị Tuyết Mẫu', ...GOOD, FORM, ...BY],
    ['Hoàng Thị Sương Mẫu', ...GOOD, FORM, ...BY],
    ['Triệu Thị Ánh Mẫu', ...GOOD, FORM, 2003, '101/QĐ-UBND', '31/02/2004'],
    ['Nông Thị Hường Mẫu', ...GOOD, 'BK cua chu tich', ...BY],
  ]);

/** An import of that list which waits for its confirmation; the one there is, if there is one. */
export async function checkedImport(chair: Api): Promise<string> {
  const known = (await chair.imports.list.query({})).rows.find(({ status }) => status === 'checked');
  if (known) return known.id;
  const id = (await sendWorkbook(chair, 'awards', 'Khen thưởng 2003 (minh họa).xlsx', await sixOldAwards())) as never;
  const reach = (status: string) =>
    expect.poll(async () => (await chair.imports.byId.query({ id })).status, { timeout: 30_000 }).toBe(status);
  await reach('mapping');
  const { guesses, version } = await chair.imports.byId.query({ id });
  const { sheet, headerRow, columns } = guesses[0]!;
  const chosen = {
    sheet,
    headerRow,
    columns: columns.map(({ index, field, encoding }) => ({ index, field, encoding })),
  };
  await chair.imports.choose.mutate({ id, seenVersion: version, chosen });
  await reach('checked');
  return id;
}
