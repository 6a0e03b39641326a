import { useLingui } from '@lingui/react/macro';
import type { WizardStep } from '#client/imports/import-steps.ts';

/** Chọn tệp > Ghép cột > Kiểm tra > Xác nhận > Kết quả, in the language of the screen. */
export function useWizardWords(): { step: WizardStep; word: string }[] {
  const { t } = useLingui();
  return [
    { step: 'file', word: t`Chọn tệp` },
    { step: 'columns', word: t`Ghép cột` },
    { step: 'check', word: t`Kiểm tra` },
    { step: 'confirm', word: t`Xác nhận` },
    { step: 'result', word: t`Kết quả` },
  ];
}
