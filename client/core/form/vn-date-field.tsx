import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, type ReactNode, type Ref, Suspense, useId, useState } from 'react';
import { useTypedText } from '#client/core/form/typed-text.ts';
import { formatDate, isIsoDate, parseVnDate } from '#shared/core/dates.ts';

const Calendar = lazy(() => import('#client/core/form/calendar-sheet.tsx'));

export type VnDateFieldProps = {
  label: ReactNode;
  /** 'YYYY-MM-DD', or '' when empty, or the text as typed when it is no date (a schema then refuses it). */
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  id?: string | undefined;
  name?: string | undefined;
  description?: ReactNode;
  /** Shown when the field itself finds nothing wrong. */
  error?: ReactNode;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
};

/**
 * A date typed the Vietnamese way. What is typed is never rewritten while typing and never thrown away:
 * an impossible date stays in the field with its reason. The calendar is a help beside it, not the way in.
 */
export function VnDateField(props: VnDateFieldProps) {
  const { label, value, onChange, onBlur, description, error, required, disabled, readOnly, name, inputRef } = props;
  const { t } = useLingui();
  const ownId = useId();
  const id = props.id ?? ownId;
  const { text, setText, sent, send, type, touched, setTouched } = useTypedText({
    value,
    onChange,
    shown,
    meaning,
    isJudged: (one) => one !== '',
  });
  const [open, setOpen] = useState(false);

  function leave(): void {
    setTouched(true);
    const parsed = parseVnDate(text);
    if (parsed.ok) setText(formatDate(parsed.value));
    onBlur?.();
  }

  const parsed = parseVnDate(text);
  const own = touched && !parsed.ok && parsed.code !== 'empty' ? parsed.code : null;

  return (
    <TextInput
      id={id}
      name={name}
      ref={inputRef}
      label={label}
      description={description}
      required={required ?? false}
      disabled={disabled ?? false}
      readOnly={readOnly ?? false}
      classNames={{ input: 'tabular' }}
      placeholder={t`ngày/tháng/năm`}
      autoComplete="off"
      inputMode="text"
      maxLength={100}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      error={
        own === 'impossible' ? (
          <Trans>Ngày không hợp lệ: không có ngày {text.trim()}</Trans>
        ) : own === 'format' ? (
          <Trans>Ngày không hợp lệ: nhập ngày/tháng/năm, ví dụ 05/03/2024</Trans>
        ) : (
          error
        )
      }
      rightSection={
        !readOnly && !disabled ? (
          <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus withinPortal shadow="md">
            <Popover.Target>
              <ActionIcon
                variant="subtle"
                color="gray.7"
                size={28}
                onClick={() => setOpen(!open)}
                aria-label={typeof label === 'string' ? t`Mở lịch: ${label}` : t`Mở lịch`}
              >
                <IconCalendar size={18} aria-hidden />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown p="xs">
              <Suspense fallback={null}>
                {open && (
                  <Calendar
                    value={isIsoDate(sent) ? sent : null}
                    onChoose={(day) => {
                      setText(formatDate(day));
                      setTouched(true);
                      send(day);
                      setOpen(false);
                    }}
                  />
                )}
              </Suspense>
            </Popover.Dropdown>
          </Popover>
        ) : null
      }
    />
  );
}

function shown(value: string): string {
  return isIsoDate(value) ? formatDate(value) : value;
}

/** What the form gets for a text: the day, nothing, or the text itself. */
function meaning(text: string): string {
  const parsed = parseVnDate(text);
  if (parsed.ok) return parsed.value;
  return parsed.code === 'empty' ? '' : text;
}
