import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, type Ref, useId } from 'react';
import { useTypedText } from '#client/core/form/typed-text.ts';
import { formatScaled, type NumberChoice, parseVnNumber } from '#shared/core/numbers.ts';

/** A scaled integer, or null when empty, or the text as typed when it is no number (a schema then refuses it). */
export type VnNumberValue = number | string | null;

export type VnNumberFieldProps = {
  label: ReactNode;
  value: VnNumberValue;
  onChange: (value: VnNumberValue) => void;
  onBlur?: (() => void) | undefined;
  /** Decimals the value keeps: with 1, "29.068,5" is 290685. */
  decimals: number;
  /** Unit of measure after the number, e.g. "tỷ đồng". */
  unit?: string | undefined;
  /** For a table, where the column's head is the label: the label is then read out but not shown. */
  bare?: boolean | undefined;
  id?: string | undefined;
  name?: string | undefined;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
};

/**
 * A number typed the Vietnamese way. Nothing is rewritten while typing; a number that can be read in two ways
 * ("1.500" where decimals are allowed) is asked about, because a guess could be a thousand times off.
 */
export function VnNumberField(props: VnNumberFieldProps) {
  const { label, value, onChange, onBlur, decimals, unit, bare, description, error, name, inputRef } = props;
  const { t } = useLingui();
  const ownId = useId();
  const id = props.id ?? ownId;
  const { text, setText, sent, send, type, touched, setTouched } = useTypedText<VnNumberValue>({
    value,
    onChange,
    shown: (one) => shown(one, decimals),
    meaning: (typed) => meaning(typed, decimals),
    isJudged: (one) => typeof one === 'string',
  });

  function leave(): void {
    setTouched(true);
    if (typeof sent === 'number') setText(formatScaled(sent, decimals));
    onBlur?.();
  }

  function choose(choice: NumberChoice): void {
    setText(choice.text);
    send(choice.scaled);
    // The pressed button goes away with its question.
    document.getElementById(id)?.focus();
  }

  const parsed = typeof sent === 'string' ? parseVnNumber(text, decimals) : null;
  const own = touched && parsed !== null && !parsed.ok ? parsed : null;
  const plainLabel = typeof label === 'string' ? label : undefined;

  return (
    <Stack gap={4}>
      <TextInput
        id={id}
        name={name}
        ref={inputRef}
        label={bare ? undefined : label}
        aria-label={bare ? plainLabel : undefined}
        description={description}
        required={props.required ?? false}
        disabled={props.disabled ?? false}
        readOnly={props.readOnly ?? false}
        classNames={{ input: 'tabular number-input' }}
        inputMode="decimal"
        autoComplete="off"
        maxLength={60}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
        error={own ? <Problem code={own.code} decimals={decimals} text={text.trim()} /> : error}
        rightSection={unit && <span className="cut">{unit}</span>}
        rightSectionWidth={unit ? unitWidth(unit) : 0}
        rightSectionPointerEvents="none"
      />
      {own?.code === 'ambiguous' && (
        <Group gap="xs" role="group" aria-label={t`Chọn cách hiểu ${text.trim()}`}>
          {own.choices.map((choice, index) => (
            <Button key={choice.scaled} size="xs" variant="default" onClick={() => choose(choice)}>
              <Text span className="tabular" fw={600} mr={6}>
                {choice.text}
              </Text>
              {index === 0 ? <Trans>(hàng nghìn)</Trans> : <Trans>(số thập phân)</Trans>}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}

function Problem({ code, decimals, text }: { code: string; decimals: number; text: string }) {
  if (code === 'ambiguous') return <Trans>“{text}” là hàng nghìn hay số thập phân? Chọn một cách hiểu:</Trans>;
  if (code === 'too-large') return <Trans>Số lớn quá mức ghi được. Kiểm tra lại đơn vị tính.</Trans>;
  if (code === 'too-many-decimals') {
    return decimals === 0 ? (
      <Trans>Ô này chỉ nhận số nguyên, ví dụ 1.234</Trans>
    ) : (
      <Trans>Ô này nhận tối đa {String(decimals)} chữ số sau dấu phẩy</Trans>
    );
  }
  return decimals === 0 ? (
    <Trans>Số không hợp lệ, ví dụ đúng: 1.234</Trans>
  ) : (
    <Trans>Số không hợp lệ, ví dụ đúng: 1.234,5</Trans>
  );
}

function shown(value: VnNumberValue, decimals: number): string {
  if (value === null) return '';
  return typeof value === 'number' ? formatScaled(value, decimals) : value;
}

/** What the form gets for a text: the scaled number, nothing, or the text itself. */
function meaning(text: string, decimals: number): VnNumberValue {
  const parsed = parseVnNumber(text, decimals);
  if (parsed.ok) return parsed.scaled;
  return parsed.code === 'empty' ? null : text;
}

function unitWidth(unit: string): number {
  return Math.min(120, 16 + unit.length * 7);
}
