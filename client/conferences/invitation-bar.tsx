import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconFileTypeDocx, IconFileZip } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type Conference, type Delegate, seenOf } from '#client/conferences/conference-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import { CopyButton } from '#client/core/copy-text.tsx';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { invitationText } from '#shared/conferences/invitation.text.ts';

type Props = {
  conference: Conference;
  clusterYearId: string;
  clusterName: string;
  /** The lines chosen in the table. */
  selected: readonly Delegate[];
  onDone: () => void;
};

/** Giấy mời: of one chosen line or of all, as Word or as text, and whether they went out. */
export function InvitationBar({ conference, clusterYearId, clusterName, selected, onDone }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const send = useAction(
    (sent: boolean) =>
      client.conferences.markSent.mutate({ conferenceId: conference.id, items: selected.map(seenOf), sent }),
    { done: t`Đã ghi việc gửi giấy mời`, onDone },
  );
  const [only] = selected;
  const one = selected.length === 1 && only ? only : null;
  const invited = conference.delegates.filter(({ attendance }) => attendance !== 'absent');
  const address = `/print/invitations/${clusterYearId}`;
  const text = () =>
    (selected.length > 0 ? selected : invited)
      .map((row) => invitationText({ ...conference.head, clusterName }, conference.agenda, row))
      .join('\n\n');
  return (
    <Stack gap={4} className="no-print">
      <ProblemAlert problem={send.problem} title={t`Chưa ghi được`} onRetry={() => void send.retry()} />
      <Group gap="xs">
        <Text size="sm" fw={600}>
          <Trans>Giấy mời</Trans>
        </Text>
        <Button
          component="a"
          size="compact-sm"
          variant="default"
          href={here(one ? `${address}.docx?dai-bieu=${one.id}` : `${address}.docx`)}
          leftSection={<IconFileTypeDocx size={16} aria-hidden />}
        >
          {one ? <Trans>Tải giấy mời của dòng đã chọn</Trans> : <Trans>Tải tất cả trong một tệp</Trans>}
        </Button>
        <Button
          component="a"
          size="compact-sm"
          variant="default"
          href={here(`${address}.zip`)}
          leftSection={<IconFileZip size={16} aria-hidden />}
        >
          <Trans>Mỗi giấy mời một tệp</Trans>
        </Button>
        <CopyButton text={text} size="compact-sm">
          <Trans>Sao chép giấy mời</Trans>
        </CopyButton>
        <Anchor
          component={Link}
          size="sm"
          underline="always"
          to={`${paths.conferencePacks.to(clusterYearId as ClusterYearId)}?muc=mau`}
        >
          <Trans>Mẫu giấy mời</Trans>
        </Anchor>
        {conference.actions.save.allowed && (
          <>
            <Button
              size="compact-sm"
              disabled={selected.length === 0}
              loading={send.pending}
              onClick={() => void send.run(true)}
            >
              <Trans>Ghi đã gửi giấy mời</Trans>
            </Button>
            {selected.some(({ invitationSentOn }) => invitationSentOn !== null) && (
              <Button size="compact-sm" variant="default" onClick={() => void send.run(false)}>
                <Trans>Bỏ ghi đã gửi</Trans>
              </Button>
            )}
          </>
        )}
      </Group>
    </Stack>
  );
}
