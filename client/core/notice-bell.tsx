import { useLingui } from '@lingui/react/macro';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTRPC } from '#client/core/api.ts';
import { DropList } from '#client/core/drop-list.tsx';
import css from '#client/core/notice-bell.module.css';
import { MOST_UNREAD } from '#shared/jobs/notice-limits.ts';

const NoticePanel = lazy(() => import('#client/core/notice-panel.tsx'));
const ASK_EVERY_MS = 45_000;
/** Asking keeps a session alive, so a bell that nobody sits before falls silent. */
const SILENT_AFTER_MS = 5 * 60_000;

/** How many notices wait to be read, and the way to them. */
export function NoticeBell() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const isAttended = useAttention();
  const { data } = useQuery({
    ...trpc.notices.unread.queryOptions(),
    refetchInterval: () => (isAttended() ? ASK_EVERY_MS : false),
    retry: false,
  });
  const unread = data?.unread ?? 0;
  const shown = unread >= MOST_UNREAD ? `${MOST_UNREAD - 1}+` : String(unread);
  return (
    <DropList
      align="end"
      className={css.bell}
      ariaLabel={unread === 0 ? t`Thông báo` : t`Thông báo: ${shown} chưa đọc`}
      label={
        <>
          <IconBell size={20} aria-hidden />
          {unread > 0 && (
            <span className={css.count} aria-hidden>
              {shown}
            </span>
          )}
        </>
      }
    >
      <Suspense fallback={<div className={css.waiting}>…</div>}>
        <NoticePanel />
      </Suspense>
    </DropList>
  );
}

/** Whether somebody pressed a key or a button here in the last minutes. */
function useAttention(): () => boolean {
  const seenAt = useRef(Date.now());
  useEffect(() => {
    const note = () => {
      seenAt.current = Date.now();
    };
    window.addEventListener('pointerdown', note, { passive: true });
    window.addEventListener('keydown', note, { passive: true });
    return () => {
      window.removeEventListener('pointerdown', note);
      window.removeEventListener('keydown', note);
    };
  }, []);
  return () => Date.now() - seenAt.current < SILENT_AFTER_MS;
}
