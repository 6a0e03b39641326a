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
  confirm: ['checked'],
  cancel: ['reading', 'mapping', 'checking', 'checked', 'applying'],
  // Again where its job was cancelled on the page of jobs: what is taken back already is passed over.
  undo: ['applied', 'cancelled', 'undoing'],
};

type RunState = {
  status: ImportStatus;
  counts: ImportCounts | null;
  undoUntil: string | null;
};

/**
 * Why a step cannot be taken; empty when it can.
 *
 * @param now the real instant (ISO): the 24 hours of an undo do not stand still with the clock of the demo
 */
export function stepReasons(step: ImportStep, run: RunState, now: string): Reason[] {
  const { status, counts } = run;
  if (!STEP_FROM[step].includes(status)) {
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
