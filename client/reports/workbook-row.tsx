import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '#client/core/words.ts';
import type { Report, ReportCellView } from '#client/reports/report-types.ts';
import css from '#client/reports/workbook.module.css';
import type { DiffCell } from '#client/reports/workbook-send.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { reportDoubts } from '#shared/reports/plausibility.rules.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';
import { VALUE_STATUS_LABELS, type ValueStatus } from '#shared/reports/reports.schema.ts';
import { chosenOf } from '#shared/reports/workbook.rules.ts';
import type { WorkbookChoice, WorkbookPart } from '#shared/reports/workbook.schema.ts';

type Props = {
  report: Report;
  cell: DiffCell;
  /** That will stand beside the figure. */
  note: string;
  take: WorkbookChoice | undefined;
  /** A choice was asked for and not made. */
  missing: boolean;
  onTake: (take: WorkbookChoice) => void;
};

/** One cell of the file beside what was downloaded and what is saved now. */
export function WorkbookRow({ report, cell, note, take, missing, onTake }: Props) {
  const { t } = useLingui();
  const show = useShown();
  const { fate, address, part, was, now, file, readings, meant, savedBy } = cell;
  const plain = (scaled: number) => formatScaled(scaled, row?.decimals ?? 0);
  const row = rowOf(report, cell);
  const name = `${address}, ${row?.name ?? ''}`;
  const hasOptions = fate === 'both' || fate === 'unclear' || meant !== null;
  const meantText = meant === null ? '' : plain(meant);
  const option = (value: WorkbookChoice, words: string) => (
    <label className={css.option} key={value}>
      <input
        type="radio"
        name={`workbook-${address}`}
        checked={take === value}
        onChange={() => onTake(value)}
        aria-label={`${name}: ${words}`}
      />
      <span>{words}</span>
    </label>
  );
  return (
    <tr {...(missing && { 'data-open': '' })} className={take === 'now' ? css.left : undefined}>
      <td className={css.cell}>{address}</td>
      <th scope="row">
        {row?.name} <span className={css.faint}>({row?.unitOfMeasure})</span>
        <PartName part={part} />
        {missing && (
          <div className={css.missing}>
            <Trans>Chưa chọn</Trans>
          </div>
        )}
      </th>
      <td className={css[part]}>{show(row, part, was)}</td>
      <td className={css[part]}>
        {show(row, part, now)}
        {fate === 'both' && savedBy !== '' && (
          <div className={css.faint}>
            <Trans>{savedBy} sửa sau khi bạn tải</Trans>
          </div>
        )}
      </td>
      <td className={`${css[part]} ${css.file}`}>
        {fate === 'unclear' ? `“${file}”` : show(row, part, file)}
        {part === 'value' && row && take && take !== 'now' && (
          <Doubts row={row} report={report} note={note} value={chosenOf(cell, take) as number | null} />
        )}
      </td>
      <td className={css.choice}>
        {hasOptions ? (
          <fieldset className={css.options}>
            <legend className={css.legend}>{name}</legend>
            {fate === 'unclear'
              ? readings.map((scaled, index) => option(index === 0 ? 'reading-1' : 'reading-2', plain(scaled)))
              : option('file', t`Lấy trong tệp`)}
            {meant !== null && option('meant', t`Sửa thành ${meantText}`)}
            {option('now', t`Giữ hiện nay`)}
          </fieldset>
        ) : (
          <label className={css.option}>
            <input
              type="checkbox"
              checked={take !== 'now'}
              onChange={(event) => onTake(event.currentTarget.checked ? 'file' : 'now')}
              aria-label={t`Nhập ô ${name}`}
            />
            <span>
              <Trans>Nhập</Trans>
            </span>
          </label>
        )}
      </td>
    </tr>
  );
}

export function PartName({ part }: { part: WorkbookPart }) {
  if (part === 'value') return null;
  return (
    <div className={css.faint}>
      {part === 'valueStatus' && <Trans>Trạng thái số liệu</Trans>}
      {part === 'sourceOffice' && <Trans>Nguồn số liệu</Trans>}
      {part === 'note' && <Trans>Ghi chú, giải trình</Trans>}
    </div>
  );
}

export const rowOf = ({ cells }: Report, { indicatorVersionId }: Pick<DiffCell, 'indicatorVersionId'>) =>
  cells.find((row) => row.indicatorVersionId === indicatorVersionId);

/** A cell as a reader sees it. */
export function useShown() {
  const { t } = useLingui();
  const { label } = useWords();
  return (row: ReportCellView | undefined, part: WorkbookPart, value: number | string | null): string => {
    if (value === null || value === '') return t`(trống)`;
    if (part === 'valueStatus') return label(VALUE_STATUS_LABELS[value as ValueStatus]);
    return typeof value === 'number' ? formatScaled(value, row?.decimals ?? 0) : value;
  };
}

type DoubtsProps = { row: ReportCellView; report: Report; note: string; value: number | null };

/** What looks wrong with the figure of the file: a warning, as in the form. A word in the note answers it. */
function Doubts({ row, report, note, value }: DoubtsProps) {
  const { word } = useWords();
  if (note.trim() !== '') return null;
  return reportDoubts({ ...row, period: report.period, value }).map((doubt) => (
    <div key={doubt.code} className={css.doubt}>
      {word(REPORT_REASONS, doubt.code, doubt.facts)}
    </div>
  ));
}
