import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { ImportRunId } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

type Props = {
  run: ImportRunView;
  /** What is being done: "Đang kiểm tra các dòng". */
  title: string;
  /** What happens if it is cancelled now. */
  cancelWords: ReactNode;
};

/** Work going on at the server: how far it is, and cancelling it. The page may be closed meanwhile. */
export function RunningJob({ run, title, cancelWords }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const cancel = useAction(
    () => client.imports.cancel.mutate({ id: run.id as ImportRunId, seenVersion: run.version }),
    {
      done: t`Đã yêu cầu hủy`,
    },
  );
  const { progress } = run;
  const done = formatScaled(progress?.done ?? 0, 0);
  const total = progress?.total ?? null;
  const totalText = total === null ? null : formatScaled(total, 0);
  const percent = total ? Math.min(100, Math.round(((progress?.done ?? 0) / total) * 100)) : null;
  const asked = progress?.cancelAsked === true;
  return (
    <Stack gap="xs" maw={720}>
      <Text fw={600} role="status">
        {title}
      </Text>
      {/* A job whose end is not known yet shows a full moving bar without a figure. */}
      <Progress
        value={percent ?? 100}
        animated={percent === null}
        size="lg"
        aria-label={title}
        {...(percent === null ? { 'aria-valuetext': t`Chưa biết tổng số` } : {})}
      />
      <Text className="tabular">
        {totalText === null ? (
          <Trans>{done} dòng</Trans>
        ) : (
          <Trans>
            {done} / {totalText} dòng
          </Trans>
        )}
        {percent !== null && <> · {percent} %</>}
      </Text>
      <Text c="gray.7">
        <Trans>Bạn có thể đóng trang này và quay lại sau; máy chủ vẫn làm tiếp.</Trans> {cancelWords}
      </Text>
      <ProblemAlert problem={cancel.problem} title={t`Chưa hủy được`} onRetry={() => void cancel.retry()} />
      {run.actions.cancel.allowed && (
        <Group>
          <Button
            variant="default"
            disabled={asked}
            loading={cancel.pending}
            onClick={() => void cancel.run(undefined)}
          >
            {asked ? <Trans>Đang hủy</Trans> : <Trans>Hủy</Trans>}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
