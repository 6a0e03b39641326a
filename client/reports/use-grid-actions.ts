import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { StepBack } from '#client/reports/draft-history.ts';
import { type Block, cornersOf, type Place, sizeOf } from '#client/reports/grid-keys.ts';
import type { ReportCellView } from '#client/reports/report-types.ts';
import type { Draft, DraftCell, ReportDraft } from '#client/reports/use-report-draft.ts';
import type { Localized } from '#shared/core/localized.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { GRID_PARTS, type GridChange, type GridPart, pasteBlock } from '#shared/reports/grid-block.rules.ts';
import { MOST_PASTED_ROWS, plainForSheet, readGridText, writeGridText } from '#shared/reports/grid-text.rules.ts';
import { VALUE_STATUS_LABELS } from '#shared/reports/reports.schema.ts';

type Options = {
  cells: readonly ReportCellView[];
  draft: Draft;
  editor: Pick<ReportDraft, 'change' | 'history' | 'undo' | 'redo'> | undefined;
  label: (words: Localized) => string;
  onShow: (place: Place) => void;
  onBlock: (block: Block | null) => void;
};

/** What is done to a block of the form, and what is said about it. */
export function useGridActions({ cells, draft, editor, label, onShow, onBlock }: Options) {
  const { t } = useLingui();
  const [said, setSaid] = useState('');
  const rows = cells.map(({ indicatorVersionId, decimals, unitOfMeasure }) => ({
    id: indicatorVersionId,
    decimals,
    unitOfMeasure,
  }));

  function each<Result>(block: Block, take: (row: number, part: GridPart) => Result): Result[][] {
    const { from } = cornersOf(block);
    const { rows: height, columns } = sizeOf(block);
    return Array.from({ length: height }, (_, r) =>
      Array.from({ length: columns }, (_, c) => take(from.row + r, GRID_PARTS[from.column + c]!)),
    );
  }

  function textAt(row: number, part: GridPart): string {
    const { id, decimals } = rows[row]!;
    const cell = draft[id]!;
    if (part === 'value') {
      if (cell.value === null) return '';
      return typeof cell.value === 'number' ? formatScaled(cell.value, decimals) : cell.value;
    }
    return part === 'valueStatus' ? label(VALUE_STATUS_LABELS[cell.valueStatus]) : plainForSheet(cell[part]);
  }

  function paste(text: string, onto: Block): void {
    const texts = readGridText(text);
    if (texts === null) {
      const most = MOST_PASTED_ROWS.toLocaleString('vi-VN');
      setSaid(t`Đoạn dán quá lớn (tối đa ${most} dòng): chưa dán gì. Chỉ chép phần số liệu của biểu.`);
      return;
    }
    const { from } = cornersOf(onto);
    const { changes, refused, unclear, rowsCut, columnsCut } = pasteBlock(texts, rows, from, sizeOf(onto));
    editor?.change(changes);
    const filled = changes.length;
    const [first] = refused;
    const notes = [
      t`Đã dán ${filled} ô.`,
      unclear > 0 ? t`${unclear} ô có số chưa rõ, xem chỗ đánh dấu đỏ.` : '',
      first ? t`${refused.length} ô giữ như cũ vì không hiểu nội dung dán, ví dụ “${first.text.slice(0, 40)}”.` : '',
      rowsCut > 0 ? t`${rowsCut} dòng cuối nằm ngoài biểu nên không dán.` : '',
      columnsCut > 0 ? t`${columnsCut} cột bên phải nằm ngoài biểu nên không dán.` : '',
    ];
    setSaid(notes.filter(Boolean).join(' '));
    const size = {
      rows: Math.max(sizeOf(onto).rows, texts.length),
      columns: Math.max(...texts.map((row) => row.length)),
    };
    const to = {
      row: Math.min(rows.length, from.row + size.rows) - 1,
      column: Math.min(GRID_PARTS.length, from.column + Math.max(size.columns, sizeOf(onto).columns)) - 1,
    };
    onBlock(to.row === from.row && to.column === from.column ? null : { from, to });
  }

  function clear(block: Block): void {
    const empty = { value: null, sourceOffice: '', note: '' };
    const changes = each(block, (row, part): GridChange[] =>
      part === 'valueStatus' ? [] : [{ id: rows[row]!.id, part, to: empty[part] }],
    ).flat(2);
    editor?.change(changes);
    setSaid(t`Đã xóa ${changes.length} ô. Bấm Ctrl+Z để lấy lại.`);
  }

  /** The first row of the block into those below it; of one row, what stands above it. */
  function fillDown(block: Block): void {
    const { from, to } = cornersOf(block);
    const source = from.row === to.row ? from.row - 1 : from.row;
    if (source < 0) return;
    const changes: GridChange[] = each({ from: { ...from, row: source + 1 }, to }, (row, part) => {
      const content: DraftCell = draft[rows[source]!.id]!;
      const isSameUnit = rows[row]!.decimals === rows[source]!.decimals;
      // A figure of other decimals would become another figure.
      return part === 'value' && !isSameUnit ? [] : [{ id: rows[row]!.id, part, to: content[part] }];
    }).flat(2);
    editor?.change(changes);
    setSaid(t`Đã điền ${changes.length} ô.`);
  }

  function told(step: StepBack | null, word: string): void {
    if (!step) return;
    const { skipped } = step;
    setSaid(skipped > 0 ? `${word} ${t`${skipped} ô đã được sửa sau đó nên giữ nguyên.`}` : word);
    const [first] = step.changes;
    if (!first) return;
    onBlock(null);
    const row = rows.findIndex(({ id }) => id === first.id);
    onShow({ row, column: GRID_PARTS.indexOf(first.part) });
  }

  return {
    said,
    paste,
    clear,
    fillDown,
    textOf: (block: Block) => writeGridText(each(block, textAt)),
    undo: () => told(drawn(editor?.undo), t`Đã hoàn tác.`),
    redo: () => told(drawn(editor?.redo), t`Đã làm lại.`),
    /** Esc: what stood in the cell before typing began. False when nothing was typed. */
    giveBack(cell: string): boolean {
      if (!editor?.history.isTyping(cell)) return false;
      drawn(editor.undo);
      return true;
    },
  };
}

/** Takes a step and draws it at once: the cell that is then chosen holds its new text. */
function drawn(step: (() => StepBack | null) | undefined): StepBack | null {
  let back: StepBack | null = null;
  flushSync(() => {
    back = step?.() ?? null;
  });
  return back;
}
