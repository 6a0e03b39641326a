import { type ReactNode, type Ref, useId } from 'react';
import { INK } from '#client/reports/chart-ink.ts';

type Props = {
  title: string;
  unitOfMeasure: string;
  /** What the drawing shows, in words. */
  told: readonly string[];
  width: number;
  height: number;
  fontSize: number;
  ref?: Ref<SVGSVGElement> | undefined;
  children: ReactNode;
};

/** The sheet of a drawing: its heading and what it shows in words stand in it, so that a saved picture has them. */
export function ChartFrame({ title, unitOfMeasure, told, width, height, fontSize, ref, children }: Props) {
  const id = useId();
  return (
    <svg
      ref={ref}
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={INK.font}
      fontSize={fontSize}
      fill={INK.text}
      style={{ maxWidth: '100%', height: 'auto' }}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{told.join('; ')}</desc>
      <text x={0} y={16} fontSize={13} fontWeight={600}>
        {title} ({unitOfMeasure})
      </text>
      {children}
    </svg>
  );
}
