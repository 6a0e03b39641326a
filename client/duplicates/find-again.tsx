import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';

/** Orders a look through all recipients; it runs behind the scenes and tells when it is done. */
export function FindAgain() {
  const { t } = useLingui();
  const client = useTRPCClient();
  const find = useAction((_: null, idempotencyKey) => client.duplicates.find.mutate({ idempotencyKey }), {
    done: t`Đang tìm hồ sơ nghi trùng; xem tiến độ ở “Công việc đang chạy”`,
  });
  return (
    <>
      {find.problem && <ProblemAlert problem={find.problem} onRetry={() => void find.retry()} />}
      <Button variant="default" loading={find.pending} onClick={() => void find.run(null)}>
        <Trans>Tìm lại</Trans>
      </Button>
    </>
  );
}
