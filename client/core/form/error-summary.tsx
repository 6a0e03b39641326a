import { Plural, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, List } from '@mantine/core';
import { useEffect, useRef } from 'react';

export type SummaryError = {
  /** Id of the input. */
  id: string;
  /** The same words as beside the field. */
  text: string;
  /** The words do not say by themselves which field they are about: its label goes before them. */
  needsLabel?: boolean;
};

type Props = {
  errors: readonly SummaryError[];
  /** Grows with every try to send; the focus moves here after each that failed. */
  attempt: number;
};

/** What keeps a form from being sent: takes the focus, links to each field, and says so in the tab's title. */
export function ErrorSummary({ errors, attempt }: Props) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const focusedAttempt = useRef(0);
  const some = errors.length > 0;

  useEffect(() => {
    // Errors arrive after the attempt is counted, so this waits for both.
    if (!some || attempt === 0 || focusedAttempt.current === attempt) return;
    focusedAttempt.current = attempt;
    box.current?.focus();
  }, [some, attempt]);

  const prefix = t`Lỗi:`;
  useEffect(() => {
    if (!some) return;
    const before = document.title;
    document.title = `${prefix} ${before}`;
    return () => {
      if (document.title === `${prefix} ${before}`) document.title = before;
    };
  }, [some, prefix]);

  if (!some) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="red"
      mb="sm"
      title={<Plural value={errors.length} other="Có # chỗ cần sửa" />}
    >
      <List>
        {errors.map(({ id, text, needsLabel }) => (
          <List.Item key={id}>
            <Anchor
              display="inline-block"
              py={3}
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                const field = document.getElementById(id);
                field?.focus();
                field?.scrollIntoView?.({ block: 'center' });
              }}
            >
              {needsLabel && labelOf(id)}
              <span>{text}</span>
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/**
 * "Họ và tên: ", as the form on the screen calls the field, with the row it stands in where there are several alike
 * ("Báo cáo sơ kết 6 tháng, Đến ngày: ", the row's words from its data-row); '' where it has no label of its own.
 */
function labelOf(id: string): string {
  const field = document.getElementById(id);
  const label =
    field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement
      ? field.labels?.[0]
      : null;
  // The asterisk of a required field is an element of its own.
  const words = [...(label?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
  const said = words
    .map((node) => node.textContent)
    .join('')
    .trim();
  const row = field?.closest<HTMLElement>('[data-row]')?.dataset.row;
  return said && (row && row !== said ? `${row}, ${said}: ` : `${said}: `);
}
