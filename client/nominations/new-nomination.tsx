import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';

/** Opens an empty dossier and goes to it. */
export function NewNomination({ clusterYearId }: { clusterYearId: ClusterYearId }) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const create = useAction(
    (input: { recipientKind: 'collective' | 'individual' }, idempotencyKey) =>
      client.nominations.create.mutate({ ...input, clusterYearId, idempotencyKey }),
    { onDone: ({ id }) => navigate(paths.nomination.to(id)) },
  );
  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" loading={create.pending} onClick={() => create.run({ recipientKind: 'collective' })}>
          <Trans>Đề nghị tập thể</Trans>
        </Button>
        <Button loading={create.pending} onClick={() => create.run({ recipientKind: 'individual' })}>
          <Trans>Đề nghị cá nhân</Trans>
        </Button>
      </Group>
      <ProblemAlert problem={create.problem} onRetry={create.retry} />
    </Stack>
  );
}
