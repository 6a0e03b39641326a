import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconBold, IconH2, IconItalic, IconList, IconListNumbers } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { RichText } from '#client/reports/rich-text.tsx';
import { LONGEST_SECTION } from '#shared/reports/reports.schema.ts';
import { withoutLineSign } from '#shared/reports/rich-text.rules.ts';

type Props = { id: string; label: string; description?: string; value: string; onChange: (value: string) => void };
type Edit = { value: string; from: number; to: number };

/** A text with bold, italic, headings and lists: signs that the buttons write, and a look at how it reads. */
export function RichTextField({ id, label, description, value, onChange }: Props) {
  const { t } = useLingui();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reading, setReading] = useState(false);
  const tooLong = value.length > LONGEST_SECTION;
  const length = value.length.toLocaleString('vi-VN');

  function apply(change: (edit: Edit) => Edit): void {
    const box = field.current;
    if (!box) return;
    const next = change({ value, from: box.selectionStart, to: box.selectionEnd });
    onChange(next.value);
    // After the new text is in the box.
    requestAnimationFrame(() => {
      box.focus();
      box.setSelectionRange(next.from, next.to);
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    const sign = { b: '**', i: '*' }[event.key.toLowerCase()];
    if (sign === undefined) return;
    event.preventDefault();
    apply((edit) => around(edit, sign));
  }

  const buttons: { word: string; icon: ReactNode; change: (edit: Edit) => Edit }[] = [
    { word: t`Đậm`, icon: <IconBold size={16} aria-hidden />, change: (edit) => around(edit, '**') },
    { word: t`Nghiêng`, icon: <IconItalic size={16} aria-hidden />, change: (edit) => around(edit, '*') },
    { word: t`Đề mục nhỏ`, icon: <IconH2 size={16} aria-hidden />, change: (edit) => before(edit, () => '## ') },
    { word: t`Gạch đầu dòng`, icon: <IconList size={16} aria-hidden />, change: (edit) => before(edit, () => '- ') },
    {
      word: t`Đánh số`,
      icon: <IconListNumbers size={16} aria-hidden />,
      change: (edit) => before(edit, (index) => `${index + 1}. `),
    },
  ];

  return (
    <Stack gap={4} maw={900}>
      <Text component="label" htmlFor={id} fw={600}>
        {label}
      </Text>
      {description && (
        <Text id={`${id}-hint`} size="sm" c="gray.7">
          {description}
        </Text>
      )}
      <Group gap={4} role="toolbar" aria-label={t`Định dạng: ${label}`}>
        {buttons.map(({ word, icon, change }) => (
          <Button
            key={word}
            size="compact-xs"
            variant="default"
            leftSection={icon}
            disabled={reading}
            onClick={() => apply(change)}
          >
            {word}
          </Button>
        ))}
        <Button size="compact-xs" variant="subtle" aria-pressed={reading} onClick={() => setReading(!reading)}>
          {reading ? <Trans>Viết tiếp</Trans> : <Trans>Xem trước</Trans>}
        </Button>
      </Group>
      {reading ? (
        <RichText text={value} />
      ) : (
        <Textarea
          id={id}
          ref={field}
          aria-describedby={description ? `${id}-hint` : undefined}
          autosize
          minRows={3}
          maxRows={16}
          value={value}
          onKeyDown={onKeyDown}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={tooLong ? t`Dài quá: ${length} ký tự, mỗi đề mục lưu được 20.000. Cắt bớt phần này.` : undefined}
        />
      )}
    </Stack>
  );
}

/** Signs around the selection, or taken away where they are. */
function around({ value, from, to }: Edit, sign: string): Edit {
  const [head, chosen, tail] = [value.slice(0, from), value.slice(from, to), value.slice(to)];
  if (head.endsWith(sign) && tail.startsWith(sign)) {
    const size = sign.length;
    return { value: head.slice(0, -size) + chosen + tail.slice(size), from: from - size, to: to - size };
  }
  return { value: head + sign + chosen + sign + tail, from: from + sign.length, to: to + sign.length };
}

/** A sign before every line that the selection touches, in place of the one that is there. */
function before({ value, from, to }: Edit, signOf: (index: number) => string): Edit {
  const start = value.lastIndexOf('\n', from - 1) + 1;
  const found = value.indexOf('\n', to);
  const end = found < 0 ? value.length : found;
  const lines = value
    .slice(start, end)
    .split('\n')
    .map((line, index) => signOf(index) + withoutLineSign(line))
    .join('\n');
  return {
    value: value.slice(0, start) + lines + value.slice(end),
    from: start + lines.length,
    to: start + lines.length,
  };
}
