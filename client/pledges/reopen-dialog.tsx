import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useAction } from '#client/core/use-action.ts';
import { type PledgeYear, seenOf } from '#client/pledges/pledge-types.ts';

/** Mở lại nội dung: says how many signatures fall, and whose, before they do. */
export function ReopenDialog({ year: { pledge }, onClose }: { year: PledgeYear; onClose: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const act = useAction((reason: string) => client.pledges.reopen.mutate({ ...seenOf(pledge), reason }), {
    done: t`Đã mở lại nội dung`,
    onDone: onClose,
  });
  const signed = pledge.signatures.filter(({ signedOn }) => signedOn !== null);
  const names = signed.map(({ name }) => name).join(', ');
  return (
    <ConfirmDialog
      title={t`Mở lại nội dung`}
      confirmLabel={t`Mở lại nội dung`}
      danger
      onClose={onClose}
      pending={act.pending}
      problem={act.problem}
      onRetry={() => void act.retry()}
      reason={{
        label: t`Lý do`,
        required: true,
        description: t`Các đơn vị đã ký sẽ thấy lý do này; ít nhất 10 ký tự.`,
      }}
      onConfirm={({ reason }) => void act.run(reason)}
    >
      {signed.length === 0 ? (
        <Text>
          <Trans>Giao ước trở lại dự thảo. Chưa có chữ ký nào.</Trans>
        </Text>
      ) : (
        <Text>
          <Trans>Giao ước trở lại dự thảo.</Trans>{' '}
          <strong>
            <Plural value={signed.length} other="# chữ ký hết hiệu lực" />
          </strong>
          : {names}. <Trans>Các đơn vị này phải ký lại sau khi thống nhất nội dung mới.</Trans>
        </Text>
      )}
    </ConfirmDialog>
  );
}
