import { Plural, useLingui } from '@lingui/react/macro';
import { Alert, List } from '@mantine/core';
import css from '#client/reports/workbook.module.css';
import type { UploadedWorkbook } from '#client/reports/workbook-send.ts';

/** So many stand open; a file of many more was made otherwise than the form. */
const SHOWN = 4;

/** What could not be read, by its place in the file; it keeps what is saved. */
export function WorkbookUnread({ problems }: Pick<UploadedWorkbook, 'problems'>) {
  const { t } = useLingui();
  const count = problems.length;
  if (count === 0) return null;
  const rest = problems.slice(SHOWN);
  return (
    <Alert
      color="orange"
      styles={{ title: { color: 'var(--warn-text)' } }}
      title={t`${count} chỗ trong tệp không nhập được, giữ số hiện có`}
    >
      <Places problems={problems.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary className={css.summary}>
            <Plural value={rest.length} other="và # chỗ khác" />
          </summary>
          <Places problems={rest} />
        </details>
      )}
    </Alert>
  );
}

function Places({ problems }: Pick<UploadedWorkbook, 'problems'>) {
  const { t } = useLingui();
  const place = (address: string) => (/^\d+$/.test(address) ? t`Dòng ${address}` : t`Ô ${address}`);
  return (
    <List spacing={2}>
      {problems.map(({ address, indicator, code, text }) => (
        <List.Item key={`${address} ${indicator} ${code}`}>
          {address !== '' && (
            <strong>
              {place(address)}
              {indicator === '' ? ': ' : `, ${indicator}: `}
            </strong>
          )}
          {text}
        </List.Item>
      ))}
    </List>
  );
}
