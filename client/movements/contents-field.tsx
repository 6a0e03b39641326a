import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Input, Stack, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { fieldId } from '#client/core/form/field-id.ts';
import { wordIssue } from '#client/core/form/word-issue.ts';
import css from '#client/movements/movements.module.css';
import type { LaunchDraft } from '#shared/movements/movements.schema.ts';

const MOST = 30;

/** Contents of a launch as an ordered list: each can be written, moved up or down, and taken out. */
export function ContentsField({ label }: { label: string }) {
  const { t } = useLingui();
  const { control, formState } = useFormContext<LaunchDraft>();
  const { field } = useController({ control, name: 'contents' });
  const list = useRef<HTMLDivElement>(null);
  const contents: readonly string[] = field.value;
  const found = formState.errors.contents as ({ message?: string } & ({ message?: string } | undefined)[]) | undefined;

  const put = (next: readonly string[]) => field.onChange([...next]);

  function move(from: number, to: number): void {
    const next = [...contents];
    const [moved] = next.splice(from, 1);
    next.splice(to, 0, moved ?? '');
    put(next);
    focus(to);
  }

  /** After React has drawn the list anew. */
  function focus(index: number): void {
    requestAnimationFrame(() => list.current?.querySelectorAll('textarea')[index]?.focus());
  }

  return (
    <Input.Wrapper
      component="fieldset"
      label={label}
      labelElement="div"
      required
      error={typeof found?.message === 'string' ? wordIssue(found.message) : undefined}
      style={{ border: 0, padding: 0, margin: 0 }}
    >
      <Stack gap="xs" ref={list} mt={4}>
        {contents.map((content, index) => {
          const number = String(index + 1);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the value of each input comes from its place
            <div key={index} className={css.line}>
              <span className="tabular" aria-hidden>
                {number}.
              </span>
              <Textarea
                id={fieldId(`contents.${index}`)}
                aria-label={t`Nội dung ${number}`}
                value={content}
                autosize
                minRows={1}
                maxRows={8}
                error={wordIssue(found?.[index]?.message)}
                onChange={(event) => put(contents.with(index, event.currentTarget.value))}
                onBlur={field.onBlur}
              />
              <Group gap={4} wrap="nowrap">
                <ActionIcon
                  variant="default"
                  size={32}
                  aria-label={t`Chuyển nội dung ${number} lên`}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size={32}
                  aria-label={t`Chuyển nội dung ${number} xuống`}
                  disabled={index === contents.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size={32}
                  aria-label={t`Gỡ nội dung ${number}`}
                  onClick={() => put(contents.toSpliced(index, 1))}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </div>
          );
        })}
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          disabled={contents.length >= MOST}
          onClick={() => {
            put([...contents, '']);
            focus(contents.length);
          }}
        >
          <Trans>Thêm nội dung</Trans>
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
