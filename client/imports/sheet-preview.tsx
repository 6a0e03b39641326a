import { Trans, useLingui } from '@lingui/react/macro';
import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import css from '#client/imports/imports.module.css';
import { columnLetters } from '#client/imports/mapping-draft.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { FoundSheet } from '#shared/imports/imports.schema.ts';

type Props = {
  sheets: readonly FoundSheet[];
  sheet: FoundSheet;
  headerRow: number;
  onSheet: (name: string) => void;
  onHeaderRow: (row: number) => void;
};

/** Columns shown: enough to know the sheet again. */
const MOST_SHOWN = 12;

/** Which sheet, and which row of it holds the headings, with the first rows as they stand in the file. */
export function SheetPreview({ sheets, sheet, headerRow, onSheet, onHeaderRow }: Props) {
  const { t } = useLingui();
  const shown = sheet.columns.slice(0, MOST_SHOWN).map(({ index }) => index);
  const rowsText = formatScaled(sheet.rowCount, 0);
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t`Trang tính`}
          value={sheet.name}
          onChange={(event) => onSheet(event.currentTarget.value)}
          data={sheets.map(({ name, rowCount }) => {
            const count = formatScaled(rowCount, 0);
            return { value: name, label: t`${name} (${count} dòng)` };
          })}
        />
        <NativeSelect
          label={t`Dòng tiêu đề cột`}
          value={String(headerRow)}
          onChange={(event) => onHeaderRow(Number(event.currentTarget.value))}
          data={headerChoices(sheet, headerRow).map(({ rowNumber, cells }) => {
            const words = cells.filter(Boolean).slice(0, 3).join(', ').slice(0, 60);
            const row = String(rowNumber);
            return { value: row, label: words ? t`Dòng ${row}: ${words}` : t`Dòng ${row}` };
          })}
        />
        <Text c="gray.7" pb={7}>
          <Trans>{rowsText} dòng dưới tiêu đề; các dòng phía trên là tên bảng, không nhập.</Trans>
        </Text>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={css.preview} tabIndex={0} aria-label={t`Các dòng đầu của trang tính`}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Dòng</Trans>
              </th>
              {shown.map((index) => (
                <th key={index} scope="col">
                  {columnLetters(index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.top.slice(0, Math.max(6, headerRow + 2)).map(({ rowNumber, cells }) => (
              <tr
                key={rowNumber}
                className={rowNumber === headerRow ? css.headRow : rowNumber < headerRow ? css.above : undefined}
              >
                <th scope="row">
                  {rowNumber}
                  {rowNumber === headerRow && <> · {t`tiêu đề`}</>}
                </th>
                {shown.map((index) => (
                  <td key={index} title={cells[index]}>
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Stack>
  );
}

function headerChoices(sheet: FoundSheet, headerRow: number): FoundSheet['top'] {
  if (sheet.top.some(({ rowNumber }) => rowNumber === headerRow)) return sheet.top;
  const known = sheet.columns.map(({ heading }) => heading);
  return [...sheet.top, { rowNumber: headerRow, cells: headerRow === sheet.headerRow ? known : [] }];
}
