import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { DemoEdgeList } from '#client/core/demo-edge-list.tsx';
import { useAction } from '#client/core/use-action.ts';

type Props = { open: 'today' | 'reset'; today: string; withEdges: boolean; onClose: () => void };

/** The demo's two levers; loaded when first pressed. */
export default function DemoDialogs({ open, today, withEdges, onClose }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const move = useAction((day: string) => client.demo.setToday.mutate({ today: day }), { onDone: onClose });
  const reset = useAction(() => client.demo.reset.mutate(), {
    done: t`Đã đặt lại dữ liệu minh họa`,
    // The accounts and records of before are gone: everybody starts from the front page again.
    onDone: () => window.location.assign(here('/')),
  });

  return open === 'today' ? (
    <ConfirmDialog
      title={t`Đổi ngày làm việc giả định`}
      confirmLabel={t`Đổi ngày`}
      date={{ label: t`Hôm nay là ngày`, required: true, initial: today }}
      pending={move.pending}
      problem={move.problem}
      onRetry={move.retry}
      onClose={onClose}
      onConfirm={({ date }) => move.run(date)}
    >
      <Text mb="xs">
        <Trans>Mọi hạn nộp và kiểm tra ngày sẽ tính theo ngày này, cho tất cả người đang dùng thử.</Trans>
      </Text>
      {withEdges && <DemoEdgeList today={today} disabled={move.pending} onMove={(day) => void move.run(day)} />}
    </ConfirmDialog>
  ) : (
    <ConfirmDialog
      title={t`Đặt lại dữ liệu minh họa`}
      confirmLabel={t`Đặt lại dữ liệu`}
      danger
      pending={reset.pending}
      problem={reset.problem}
      onRetry={reset.retry}
      onClose={onClose}
      onConfirm={() => reset.run(undefined)}
    >
      <Trans>Mọi thay đổi đã làm khi dùng thử sẽ mất, dữ liệu trở về như lúc mới cài đặt.</Trans>
    </ConfirmDialog>
  );
}
