import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { enterTraining } from '#client/core/auth.ts';
import { toast } from '#client/core/toast.tsx';
import { TRAINING_BASE } from '#shared/core/training-base.ts';

/**
 * One press from the real system into its training copy; says why not, where it stays shut.
 * @param to the page to come to, as the router knows it
 */
export function useEnterTraining(to = '/'): { enter: () => Promise<void>; entering: boolean } {
  const { t } = useLingui();
  const [entering, setEntering] = useState(false);
  return {
    entering,
    enter: async () => {
      setEntering(true);
      const reasons = await enterTraining();
      if (!reasons) return window.location.assign(TRAINING_BASE + to);
      setEntering(false);
      toast(reasons[0]?.text ?? t`Chưa vào được bản tập huấn. Kiểm tra mạng rồi bấm lại.`, 'bad');
    },
  };
}
