import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { paths } from '#client/core/paths.ts';

/**
 * Asks before a page with something unsaved is left, by a link, the back button or closing the window. For forms
 * that are saved by a button; those that save themselves (autosave.ts) do not need it.
 *
 * @param isDirty is something typed that is not saved yet?
 * @returns the question, to be rendered anywhere in the form
 */
export function useLeaveGuard(isDirty: boolean): ReactNode {
  const { t } = useLingui();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const leaves = currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search;
    // Who signs out has left already.
    return isDirty && leaves && nextLocation.pathname !== paths.signIn.path;
  });
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t`Có thay đổi chưa lưu`}
      confirmLabel={t`Rời trang, bỏ thay đổi`}
      danger
      onClose={() => blocker.reset()}
      onConfirm={() => blocker.proceed()}
    >
      <Trans>Nội dung vừa nhập chưa được lưu và sẽ mất nếu bạn rời trang. Bấm “Đóng” để ở lại và lưu.</Trans>
    </ConfirmDialog>
  );
}
