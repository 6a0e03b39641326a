import type { ImportStatus } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

export type WizardStep = 'file' | 'columns' | 'check' | 'confirm' | 'result';
export const WIZARD_STEPS = ['file', 'columns', 'check', 'confirm', 'result'] as const satisfies readonly WizardStep[];

/** Steps a person may go to by the address while the import waits for them. */
const STEP_WORDS = { columns: 'ghep-cot', check: 'kiem-tra', confirm: 'xac-nhan' } as const;
export type ChosenStep = keyof typeof STEP_WORDS;
export const stepWord = (step: ChosenStep): string => STEP_WORDS[step];

const STEP_OF: Readonly<Record<Exclude<ImportStatus, 'failed' | 'cancelled'>, WizardStep>> = {
  reading: 'file',
  mapping: 'columns',
  checking: 'check',
  checked: 'check',
  applying: 'result',
  applied: 'result',
  undoing: 'result',
  undone: 'result',
};

type Standing = Pick<ImportRunView, 'status' | 'found' | 'chosen' | 'counts' | 'clearedAt' | 'actions'>;

/** Where the import stands on the server; one that stopped, where it stopped. */
export function stepOf({ status, found, chosen, counts, clearedAt }: Standing): WizardStep {
  if (status !== 'failed' && status !== 'cancelled') return STEP_OF[status];
  if (clearedAt !== null) return 'result';
  if (found === null) return 'file';
  if (chosen === null) return 'columns';
  return counts === null ? 'check' : 'result';
}

/**
 * The step on screen: the one the address asks for where the import may be there, otherwise where it stands.
 * @param word the address' `buoc`
 */
export function shownStep(run: Standing, word: string | null): WizardStep {
  const asked = (Object.keys(STEP_WORDS) as ChosenStep[]).find((step) => STEP_WORDS[step] === word);
  if (asked === undefined) return stepOf(run);
  if (run.status === 'checked') return asked === 'columns' && !run.actions.choose.allowed ? 'check' : asked;
  return stepOf(run);
}

/** Does a job work on it now? Then the page asks again by itself. */
export function isRunning(status: ImportStatus): boolean {
  return status === 'reading' || status === 'checking' || status === 'applying' || status === 'undoing';
}
