import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { Session } from '#client/core/session.tsx';
import css from '#client/core/shell.module.css';
import { formatDate } from '#shared/core/dates.ts';

const Dialogs = lazy(() => import('#client/core/demo-dialogs.tsx'));

/** Says on every page that nothing here is real; moves the demo's day and puts its data back. */
export function DemoBar({ session }: { session: Session & { can: (procedure: 'demo.setToday') => boolean } }) {
  const [open, setOpen] = useState<'today' | 'reset' | null>(null);
  return (
    <div className={css.demo}>
      <strong className="cut">
        <Trans>DỮ LIỆU MINH HỌA, không có giá trị pháp lý</Trans>
      </strong>
      <span className="tabular">
        <Trans>Hôm nay (giả định): {formatDate(session.today)}</Trans>
      </span>
      {session.can('demo.setToday') && (
        <>
          <button type="button" className={css.demoButton} onClick={() => setOpen('today')}>
            <Trans>Đổi ngày</Trans>
          </button>
          <button type="button" className={css.demoButton} onClick={() => setOpen('reset')}>
            <Trans>Đặt lại dữ liệu</Trans>
          </button>
        </>
      )}
      {open && (
        <Suspense fallback={null}>
          <Dialogs open={open} today={session.today} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  );
}
