import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { DemoEdges } from '#client/core/demo-edges.tsx';
import type { Session } from '#client/core/session.tsx';
import css from '#client/core/shell.module.css';
import { toast } from '#client/core/toast.tsx';
import { useAction } from '#client/core/use-action.ts';
import { addDays, formatDate } from '#shared/core/dates.ts';
import { isDemoDay } from '#shared/core/demo-days.ts';

const Dialogs = lazy(() => import('#client/core/demo-dialogs.tsx'));

type Can = (procedure: 'demo.setToday' | 'demo.edges') => boolean;

/** Says on every page that nothing here is real; moves the demo's day and puts its data back. */
export function DemoBar({ session }: { session: Session & { can: Can } }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [open, setOpen] = useState<'today' | 'reset' | null>(null);
  const { today } = session;
  const move = useAction((day: string) => client.demo.setToday.mutate({ today: day }), {
    done: ({ today: day }) => t`Hôm nay (giả định): ${formatDate(day)}`,
    onProblem: ({ reasons }) => toast(reasons[0]?.text ?? t`Chưa đổi được ngày. Kiểm tra mạng rồi bấm lại.`, 'bad'),
  });
  const step = (days: number, words: string) => (
    <button
      type="button"
      className={css.demoButton}
      disabled={move.pending || !isDemoDay(addDays(today, days))}
      onClick={() => void move.run(addDays(today, days))}
    >
      {words}
    </button>
  );
  return (
    <div className={css.demo}>
      <strong className="cut">
        <Trans>DỮ LIỆU MINH HỌA, không có giá trị pháp lý</Trans>
      </strong>
      <span className="tabular">
        <Trans>Hôm nay (giả định): {formatDate(today)}</Trans>
      </span>
      {session.can('demo.setToday') && (
        <>
          {step(-1, t`−1 ngày`)}
          {step(1, t`+1 ngày`)}
          <button type="button" className={css.demoButton} onClick={() => setOpen('today')}>
            <Trans>Đổi ngày</Trans>
          </button>
          <button type="button" className={css.demoButton} onClick={() => setOpen('reset')}>
            <Trans>Đặt lại dữ liệu</Trans>
          </button>
        </>
      )}
      {session.can('demo.edges') && <DemoEdges today={today} />}
      {open && (
        <Suspense fallback={null}>
          <Dialogs open={open} today={today} withEdges={session.can('demo.edges')} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  );
}
