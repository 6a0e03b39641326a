import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { HandOver } from '#client/clusters/cluster-types.ts';
import css from '#client/clusters/clusters.module.css';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useAction } from '#client/core/use-action.ts';

type Props = { handOver: HandOver; next: NonNullable<HandOver['next']>; onClose: () => void };

/** Sets the day; says exactly which rights move on it. */
export function HandOverDialog({ handOver, next, onClose }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const { clusterYear } = handOver;
  const { chairName } = clusterYear;
  const nextChair = next.chairName;
  const save = useAction(
    ({ date, reason }: { date: string; reason: string }) =>
      client.clusters.setHandOver.mutate({
        clusterYearId: clusterYear.id as never,
        seenVersion: clusterYear.version,
        handOverOn: date,
        note: reason,
      }),
    { done: t`Đã ghi ngày bàn giao`, onDone: onClose },
  );
  return (
    <ConfirmDialog
      title={t`Ngày bàn giao nhiệm vụ Cụm trưởng`}
      confirmLabel={t`Ghi ngày bàn giao`}
      pending={save.pending}
      problem={save.problem}
      onRetry={() => void save.retry()}
      onClose={onClose}
      onConfirm={(confirmation) => void save.run(confirmation)}
      date={{
        label: t`Ngày bàn giao`,
        required: true,
        initial: clusterYear.handOverOn ?? '',
        description: t`Từ đầu ngày này quyền chuyển sang ${nextChair}.`,
      }}
      reason={{ label: t`Ghi chú`, description: t`Nơi bàn giao, biên bản, người giao, người nhận.` }}
    >
      <Text>
        <Trans>
          Từ ngày bàn giao, mọi năm của Cụm do {nextChair} phụ trách; {chairName} chỉ xem. Các quyền chuyển:
        </Trans>
      </Text>
      <ul className={css.moves}>
        <li>
          <Trans>tiếp nhận báo cáo, đề nghị bổ sung</Trans>
        </li>
        <li>
          <Trans>thẩm định hồ sơ đề nghị khen thưởng, lập dự thảo quyết định mới</Trans>
        </li>
        <li>
          <Trans>phong trào, giao ước, hội nghị và ý kiến chỉ đạo của Cụm</Trans>
        </li>
        <li>
          <Trans>ghi ngày bàn giao kế tiếp</Trans>
        </li>
      </ul>
      <Text mt={6}>
        <Trans>
          Quyết định đang lập và bằng đã cấp vẫn do cơ quan đã lập hoàn thành. Đến ngày bàn giao, chỉ quản trị hệ thống
          sửa được ngày này.
        </Trans>
      </Text>
    </ConfirmDialog>
  );
}
