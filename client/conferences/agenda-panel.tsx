import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { AgendaEditor } from '#client/conferences/agenda-editor.tsx';
import type { Conference } from '#client/conferences/conference-types.ts';
import { CopyButton } from '#client/core/copy-text.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { agendaLineText } from '#shared/conferences/agenda.rules.ts';
import { formatDate } from '#shared/core/dates.ts';

type Props = { conference: Conference; clusterYearId: ClusterYearId };

/** Chương trình: what happens when and who speaks; on paper the same table without the buttons. */
export function AgendaPanel({ conference, clusterYearId }: Props) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const { agenda, actions } = conference;
  if (editing)
    return <AgendaEditor conference={conference} clusterYearId={clusterYearId} onClose={() => setEditing(false)} />;
  const count = agenda.length;
  return (
    <Stack gap="xs">
      <Group justify="space-between" className="no-print">
        <Text c="gray.7">
          <Trans>{count} nội dung</Trans>
        </Text>
        <Group gap="xs">
          <CopyButton text={() => agendaText(conference)}>
            <Trans>Sao chép dạng chữ</Trans>
          </CopyButton>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
            disabled={count === 0}
          >
            <Trans>In chương trình</Trans>
          </Button>
          {actions.save.allowed && (
            <Button onClick={() => setEditing(true)}>
              {count === 0 ? <Trans>Soạn chương trình</Trans> : <Trans>Sửa chương trình</Trans>}
            </Button>
          )}
        </Group>
      </Group>
      <DataTable
        caption={t`Chương trình Hội nghị`}
        rows={agenda.map((line, index) => ({ ...line, index }))}
        rowKey={({ index }) => String(index)}
        firstNumber={null}
        empty={
          actions.save.allowed ? (
            <Trans>Chưa có chương trình. Bấm “Soạn chương trình” để ghi từng nội dung theo giờ.</Trans>
          ) : (
            <Trans>Cơ quan thường trực Cụm chưa soạn chương trình.</Trans>
          )
        }
        columns={[
          { id: 'time', head: <Trans>Giờ</Trans>, width: 70, numeric: true, cell: ({ startsAt }) => startsAt },
          { id: 'content', head: <Trans>Nội dung</Trans>, rowHead: true, wrap: true, cell: ({ content }) => content },
          {
            id: 'speaker',
            head: <Trans>Người thực hiện</Trans>,
            width: '34%',
            wrap: true,
            cell: ({ speaker }) => speaker || '–',
          },
          { id: 'note', head: <Trans>Ghi chú</Trans>, width: 130, wrap: true, cell: ({ note }) => note },
        ]}
      />
    </Stack>
  );
}

/** The programme for a chat group or a letter; an official text, so Vietnamese only. */
function agendaText({ head, agenda }: Conference): string {
  const place = [formatDate(head.heldOn), head.place].filter(Boolean).join(', ');
  return ['CHƯƠNG TRÌNH', head.title, `(${place})`, '', ...agenda.map(agendaLineText)].join('\n');
}
