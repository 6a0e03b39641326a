import type { Reason } from '#shared/core/reason.ts';
import {
  type ChosenColumns,
  IMPORT_STATUS_LABELS,
  type ImportCounts,
  type ImportStatus,
} from '#shared/imports/imports.schema.ts';

/** What a person does with a run after the file was read. */
export type ImportStep = 'choose' | 'correct' | 'confirm' | 'cancel' | 'undo';

const STEP_FROM: Readonly<Record<ImportStep, readonly ImportStatus[]>> = {
  choose: ['mapping', 'checked'],
  correct: ['checked'],
  // Again where the writing broke off: it goes on with the first row that is not written.
  confirm: ['checked', 'failed'],
  cancel: ['reading', 'mapping', 'checking', 'checked', 'applying'],
  // Again where its job was cancelled on the page of jobs: what is taken back already is passed over.
  undo: ['applied', 'cancelled', 'failed', 'undoing'],
};

type RunState = {
  status: ImportStatus;
  counts: ImportCounts | null;
  /** When the writing ended, also one that broke off. */
  appliedAt: string | null;
  undoUntil: string | null;
};

/**
 * Why a step cannot be taken; empty when it can.
 *
 * @param now the real instant (ISO): the 24 hours of an undo do not stand still with the clock of the demo
 */
export function stepReasons(step: ImportStep, run: RunState, now: string): Reason[] {
  const { status, counts } = run;
  const isUnwritten =
    status === 'failed' && step === 'confirm' && (run.appliedAt === null || waitingRows(counts) === 0);
  if (!STEP_FROM[step].includes(status) || isUnwritten) {
    const label = IMPORT_STATUS_LABELS[status];
    return [{ code: 'import.wrong-state', facts: { status: label.vi, statusEn: label.en } }];
  }
  if (step === 'confirm' && counts && counts.new + counts.changed === 0) return [{ code: 'import.nothing-to-write' }];
  if (step === 'undo') {
    if ((counts?.applied ?? 0) === 0 || run.undoUntil === null) return [{ code: 'import.nothing-written' }];
    if (run.undoUntil < now) return [{ code: 'import.undo-too-late', facts: { untilAt: run.undoUntil } }];
  }
  return [];
}

/** Rows that were to be written and are not. */
export const waitingRows = (counts: ImportCounts | null): number =>
  counts === null ? 0 : counts.new + counts.changed - counts.applied;

const HOUR_MS = 3_600_000;
/** How long a run that wrote nothing, or was taken back, keeps its file: until the next working morning. */
export const STOPPED_KEPT_HOURS = 24;
/**
 * How long the file and the rows of a written run stay once it cannot be undone any more: a month in which a list is
 * still asked about. They hold names and citizen numbers, so they do not stay longer than they are of use.
 */
export const ROWS_KEPT_DAYS = 30;

type Lasting = Pick<RunState, 'status' | 'appliedAt' | 'undoUntil'> & {
  createdAt: string;
  undoneAt: string | null;
  /** When its last job ended. */
  endedAt: string | null;
};

/**
 * From when on (instant) the uploaded file and the rows of a run are cleared away; null while a job works on it. One
 * that nobody went on with is given up then.
 */
export function clearsAt({ status, createdAt, endedAt, appliedAt, undoUntil, undoneAt }: Lasting): string | null {
  switch (status) {
    case 'reading':
    case 'checking':
    case 'applying':
    case 'undoing':
      return null;
    case 'mapping':
    case 'checked':
      return later(createdAt, ROWS_KEPT_DAYS * 24);
    case 'applied':
      return later(undoUntil ?? appliedAt ?? createdAt, ROWS_KEPT_DAYS * 24);
    case 'undone':
      return later(undoneAt ?? createdAt, STOPPED_KEPT_HOURS);
    default: {
      const [last = createdAt] = [createdAt, endedAt ?? '', appliedAt ?? ''].toSorted().reverse();
      const stopped = later(last, STOPPED_KEPT_HOURS);
      return undoUntil !== null && undoUntil > stopped ? undoUntil : stopped;
    }
  }
}

const later = (instant: string, hours: number): string => new Date(Date.parse(instant) + hours * HOUR_MS).toISOString();

type Field = { id: string; label: { vi: string; en: string }; required: boolean };

/** Why columns cannot be read as chosen: a field that is asked for is missing, or one is taken from two columns. */
export function mappingReasons(chosen: ChosenColumns, fields: readonly Field[]): Reason[] {
  const taken = chosen.columns.flatMap(({ field }) => (field === null ? [] : [field]));
  const reasons: Reason[] = [];
  for (const id of new Set(taken)) {
    const field = fields.find((one) => one.id === id);
    if (!field) reasons.push({ code: 'import.field-unknown', field: 'columns', facts: { field: id } });
    else if (taken.filter((one) => one === id).length > 1)
      reasons.push({
        code: 'import.field-twice',
        field: `columns.${id}`,
        facts: { label: field.label.vi, labelEn: field.label.en },
      });
  }
  for (const { id, label, required } of fields)
    if (required && !taken.includes(id))
      reasons.push({
        code: 'import.field-missing',
        field: `columns.${id}`,
        facts: { label: label.vi, labelEn: label.en },
      });
  return reasons;
}
