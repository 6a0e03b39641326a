import { Trans, useLingui } from '@lingui/react/macro';
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useRef,
  useState,
} from 'react';
import { useWords } from '#client/core/words.ts';
import {
  type Block,
  cornersOf,
  isField,
  isReady,
  type Place,
  placeOf,
  sizeOf,
  stepOf,
} from '#client/reports/grid-keys.ts';
import { GridToolbar } from '#client/reports/grid-toolbar.tsx';
import css from '#client/reports/report-grid.module.css';
import { ReportGridRow } from '#client/reports/report-grid-row.tsx';
import type { ReportCellView, ReportThread } from '#client/reports/report-types.ts';
import { useGridActions } from '#client/reports/use-grid-actions.ts';
import type { Draft, DraftCell, ReportDraft } from '#client/reports/use-report-draft.ts';
import { GRID_PARTS, type GridPart } from '#shared/reports/grid-block.rules.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

type Props = {
  cells: readonly ReportCellView[];
  period: ReportPeriod;
  draft: Draft;
  /** What typing does; without it the form is only read. */
  editor?: Pick<ReportDraft, 'change' | 'history' | 'undo' | 'redo'> | undefined;
  onDetails?: ((id: string) => void) | undefined;
  /** Opens the thread of a figure; left out for whom it is not for. */
  onComments?: ((id: string) => void) | undefined;
  threads?: readonly ReportThread[] | undefined;
  /** The chair's office may begin a thread, its unit only answers one. */
  mayAsk?: boolean | undefined;
  /** Sentences by indicator, after sending was tried. */
  errors: Readonly<Record<string, string>>;
};

/**
 * The form of a report, used like a sheet: arrows, Enter and Tab go from cell to cell, Shift or the mouse choose a
 * block, Ctrl+C, X, V and D copy, cut, paste and fill it, Ctrl+Z and Y take steps back and forth, F2 enters a cell, Esc
 * gives back what stood in it. The inputs are always there: a Vietnamese keyboard types into them from the first key.
 */
export function ReportGrid(props: Props) {
  const { cells, period, draft, editor, onDetails, onComments, threads = [], mayAsk = false, errors } = props;
  const { t } = useLingui();
  const { label } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const byMouse = useRef(false);
  const here = useRef<Place | null>(null);
  const [block, setBlock] = useState<Block | null>(null);
  const readOnly = editor === undefined;

  const focusOn = (place: Place): void => {
    const field = table.current?.querySelector<HTMLElement>(`[data-cell="${place.row}:${place.column}"]`);
    if (!isField(field)) return;
    field.focus();
    if (!(field instanceof HTMLSelectElement)) field.select();
  };
  const act = useGridActions({ cells, draft, editor, label, onShow: focusOn, onBlock: setBlock });

  const latest = useRef(editor);
  latest.current = editor;
  const onChange = useCallback((id: string, part: GridPart, to: DraftCell[GridPart], asStep = false): void => {
    latest.current?.change([{ id, part, to }], asStep ? undefined : `${id}/${part}`);
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    const { target, key } = event;
    byMouse.current = false;
    // 229: a key on its way through a Vietnamese keyboard.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || !isField(target)) return;
    const at = placeOf(target);
    if (!at || event.altKey) return;
    const id = cells[at.row]!.indicatorVersionId;
    const isMod = event.ctrlKey || event.metaKey;
    const done = () => event.preventDefault();
    const chosen = block ?? { from: at, to: at };

    if (isMod && key.toLowerCase() === 'z') {
      done();
      if (event.shiftKey) act.redo();
      else act.undo();
    } else if (isMod && key.toLowerCase() === 'y') {
      done();
      act.redo();
    } else if (isMod && key.toLowerCase() === 'd') {
      done();
      act.fillDown(chosen);
    } else if (key === 'F2') {
      done();
      if (event.shiftKey) onDetails?.(id);
      else if (target instanceof HTMLSelectElement) target.showPicker?.();
      else target.setSelectionRange(target.value.length, target.value.length);
    } else if (key === 'Escape') {
      if (block) setBlock(null);
      if (!act.giveBack(`${id}/${GRID_PARTS[at.column]!}`)) return;
      done();
      focusOn(at);
    } else if ((key === 'Delete' || key === 'Backspace') && block) {
      done();
      act.clear(block);
    } else move(event, target, at);
  }

  function move(event: KeyboardEvent<HTMLTableElement>, field: HTMLElement, at: Place): void {
    if (!isField(field)) return;
    const extends_ = event.shiftKey && event.key !== 'Enter' && (block !== null || isReady(field));
    const from = extends_ && block ? block.to : at;
    if (event.shiftKey && event.key !== 'Enter' && !extends_) return;
    const next = stepOf(event, field, from, cells.length);
    if (!next) return;
    event.preventDefault();
    if (extends_) setBlock({ from: block?.from ?? at, to: next });
    else {
      setBlock(null);
      focusOn(next);
    }
  }

  function onFocus({ target }: FocusEvent<HTMLTableElement>): void {
    const at = placeOf(target);
    if (!at || !isField(target)) return;
    if (here.current?.row !== at.row || here.current.column !== at.column) editor?.history.close();
    here.current = at;
    // Come to by a key, a cell is chosen whole; by the mouse, where it was pressed.
    if (!byMouse.current && target instanceof HTMLTextAreaElement) target.select();
  }

  function onMouseDown(event: MouseEvent<HTMLTableElement>): void {
    const at = placeOf(event.target);
    if (!at || event.button !== 0) return;
    byMouse.current = true;
    if (event.shiftKey && here.current) {
      event.preventDefault();
      setBlock({ from: block?.from ?? here.current, to: at });
      return;
    }
    setBlock(null);
    if (!(event.target instanceof HTMLInputElement) || document.activeElement === event.target) return;
    // The first press chooses a figure, the second goes into it.
    event.preventDefault();
    focusOn(at);
  }

  function onMouseOver(event: MouseEvent<HTMLTableElement>): void {
    if (event.buttons !== 1 || !byMouse.current || !here.current) return;
    const at = placeOf(event.target);
    if (!at || (!block && at.row === here.current.row && at.column === here.current.column)) return;
    event.preventDefault();
    setBlock({ from: here.current, to: at });
  }

  function onCopy(event: ClipboardEvent<HTMLTableElement>, cut: boolean): void {
    if (!block) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', act.textOf(block));
    if (cut) act.clear(block);
  }

  function onPaste(event: ClipboardEvent<HTMLTableElement>): void {
    const { target } = event;
    const at = placeOf(target);
    if (!at || !isField(target)) return;
    const text = event.clipboardData.getData('text/plain');
    // Inside a text the clipboard goes where the cursor is, as in every form; a table is never part of a figure.
    const isTable = at.column === 0 && /[\t\r\n]/.test(text);
    if (!block && !isReady(target) && !isTable) return;
    event.preventDefault();
    act.paste(text, block ?? { from: at, to: at });
  }

  const threadOf = new Map(threads.map((thread) => [thread.indicatorVersionId, thread]));
  const corners = block && cornersOf(block);
  const columnsIn = (row: number) =>
    corners && row >= corners.from.row && row <= corners.to.row ? [corners.from.column, corners.to.column] : [-1, -1];
  const editing = readOnly
    ? {}
    : {
        onKeyDown,
        onFocus,
        onMouseDown,
        onMouseOver,
        onPaste,
        onMouseUp: () => {
          byMouse.current = false;
        },
        onCopy: (event: ClipboardEvent<HTMLTableElement>) => onCopy(event, false),
        onCut: (event: ClipboardEvent<HTMLTableElement>) => onCopy(event, true),
      };

  return (
    <div className={css.scroll}>
      {editor && (
        <GridToolbar
          history={editor.history}
          onUndo={act.undo}
          onRedo={act.redo}
          said={act.said}
          block={block && sizeOf(block)}
        />
      )}
      <table
        ref={table}
        className={`${css.grid} ${block ? css.choosing : ''}`}
        aria-label={t`Số liệu báo cáo`}
        {...editing}
      >
        <GridHead />
        <tbody>
          {cells.map((cell, row) => {
            const [selectedFrom = -1, selectedTo = -1] = columnsIn(row);
            return (
              <ReportGridRow
                key={cell.indicatorVersionId}
                row={row}
                cell={cell}
                period={period}
                draft={draft[cell.indicatorVersionId]!}
                onChange={onChange}
                onDetails={onDetails}
                onComments={mayAsk || threadOf.has(cell.indicatorVersionId) ? onComments : undefined}
                threadStatus={threadOf.get(cell.indicatorVersionId)?.status}
                commentCount={threadOf.get(cell.indicatorVersionId)?.comments.length ?? 0}
                readOnly={readOnly}
                error={errors[cell.indicatorVersionId]}
                selectedFrom={selectedFrom}
                selectedTo={selectedTo}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function GridHead() {
  const { t } = useLingui();
  return (
    <>
      <colgroup>
        <col style={{ width: 38 }} />
        <col />
        <col style={{ width: 84 }} />
        <col style={{ width: 84 }} />
        <col style={{ width: 156 }} />
        <col style={{ width: 72 }} />
        <col style={{ width: 140 }} />
        <col style={{ width: 150 }} />
        <col style={{ width: 150 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" title={t`Số thứ tự`}>
            <Trans>STT</Trans>
          </th>
          <th scope="col">
            <Trans>Chỉ tiêu, đơn vị tính</Trans>
          </th>
          <th scope="col" className={css.number}>
            <Trans>Thực hiện năm trước</Trans>
          </th>
          <th scope="col" className={css.number}>
            <Trans>Kế hoạch</Trans>
          </th>
          <th scope="col" className={css.number}>
            <Trans>Thực hiện</Trans>
          </th>
          <th scope="col" className={css.number}>
            <Trans>Đạt % kế hoạch</Trans>
          </th>
          <th scope="col">
            <Trans>Trạng thái số liệu</Trans>
          </th>
          <th scope="col">
            <Trans>Nguồn số liệu</Trans>
          </th>
          <th scope="col">
            <Trans>Ghi chú, giải trình</Trans>
          </th>
        </tr>
      </thead>
    </>
  );
}
