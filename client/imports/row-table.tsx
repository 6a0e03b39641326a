import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { VerdictBadge } from '#client/imports/import-status-badge.tsx';
import css from '#client/imports/imports.module.css';
import { columnLetters } from '#client/imports/mapping-draft.ts';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type { ChosenColumns } from '#shared/imports/imports.schema.ts';
import type { ImportRowView } from '#shared/imports/imports.views.ts';

type Selection = { chosen: ReadonlySet<number>; change: (rows: ReadonlySet<number>) => void };

type Props = {
  rows: readonly ImportRowView[];
  chosen: ChosenColumns;
  fields: readonly ImportField[];
  /** Columns with something wrong in them stand first: the person came for these. */
  badFirst: boolean;
  empty: ReactNode;
  /** Rows that are not fetched yet; null: all are there. */
  more: { busy: boolean; load: () => void } | null;
  /** Row numbers chosen by the person; null where nothing can be chosen. */
  selection: Selection | null;
  /** Opens the correction of one value; null where nothing is corrected any more. */
  onFix: ((field: string, value: string, row: ImportRowView) => void) | null;
  onCompare: ((row: ImportRowView) => void) | null;
  /** Takes a doubtful row as it stands. */
  onAccept: ((row: ImportRowView) => void) | null;
};

const ENOUGH_PX = 150;
/** Shown in part only, so they are put right in the workbook. */
const VEILED: readonly string[] = ['cccd', 'ethnicity'];

/** The rows as they were read, with what each would do or what is wrong with it, at its cell. */
export function RowTable({
  rows,
  chosen,
  fields,
  badFirst,
  empty,
  more,
  selection,
  onFix,
  onCompare,
  onAccept,
}: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const taken = chosen.columns.flatMap(({ index, field }) => {
    const known = fields.find(({ id }) => id === field);
    return known ? [{ index, field: known }] : [];
  });
  const hasBad = (id: string) => rows.some(({ reasons }) => reasons.some(({ field }) => field === id));
  const ordered = badFirst ? taken.toSorted((a, b) => Number(hasBad(b.field.id)) - Number(hasBad(a.field.id))) : taken;
  const tellsWhy = rows.some(({ reasons, changes }) => reasons.length + changes.length > 0);
  const letterOf = (id: string) => taken.find(({ field }) => field.id === id);
  const labelOf = (id: string) => {
    const field = fields.find((each) => each.id === id);
    return field ? label(field.label) : id;
  };
  const why: Column<ImportRowView> = {
    id: 'why',
    head: <Trans>Lý do, thay đổi</Trans>,
    width: 500,
    wrap: true,
    title: () => '',
    cell: (row) => (
      <Why row={row} labelOf={labelOf} letterOf={letterOf} onFix={onFix} onCompare={onCompare} onAccept={onAccept} />
    ),
  };
  const columns: Column<ImportRowView>[] = [
    ...(selection
      ? [
          {
            id: 'select',
            head: <SelectAll rows={rows} selection={selection} />,
            width: 40,
            center: true,
            title: () => '',
            cell: ({ rowNumber }: ImportRowView) => <SelectOne rowNumber={rowNumber} selection={selection} />,
          },
        ]
      : []),
    {
      id: 'row',
      head: <Trans>Dòng</Trans>,
      width: 64,
      numeric: true,
      rowHead: true,
      cell: ({ rowNumber }) => rowNumber,
    },
    {
      id: 'verdict',
      head: <Trans>Kết quả</Trans>,
      width: 112,
      cell: ({ verdict }) => <VerdictBadge verdict={verdict} />,
      title: () => '',
    },
    ...(tellsWhy ? [why] : []),
    ...ordered.map(({ index, field }): Column<ImportRowView> => {
      const name = label(field.label);
      return {
        id: field.id,
        head: (
          <span title={name}>
            <span className={css.letter}>{columnLetters(index)}</span> {name}
          </span>
        ),
        width: Math.max(ENOUGH_PX, Math.min(240, name.length * 9 + 40)),
        cell: (row) => <MarkedCell row={row} field={field.id} />,
        title: (row) => row.cells[field.id] ?? '',
      };
    }),
  ];
  return (
    <DataTable
      caption={t`Các dòng của tệp`}
      rows={rows}
      rowKey={({ rowNumber }) => String(rowNumber)}
      firstNumber={null}
      maxHeight="62vh"
      density="dense"
      foot={more && <More columns={columns.length} {...more} />}
      empty={empty}
      columns={columns}
    />
  );
}

function More({ columns, busy, load }: { columns: number; busy: boolean; load: () => void }) {
  return (
    <tr>
      <td colSpan={columns}>
        <Button variant="default" size="compact-sm" loading={busy} onClick={load}>
          <Trans>Xem thêm</Trans>
        </Button>
      </td>
    </tr>
  );
}

function SelectAll({ rows, selection: { chosen, change } }: { rows: readonly ImportRowView[]; selection: Selection }) {
  const { t } = useLingui();
  const all = rows.length > 0 && rows.every(({ rowNumber }) => chosen.has(rowNumber));
  return (
    <Checkbox
      size="xs"
      aria-label={t`Chọn mọi dòng đang hiện`}
      checked={all}
      indeterminate={!all && chosen.size > 0}
      onChange={() => change(all ? new Set() : new Set(rows.map(({ rowNumber }) => rowNumber)))}
    />
  );
}

function SelectOne({ rowNumber, selection: { chosen, change } }: { rowNumber: number; selection: Selection }) {
  const { t } = useLingui();
  const number = String(rowNumber);
  return (
    <Checkbox
      size="xs"
      aria-label={t`Chọn dòng ${number}`}
      checked={chosen.has(rowNumber)}
      onChange={(event) => {
        const next = new Set(chosen);
        if (event.currentTarget.checked) next.add(rowNumber);
        else next.delete(rowNumber);
        change(next);
      }}
    />
  );
}

/** Reasons with the column they speak of, old and new values, and what can be done about them here. */
function Why({
  row,
  labelOf,
  letterOf,
  onFix,
  onCompare,
  onAccept,
}: Pick<Props, 'onFix' | 'onCompare' | 'onAccept'> & {
  row: ImportRowView;
  labelOf: (field: string) => string;
  letterOf: (field: string) => { index: number } | undefined;
}) {
  const { t } = useLingui();
  return (
    <ul className={css.reasons}>
      {row.reasons.map((reason) => {
        const { field, value } = reason;
        const column = field === null ? undefined : letterOf(field);
        const cell = column ? `${columnLetters(column.index)}${String(row.rowNumber)}` : null;
        const name = field === null ? '' : labelOf(field);
        return (
          <li key={`${reason.code} ${field ?? ''}`}>
            <span className={css.reason} title={reason.text}>
              {cell && <strong>{cell} </strong>}
              {reason.text}
            </span>
            {onFix && field !== null && value && row.verdict === 'wrong' && !VEILED.includes(field) && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t`Sửa ${name} ở dòng ${String(row.rowNumber)}`}
                onClick={() => onFix(field, value, row)}
              >
                <Trans>Sửa</Trans>
              </Button>
            )}
          </li>
        );
      })}
      {row.changes.map(({ field, from, to }) => (
        <li key={field}>
          {labelOf(field)}: <s>{from || t`(trống)`}</s> → <strong>{to || t`(trống)`}</strong>
        </li>
      ))}
      {row.verdict === 'doubtful' && row.candidates.length === 0 && onAccept && (
        <li>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t`Vẫn ghi dòng ${String(row.rowNumber)} như trong tệp`}
            onClick={() => onAccept(row)}
          >
            <Trans>Vẫn ghi</Trans>
          </Button>
        </li>
      )}
      {row.candidates.length > 0 && onCompare && (
        <li>
          <Group gap={6}>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t`So sánh (${String(row.candidates.length)}) hồ sơ giống dòng ${String(row.rowNumber)}`}
              onClick={() => onCompare(row)}
            >
              <Trans>So sánh ({row.candidates.length})</Trans>
            </Button>
            {row.decided !== null && <Decided row={row} />}
          </Group>
        </li>
      )}
    </ul>
  );
}

function Decided({ row }: { row: ImportRowView }) {
  const meant = row.candidates.find(({ id }) => id === row.decided)?.name;
  return <span>{meant ? <Trans>đã chọn: {meant}</Trans> : <Trans>đã chọn: hồ sơ mới</Trans>}</span>;
}

/** A cell with something wrong says so by a line at its side and to screen readers. */
function MarkedCell({ row, field }: { row: ImportRowView; field: string }) {
  const { t } = useLingui();
  const text = row.cells[field] ?? '';
  const reason = row.reasons.find((each) => each.field === field);
  if (!reason) return text || <span aria-hidden>–</span>;
  return (
    <span
      className={row.verdict === 'wrong' ? css.badCell : css.doubtCell}
      title={`${text || t`(trống)`}: ${reason.text}`}
    >
      {text || t`(trống)`}
    </span>
  );
}
