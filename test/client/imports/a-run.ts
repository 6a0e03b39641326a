import type { ImportRowView, ImportRunView } from '#shared/imports/imports.views.ts';

export const RUN_ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e50';
const allowed = { allowed: true, reasons: [] };

/** An import of awards that waits for its columns; a test names what it is about. */
export function aRun(about: Partial<ImportRunView> = {}): ImportRunView {
  return {
    id: RUN_ID,
    kind: 'awards',
    status: 'mapping',
    fileName: 'Khen thưởng 2003.xlsx',
    scopeName: 'Lạng Sơn',
    createdByName: 'Hoàng Thị Lệ',
    createdAt: '2024-03-01T03:00:00.000Z',
    appliedAt: null,
    undoUntil: null,
    undoneAt: null,
    counts: null,
    version: 3,
    clearsAt: null,
    clearedAt: null,
    failure: null,
    found: {
      format: 'xlsx',
      sheets: [
        {
          name: 'Danh sách',
          headerRow: 3,
          rowCount: 300,
          shape: 'shape-1',
          columns: [
            {
              index: 0,
              heading: 'Họ và tên',
              font: '.VnTime',
              encoding: 'tcvn3',
              encodingBy: 'font',
              samples: [{ before: 'NguyÔn V¨n An', after: 'Nguyễn Văn An' }],
            },
            {
              index: 1,
              heading: 'Hình thức khen',
              font: null,
              encoding: 'unicode',
              encodingBy: 'none',
              samples: [{ before: 'Bằng khen', after: 'Bằng khen' }],
            },
            {
              index: 2,
              heading: 'Ghi chú',
              font: null,
              encoding: 'unicode',
              encodingBy: 'none',
              samples: [],
            },
          ],
          top: [
            { rowNumber: 1, cells: ['DANH SÁCH KHEN THƯỞNG', '', ''] },
            { rowNumber: 3, cells: ['Họ và tên', 'Hình thức khen', 'Ghi chú'] },
            { rowNumber: 4, cells: ['Nguyễn Văn An', 'Bằng khen', ''] },
          ],
        },
      ],
    },
    guesses: [
      {
        sheet: 'Danh sách',
        headerRow: 3,
        columns: [
          { index: 0, field: 'name', encoding: 'tcvn3', by: 'remembered' },
          { index: 1, field: 'award', encoding: 'unicode', by: 'guessed' },
          { index: 2, field: null, encoding: 'unicode', by: 'none' },
        ],
      },
    ],
    chosen: null,
    progress: null,
    unknownValues: [],
    moved: null,
    notUndone: [],
    sameFile: [],
    hasPasswords: false,
    actions: { choose: allowed, correct: allowed, confirm: allowed, cancel: allowed, undo: allowed },
    ...about,
  };
}

/** The same after the dry run. */
export function aCheckedRun(about: Partial<ImportRunView> = {}): ImportRunView {
  const run = aRun();
  return aRun({
    status: 'checked',
    chosen: {
      sheet: 'Danh sách',
      headerRow: 3,
      columns: run.guesses[0]!.columns.map(({ index, field, encoding }) => ({ index, field, encoding })),
    },
    counts: { total: 1204, new: 1150, changed: 12, unchanged: 30, wrong: 8, doubtful: 4, skipped: 0, applied: 0 },
    unknownValues: [
      {
        field: 'award',
        value: 'BK UBND',
        rowCount: 37,
        suggestions: [{ value: 'BK-TINH', label: 'Bằng khen của Chủ tịch UBND tỉnh' }],
      },
    ],
    ...about,
  });
}

export function aRow(about: Partial<ImportRowView> = {}): ImportRowView {
  return {
    rowNumber: 4,
    verdict: 'new',
    cells: { name: 'Nguyễn Văn An', award: 'Bằng khen' },
    reasons: [],
    changes: [],
    candidates: [],
    decided: null,
    ...about,
  };
}
