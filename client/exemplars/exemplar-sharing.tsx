import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import type { Exemplar } from '#client/exemplars/exemplar-types.ts';
import type { ExemplarId } from '#shared/exemplars/exemplars.schema.ts';
import { type ExemplarSharing, SHARING_LABELS } from '#shared/exemplars/sharing.schema.ts';

const TONES = { own: 'neutral', asked: 'info', approved: 'good', declined: 'warn' } as const;

/** Whether the exemplar is shown beyond its cluster, and the steps to it that this person may take. */
export function ExemplarSharingPanel({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const [declining, setDeclining] = useState(false);
  const { version, sharing, sharingReason, actions } = exemplar;
  const seen = { id: exemplar.id as ExemplarId, seenVersion: version };
  const ask = useAction(() => client.exemplars.askSharing.mutate(seen), {
    done: t`Đã đề nghị phổ biến ngoài Cụm`,
  });
  const decide = useAction(
    (choice: { decision: 'approve' | 'decline'; reason: string }) =>
      client.exemplars.decideSharing.mutate({ ...seen, ...choice }),
    { done: t`Đã ghi quyết định`, onDone: () => setDeclining(false) },
  );
  const isApproved = sharing === 'approved';
  return (
    <Stack gap="xs">
      <div>
        <StatusBadge tone={TONES[sharing as ExemplarSharing]}>
          {label(SHARING_LABELS[sharing as ExemplarSharing])}
        </StatusBadge>
      </div>
      {sharingReason && (
        <Text>
          <Trans>Lý do: {sharingReason}</Trans>
        </Text>
      )}
      {isApproved && actions.save.allowed && (
        <Text size="sm" c="gray.7">
          <Trans>
            Nếu đơn vị sửa nội dung hoặc thêm tài liệu, điển hình tạm rời danh sách chung cho đến khi Cụm trưởng đồng ý
            lại.
          </Trans>
        </Text>
      )}
      <ProblemAlert problem={ask.problem} title={t`Chưa đề nghị được`} onRetry={() => void ask.retry()} />
      {!declining && (
        <ProblemAlert
          problem={decide.problem}
          title={t`Chưa ghi được quyết định`}
          onRetry={() => void decide.retry()}
        />
      )}
      <Group gap="xs">
        {actions.askSharing.allowed && (
          <Button variant="default" loading={ask.pending} onClick={() => void ask.run(undefined)}>
            <Trans>Đề nghị phổ biến ngoài Cụm</Trans>
          </Button>
        )}
        {actions.decideSharing.allowed && !isApproved && (
          <Button loading={decide.pending} onClick={() => void decide.run({ decision: 'approve', reason: '' })}>
            <Trans>Đồng ý phổ biến</Trans>
          </Button>
        )}
        {actions.decideSharing.allowed && (
          <Button variant="default" onClick={() => setDeclining(true)}>
            {isApproved ? <Trans>Thôi phổ biến</Trans> : <Trans>Chưa đồng ý</Trans>}
          </Button>
        )}
      </Group>
      {declining && (
        <ConfirmDialog
          title={isApproved ? t`Thôi phổ biến ngoài Cụm` : t`Chưa đồng ý phổ biến ngoài Cụm`}
          confirmLabel={isApproved ? t`Thôi phổ biến` : t`Ghi chưa đồng ý`}
          reason={{ label: t`Lý do`, required: true, description: t`Đơn vị đọc được lý do này.` }}
          pending={decide.pending}
          problem={decide.problem}
          onRetry={() => void decide.retry()}
          onClose={() => setDeclining(false)}
          onConfirm={({ reason }) => void decide.run({ decision: 'decline', reason })}
        >
          <Trans>Điển hình vẫn hiện trong Cụm. Đơn vị đã áp dụng vẫn đọc được.</Trans>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
