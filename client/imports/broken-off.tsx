import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { useAction } from '#client/core/use-action.ts';
import { UndoImport } from '#client/imports/undo-import.tsx';
import { formatScaled } from '#shared/core/numbers.ts';
import { waitingRows } from '#shared/imports/import-run.rules.ts';
import type { ImportRunId } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

/** Why an import stopped, what of it was written, and what can be done: go on, take it back, or begin anew. */
export function BrokenOff({ run }: { run: ImportRunView }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const goOn = useAction((_: null, idempotencyKey) =>
    client.imports.confirm.mutate({ id: run.id as ImportRunId, seenVersion: run.version, idempotencyKey }),
  );
  const applied = formatScaled(run.counts?.applied ?? 0, 0);
  const left = formatScaled(waitingRows(run.counts), 0);
  const isUnread = run.found === null && run.clearedAt === null;
  return (
    <Stack gap="sm" maw={820}>
      <Alert role="alert" color="red" title={isUnread ? t`Không đọc được tệp` : t`Lần nhập dừng giữa chừng`}>
        {run.failure ? <Reasons reasons={run.failure} /> : <Trans>Không rõ lý do. Nhập lại tệp một lần nữa.</Trans>}
      </Alert>
      {run.appliedAt !== null && (
        <Text>
          <Trans>
            {applied} dòng đã được ghi trước khi dừng, {left} dòng chưa ghi. Ghi tiếp thì không dòng nào bị ghi hai lần.
          </Trans>
        </Text>
      )}
      <ProblemAlert problem={goOn.problem} title={t`Chưa ghi tiếp được`} onRetry={() => void goOn.retry()} />
      {run.actions.confirm.allowed && (
        <Group>
          <Button loading={goOn.pending} onClick={() => void goOn.run(null)}>
            <Trans>Ghi tiếp {left} dòng</Trans>
          </Button>
        </Group>
      )}
      <UndoImport run={run} />
      <Group>
        <Button component={Link} to={`${paths.imports.to()}?loai=${run.kind}`} variant="default">
          <Trans>Nhập tệp khác</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
