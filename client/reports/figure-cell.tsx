import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import css from '#client/reports/report-grid.module.css';
import { formatScaled, type NumberChoice } from '#shared/core/numbers.ts';
import { type ReadFigure, readFigure } from '#shared/reports/figure-text.rules.ts';
import { figureOf, type GridCell } from '#shared/reports/grid-block.rules.ts';

type Value = GridCell['value'];
type Props = {
  id: string;
  /** "row:column", by which the grid finds its cells. */
  place: string;
  label: string;
  value: Value;
  decimals: number;
  unitOfMeasure: string;
  error: string | undefined;
  onChange: (value: Value) => void;
};

/**
 * A figure of the form. Nothing is rewritten while typing; what can be read in two ways is asked about, because a guess
 * could be a thousand times off. A plain input: a form has hundreds of them, and a paste fills them at once.
 */
export function FigureCell({ id, place, label, value, decimals, unitOfMeasure, error, onChange }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState(() => shown(value, decimals));
  const [sent, setSent] = useState(value);
  const [touched, setTouched] = useState(typeof value === 'string');

  // A value from outside replaces the text; our own echo does not.
  if (value !== sent) {
    setSent(value);
    setText(shown(value, decimals));
    setTouched(typeof value === 'string');
  }

  function type(next: string): void {
    const meant = figureOf(next, { decimals, unitOfMeasure });
    setText(next);
    setTouched(false);
    setSent(meant);
    onChange(meant);
  }

  function leave(): void {
    setTouched(true);
    if (typeof sent === 'number') setText(formatScaled(sent, decimals));
  }

  function choose({ scaled, text: chosen }: NumberChoice): void {
    setText(chosen);
    setSent(scaled);
    onChange(scaled);
    // The pressed button goes away with its question.
    document.getElementById(id)?.focus();
  }

  const read = typeof sent === 'string' && touched ? readFigure(text, { decimals, unitOfMeasure }) : null;
  const wrong = read && !read.ok ? read : null;
  const typed = text.trim();
  return (
    <>
      <input
        id={id}
        data-cell={place}
        className={`${css.input} ${css.figure}`}
        aria-label={label}
        aria-invalid={wrong !== null || error !== undefined}
        aria-describedby={wrong || error ? `${id}-error` : undefined}
        inputMode="decimal"
        autoComplete="off"
        maxLength={60}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
      />
      {(wrong || error) && (
        <div id={`${id}-error`} className={css.error}>
          {wrong ? <Problem wrong={wrong} typed={typed} decimals={decimals} unit={unitOfMeasure} /> : error}
        </div>
      )}
      {wrong && 'choices' in wrong && (
        <Group gap={4} justify="flex-end" role="group" aria-label={t`Chọn cách hiểu ${typed}`}>
          {wrong.choices.map((choice, index) => (
            <Button key={choice.scaled} size="xs" variant="default" onClick={() => choose(choice)}>
              <Text span className="tabular" fw={600} mr={6}>
                {choice.text}
              </Text>
              {wrong.code === 'other-unit' ? (
                unitOfMeasure
              ) : index === 0 ? (
                <Trans>(hàng nghìn)</Trans>
              ) : (
                <Trans>(số thập phân)</Trans>
              )}
            </Button>
          ))}
        </Group>
      )}
    </>
  );
}

type ProblemProps = { wrong: Exclude<ReadFigure, { ok: true }>; typed: string; decimals: number; unit: string };

function Problem({ wrong, typed, decimals, unit }: ProblemProps) {
  switch (wrong.code) {
    case 'ambiguous':
      return <Trans>“{typed}” là hàng nghìn hay số thập phân? Chọn một cách hiểu:</Trans>;
    case 'other-unit':
      return (
        <Trans>
          “{typed}” có đơn vị “{wrong.unit}”, ô này tính theo “{unit}”. Chọn số đúng:
        </Trans>
      );
    case 'unknown-unit':
      return (
        <Trans>
          Sau số có chữ “{wrong.unit}”; ô này tính theo “{unit}”. Chỉ nhập số.
        </Trans>
      );
    case 'too-large':
      return <Trans>Số lớn quá mức ghi được. Kiểm tra lại đơn vị tính.</Trans>;
    case 'too-many-decimals':
      return decimals === 0 ? (
        <Trans>Ô này chỉ nhận số nguyên, ví dụ 1.234</Trans>
      ) : (
        <Trans>Ô này nhận tối đa {String(decimals)} chữ số sau dấu phẩy</Trans>
      );
    default:
      return decimals === 0 ? (
        <Trans>Số không hợp lệ, ví dụ đúng: 1.234</Trans>
      ) : (
        <Trans>Số không hợp lệ, ví dụ đúng: 1.234,5</Trans>
      );
  }
}

function shown(value: Value, decimals: number): string {
  if (value === null) return '';
  return typeof value === 'number' ? formatScaled(value, decimals) : value;
}
