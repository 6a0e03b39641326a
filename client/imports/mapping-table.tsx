import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Text } from '@mantine/core';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import css from '#client/imports/imports.module.css';
import { columnLetters, fieldBy, headingOf, withEncoding, withField } from '#client/imports/mapping-draft.ts';
import { isMark, sexOfHeading } from '#shared/imports/cell-values.rules.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type { ChosenColumns, FoundColumn, FoundSheet, TextEncoding } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';
import { toUnicode } from '#shared/imports/legacy-text.ts';

type Props = {
  run: ImportRunView;
  sheet: FoundSheet;
  fields: readonly ImportField[];
  draft: ChosenColumns;
  /** Ids of fields that two columns give. */
  twice: readonly string[];
  onChange: (draft: ChosenColumns) => void;
};

/** One line for each column of the sheet: its heading, what it is, some of its texts, and how its letters are stored. */
export function MappingTable({ run, sheet, fields, draft, twice, onChange }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const rows = sheet.columns.flatMap((found) => {
    const chosen = draft.columns.find(({ index }) => index === found.index);
    return chosen ? [{ found, chosen, heading: headingOf(sheet, draft.headerRow, found.index) }] : [];
  });
  const fieldOptions = [
    { value: '', label: t`(không nhập cột này)` },
    ...fields.map((field) => ({ value: field.id, label: `${label(field.label)}${field.required ? ' *' : ''}` })),
  ];
  return (
    <DataTable
      caption={t`Các cột của trang tính`}
      rows={rows}
      rowKey={({ found }) => String(found.index)}
      firstNumber={null}
      minWidth={980}
      empty={<Trans>Trang tính này không có cột nào. Chọn trang tính hoặc dòng tiêu đề khác ở trên.</Trans>}
      columns={[
        {
          id: 'letter',
          head: <Trans>Cột</Trans>,
          width: 52,
          center: true,
          cell: ({ found }) => columnLetters(found.index),
        },
        {
          id: 'heading',
          head: <Trans>Tiêu đề trong tệp</Trans>,
          width: 210,
          rowHead: true,
          wrap: true,
          cell: ({ heading }) => heading || <Text c="gray.7">{t`(không có tiêu đề)`}</Text>,
        },
        {
          id: 'field',
          head: <Trans>Ghép vào</Trans>,
          width: 260,
          wrap: true,
          cell: ({ found, chosen, heading }) => (
            <>
              <NativeSelect
                size="xs"
                aria-label={t`Ghép cột ${columnLetters(found.index)} “${heading}” vào`}
                value={chosen.field ?? ''}
                onChange={(event) => onChange(withField(draft, found.index, event.currentTarget.value || null))}
                data={fieldOptions}
                error={
                  chosen.field !== null && twice.includes(chosen.field)
                    ? t`Hai cột cùng ghép vào trường này`
                    : undefined
                }
              />
              <ByWords by={fieldBy(run, draft, chosen)} />
              {chosen.field === 'sex' && <SexWords column={found} />}
            </>
          ),
        },
        {
          id: 'samples',
          head: <Trans>Vài ô đầu</Trans>,
          wrap: true,
          cell: ({ found, chosen }) => <Samples column={found} encoding={chosen.encoding} />,
        },
        {
          id: 'encoding',
          head: <Trans>Kiểu chữ (phông)</Trans>,
          width: 200,
          wrap: true,
          cell: ({ found, chosen, heading }) => (
            <>
              <NativeSelect
                size="xs"
                aria-label={t`Kiểu chữ của cột ${columnLetters(found.index)} “${heading}”`}
                value={chosen.encoding}
                onChange={(event) =>
                  onChange(withEncoding(draft, found.index, event.currentTarget.value as TextEncoding))
                }
                data={[
                  { value: 'unicode', label: 'Unicode' },
                  { value: 'tcvn3', label: 'TCVN3 (.VnTime)' },
                  { value: 'vni', label: 'VNI' },
                  { value: 'utf8-as-latin1', label: t`UTF-8 mở sai` },
                  { value: 'mixed', label: t`Lẫn nhiều kiểu chữ` },
                ]}
              />
              <EncodingWords column={found} encoding={chosen.encoding} />
            </>
          ),
        },
      ]}
    />
  );
}

function ByWords({ by }: { by: ReturnType<typeof fieldBy> }) {
  if (by === 'none' || by === 'chosen') return null;
  return (
    <Text size="xs" c="gray.7">
      {by === 'remembered' ? <Trans>như lần nhập trước</Trans> : <Trans>đoán theo tiêu đề</Trans>}
    </Text>
  );
}

/** How the marks of a column "Nữ" are read, for its empty cells say something too. */
function SexWords({ column }: { column: FoundColumn }) {
  const sex = sexOfHeading(column.heading);
  if (sex === null || !column.samples.some(({ before }) => isMark(before))) return null;
  return (
    <Text size="xs" c="gray.7">
      {sex === 'female' ? (
        <Trans>x là Nữ; cá nhân có ô trống là Nam</Trans>
      ) : (
        <Trans>x là Nam; cá nhân có ô trống là Nữ</Trans>
      )}
    </Text>
  );
}

function EncodingWords({ column, encoding }: { column: FoundColumn; encoding: TextEncoding }) {
  if (encoding !== column.encoding) {
    return (
      <Text size="xs" c="gray.7">
        <Trans>bạn chọn</Trans>
      </Text>
    );
  }
  if (encoding === 'unicode' || column.encodingBy === 'none') return null;
  const { font } = column;
  return (
    <Text size="xs" c="gray.7">
      {column.encodingBy === 'font' && font ? <Trans>theo phông {font}</Trans> : <Trans>nhận ra theo mặt chữ</Trans>}
    </Text>
  );
}

/** The first texts; where letters are converted, as they stand in the file and as they will be, side by side. */
function Samples({ column, encoding }: { column: FoundColumn; encoding: TextEncoding }) {
  const { t } = useLingui();
  const pairs = column.samples.map(({ before, after }) => ({
    before,
    after: encoding === column.encoding ? after : toUnicode({ text: before, font: column.font }, encoding),
  }));
  // A column of one repeated text says it once.
  const distinct = pairs.filter((pair, index) => pairs.findIndex(({ before }) => before === pair.before) === index);
  if (distinct.every(({ before, after }) => before === after)) {
    const words = distinct.map(({ after }) => after).join(' · ');
    return (
      <div className={css.samplesPlain} title={words}>
        {words}
      </div>
    );
  }
  return (
    <div className={css.samples}>
      {distinct.slice(0, 2).map(({ before, after }, index) => [
        <span key={`b${String(index)}`} className={css.before} lang="zxx" title={t`Trong tệp: ${before}`}>
          {before}
        </span>,
        <span key={`a${String(index)}`} aria-hidden>
          →
        </span>,
        <span key={`c${String(index)}`} title={after}>
          {after}
        </span>,
      ])}
    </div>
  );
}
