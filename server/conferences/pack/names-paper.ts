import { listTable, paragraph, titleBlock } from '#server/papers/word-blocks.print.ts';
import { wordFile } from '#server/papers/word-file.print.ts';
import type { PaperFields, PaperName } from '#shared/papers/paper-names.ts';

type Names = ReturnType<typeof namesWithValues>;

const TITLE = 'Tên dùng trong mẫu văn bản Hội nghị';
const HOW =
  'Viết tên trong ngoặc nhọn. Danh sách mở bằng # và đóng bằng /; ở giữa viết tên của từng dòng. Cả bảng viết với @, ' +
  'một mình trong đoạn. Giấy mời chỉ dùng các tên trong danh sách giay_moi.';

/** Every name with its meaning and what it says this year: of a list the number of rows and what the first one says. */
export function namesWithValues(names: readonly PaperName[], fields: PaperFields, lang: 'vi' | 'en') {
  return names.map(({ name, meaning, isTable, fields: inside }) => {
    const value = fields[name] ?? '';
    const rows = typeof value === 'string' ? undefined : value;
    return {
      name,
      meaning: meaning[lang],
      /** How a template writes it; a table is no word, so it has no value to show. */
      isTable: isTable === true,
      value: isTable ? '' : typeof value === 'string' ? value : null,
      rowCount: rows?.length ?? null,
      fields: (inside ?? []).map((one) => ({
        name: one.name,
        meaning: one.meaning[lang],
        value: rows?.[0]?.[one.name] ?? '',
      })),
    };
  });
}

/** Lines of name, meaning and value of this year; names of a list stand under it. */
function rowsOf(names: Names): { ten: string; nghia: string; gia_tri: string }[] {
  return names.flatMap(({ name, meaning, isTable, value, rowCount, fields }) =>
    rowCount === null
      ? [{ ten: isTable ? `{@${name}}` : `{${name}}`, nghia: meaning, gia_tri: value ?? '' }]
      : [
          { ten: `{#${name}} … {/${name}}`, nghia: meaning, gia_tri: `${rowCount} dòng` },
          ...fields.map((one) => ({ ten: `    {${one.name}}`, nghia: one.meaning, gia_tri: one.value })),
        ],
  );
}

/** The list of names as text, a tab between the columns. */
export function namesAsText(names: Names): string {
  const lines = rowsOf(names).map(({ ten, nghia, gia_tri }) => [ten, nghia, gia_tri].join('\t'));
  return `\ufeff${[`Danh sách: ${TITLE}`, HOW, '', 'Tên\tNghĩa\tGiá trị năm nay', ...lines].join('\r\n')}\r\n`;
}

/** A template and what fills it: the list as a Word file. */
export function namesAsWord(names: Names): { template: Uint8Array; fields: PaperFields } {
  const template = wordFile([
    titleBlock('DANH SÁCH', [TITLE]),
    paragraph(HOW, { italic: true }),
    listTable('ds', [
      ['Tên', 'ten', 3000],
      ['Nghĩa', 'nghia', 2854],
      ['Giá trị năm nay', 'gia_tri', 3500],
    ]),
  ]);
  return { template, fields: { ds: rowsOf(names) } };
}
