import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';
import type { Problem } from '#client/core/problem.ts';
import { Reasons } from '#client/core/reasons.tsx';

type Props = { problem: Problem; onResolve: (choice: 'mine' | 'theirs') => Promise<void> };

/** Somebody else saved a figure first: both are shown, nothing was overwritten, the person chooses. */
export function ReportConflict({ problem, onResolve }: Props) {
  const { t } = useLingui();
  return (
    <Alert role="alert" color="red" title={t`Đồng nghiệp vừa sửa cùng ô`} mb="sm">
      <Reasons reasons={problem.reasons} />
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={() => void onResolve('theirs')}>
          <Trans>Lấy số của đồng nghiệp</Trans>
        </Button>
        <Button size="xs" onClick={() => void onResolve('mine')}>
          <Trans>Giữ số của tôi và lưu</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
