import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useApi } from '#client/core/api-provider.tsx';

const Dialog = lazy(() => import('#client/core/session-expired-dialog.tsx'));

/** Lies over the open page when the session has ended; behind it nothing is lost and waiting calls go on. */
export function SessionExpired() {
  const { guard } = useApi();
  const expired = useSyncExternalStore(guard.subscribe, guard.isExpired);
  return expired ? (
    <Suspense fallback={null}>
      <Dialog />
    </Suspense>
  ) : null;
}
