import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import css from '#client/core/table/data-table.module.css';
import { widthWithin } from '#shared/core/list-layout.rules.ts';
import { NARROWEST_PX, WIDEST_PX } from '#shared/core/list-layout.schema.ts';

const STEP_PX = 8;
const LONG_STEP_PX = 40;

type Props = {
  /** The column, for screen readers. */
  name: string;
  width: number | string | undefined;
  onWidth: (width: number) => void;
};

/** The edge of a column's head: dragged with the mouse, or moved with ← and → (longer steps with Shift). */
export function ColumnResizer({ name, width, onWidth }: Props) {
  const { t } = useLingui();
  const start = useRef<{ x: number; width: number; shown: HTMLElement | null } | null>(null);
  const now = (handle: HTMLElement): number => Math.round(handle.parentElement?.getBoundingClientRect().width ?? 0);

  function begin(event: PointerEvent<HTMLDivElement>): void {
    event.preventDefault();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: now(handle), shown: columnOf(handle) };
  }
  /** While it is dragged only the column itself moves; rows are drawn again when it is let go. */
  function drag(event: PointerEvent): void {
    const { current } = start;
    if (current?.shown) current.shown.style.width = `${widthWithin(current.width + event.clientX - current.x)}px`;
  }
  function end(event: PointerEvent): void {
    const { current } = start;
    start.current = null;
    if (current && event.clientX !== current.x) onWidth(widthWithin(current.width + event.clientX - current.x));
  }
  function step(event: KeyboardEvent<HTMLDivElement>): void {
    const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (way === 0) return;
    event.preventDefault();
    onWidth(widthWithin(now(event.currentTarget) + way * (event.shiftKey ? LONG_STEP_PX : STEP_PX)));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a line between two columns that moves, not one between two texts
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t`Độ rộng cột ${name}`}
      aria-valuenow={typeof width === 'number' ? width : 0}
      aria-valuemin={NARROWEST_PX}
      aria-valuemax={WIDEST_PX}
      aria-valuetext={typeof width === 'number' ? t`${width} điểm ảnh` : t`tự động`}
      tabIndex={0}
      className={`${css.resizer} no-print`}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={step}
    />
  );
}

/** The `<col>` of the head in which this handle stands. */
function columnOf(handle: HTMLElement): HTMLElement | null {
  const head = handle.closest('th');
  const columns = handle.closest('table')?.querySelectorAll('col');
  return head && columns ? (columns[head.cellIndex] ?? null) : null;
}
