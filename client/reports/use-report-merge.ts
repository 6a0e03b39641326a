import { useLingui } from '@lingui/react/macro';
import { type Merge, type MergeField, useMerge } from '#client/core/form/merge.tsx';
import { useWords } from '#client/core/words.ts';
import type { Report } from '#client/reports/report-types.ts';
import type { Draft, DraftCell } from '#client/reports/use-report-draft.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { VALUE_STATUS_LABELS, type ValueStatus } from '#shared/reports/reports.schema.ts';

const PARTS = ['value', 'valueStatus', 'sourceOffice', 'note'] as const satisfies readonly (keyof DraftCell)[];
/** The rows both editors touched, one entry for each box: '<indicator version>/value' and so on. */
type Boxes = Record<string, DraftCell[keyof DraftCell]>;

type Options = {
  report: Report;
  /** Rows typed here and not yet saved. */
  dirty: () => readonly string[];
  /** The rows as this screen last read or saved them. */
  base: Draft;
  mine: () => Draft;
  loadTheirs: () => Promise<Report>;
  /** Shows the merged rows and saves them over what was loaded. */
  onMerged: (rows: Draft) => Promise<void>;
};

/** Two people at the same figures: both versions box by box. */
export function useReportMerge({ report, dirty, base, mine, loadTheirs, onMerged }: Options): Merge {
  const { t } = useLingui();
  const { label } = useWords();
  const fields = Object.fromEntries(
    report.cells.flatMap(({ indicatorVersionId: id, name, unitOfMeasure, decimals }) => {
      const described: Record<(typeof PARTS)[number], MergeField<never>> = {
        value: {
          label: `${name} (${unitOfMeasure})`,
          show: (value: DraftCell['value']) =>
            typeof value === 'number' ? formatScaled(value, decimals) : (value ?? ''),
        },
        valueStatus: {
          label: t`Trạng thái số liệu: ${name}`,
          show: (value: ValueStatus) => label(VALUE_STATUS_LABELS[value]),
        },
        sourceOffice: { label: t`Nguồn số liệu: ${name}`, show: (value: string) => value },
        note: { label: t`Ghi chú, giải trình: ${name}`, show: (value: string) => value, canJoin: true },
      };
      return PARTS.map((part) => [boxOf(id, part), described[part] as MergeField<Boxes[string]>]);
    }),
  );
  return useMerge<Boxes>({
    fields,
    base: boxesOf(base, Object.keys(base)),
    mine: () => boxesOf(mine(), dirty()),
    loadTheirs: async () => {
      const fresh = await loadTheirs();
      const theirs = Object.fromEntries(fresh.cells.map((cell) => [cell.indicatorVersionId, cell]));
      // Rows have versions of their own; together they tell one answer from the next.
      const version = fresh.cells.reduce((sum, cell) => sum + cell.version, 0);
      return { values: boxesOf(theirs, dirty()), version };
    },
    onMerged: (merged) => onMerged(rowsOf(merged, mine())),
  });
}

const boxOf = (id: string, part: string) => `${id}/${part}`;

function boxesOf(rows: Draft, ids: readonly string[]): Boxes {
  return Object.fromEntries(ids.flatMap((id) => PARTS.map((part) => [boxOf(id, part), rows[id]?.[part] ?? null])));
}

function rowsOf(boxes: Boxes, rows: Draft): Draft {
  const ids = new Set(Object.keys(boxes).map((box) => box.slice(0, box.lastIndexOf('/'))));
  return Object.fromEntries(
    [...ids].map((id) => {
      const parts = PARTS.map((part) => [part, boxes[boxOf(id, part)]]);
      return [id, { ...rows[id], ...Object.fromEntries(parts) } as DraftCell];
    }),
  );
}
