import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useState } from 'react';
import type { Pack, PacksOfYear } from '#client/conferences/conference-types.ts';
import { PackSentDialog } from '#client/conferences/pack-sent-dialog.tsx';
import { useTRPCClient } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';

/** The versions of a year and the button that makes the next one; only what was sent stays for ever. */
export function PackVersions({ data }: { data: PacksOfYear }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [sending, setSending] = useState<Pack | null>(null);
  const make = useAction((clusterYearId: string, idempotencyKey) =>
    client.conferencePacks.make.mutate({ clusterYearId: clusterYearId as ClusterYearId, idempotencyKey }),
  );
  const { job, packs, mayMake } = data;
  const kept = String(data.unsentKept);
  const columns = useColumns(setSending);
  if (!mayMake)
    return (
      <Stack gap="sm">
        <Text size="sm" c="gray.7">
          <Trans>
            Các bản đã gửi trong năm đơn vị bạn là Cụm trưởng; bạn xem, tải được. Lập bản mới là việc của đơn vị đang
            phụ trách Cụm.
          </Trans>
        </Text>
        <DataTable
          caption={t`Các bản tài liệu đã gửi`}
          columns={columns}
          rows={packs}
          rowKey={({ id }) => id}
          firstNumber={null}
          minWidth={1000}
          empty={<Trans>Không có bản nào được đánh dấu đã gửi trong năm này.</Trans>}
        />
      </Stack>
    );
  return (
    <Stack gap="sm">
      <ProblemAlert problem={make.problem} title={t`Chưa lập được bộ tài liệu`} onRetry={() => void make.retry()} />
      <Group gap="md" align="center">
        <Button
          leftSection={<IconFileZip size={16} aria-hidden />}
          onClick={() => void make.run(data.clusterYear.id)}
          loading={make.pending}
          disabled={job?.isUnderWay ?? false}
        >
          {packs.length === 0 ? <Trans>Lập bộ tài liệu</Trans> : <Trans>Lập bản mới</Trans>}
        </Button>
        {job?.isUnderWay && <Making job={job} />}
      </Group>
      {job && !job.isUnderWay && (
        <Alert color="red" title={t`Lần lập gần nhất không thành công`} role="alert">
          <Reasons reasons={job.reasons} />
        </Alert>
      )}
      <Text size="sm" c="gray.7">
        <Trans>
          Mỗi bản gồm Báo cáo tổng kết, Phụ lục số liệu, Danh sách đề nghị khen thưởng, Chương trình (Word) và Giao ước
          (Word, PDF), theo số liệu lúc lập. Không có Bảng xếp hạng vì điểm chưa được chấm trong hệ thống. Bản chưa gửi
          chỉ giữ {kept} bản mới nhất; bản đã đánh dấu đã gửi giữ mãi và không sửa được.
        </Trans>
      </Text>
      <DataTable
        caption={t`Các bản tài liệu đã lập`}
        columns={columns}
        rows={packs}
        rowKey={({ id }) => id}
        firstNumber={null}
        minWidth={1000}
        empty={<Trans>Chưa lập bản nào. Bấm “Lập bộ tài liệu”: vài giây sau có tệp để tải về.</Trans>}
      />
      {sending && <PackSentDialog pack={sending} onClose={() => setSending(null)} />}
    </Stack>
  );
}

function Making({ job }: { job: NonNullable<PacksOfYear['job']> }) {
  const { t } = useLingui();
  const { progress, progressTotal } = job;
  return (
    <Group gap="xs" role="status">
      <Progress
        w={160}
        value={progressTotal ? (progress / progressTotal) * 100 : 100}
        animated={!progressTotal}
        aria-label={t`Đang lập bộ tài liệu`}
      />
      <Text size="sm">
        <Trans>Đang lập. Bạn có thể rời trang; khi xong bản mới nằm ở đây.</Trans>
      </Text>
    </Group>
  );
}

function useColumns(onSend: (pack: Pack) => void): Column<Pack>[] {
  const { t } = useLingui();
  return [
    { id: 'number', head: t`Bản số`, cell: ({ number }) => number, numeric: true, width: 70 },
    {
      id: 'made',
      head: t`Lập lúc`,
      rowHead: true,
      wrap: true,
      width: 170,
      cell: ({ madeAt, madeByName }) => (
        <>
          {formatInstant(madeAt)}
          <br />
          {madeByName}
        </>
      ),
    },
    {
      id: 'contents',
      head: t`Gồm`,
      wrap: true,
      cell: ({ contents }) => (
        <>
          {contents.papers.map(({ file, template }) => (
            <Text key={file} size="sm">
              {file}
              {template && (
                <Text span size="xs" c="gray.7">
                  {' '}
                  ({template})
                </Text>
              )}
            </Text>
          ))}
          {contents.missing.map((one) => (
            <Text key={one} size="xs" c="gray.7">
              <Trans>Chưa có: {one}</Trans>
            </Text>
          ))}
        </>
      ),
    },
    {
      id: 'hash',
      head: t`Cỡ, mã kiểm tra`,
      wrap: true,
      width: 150,
      cell: ({ sha256, sizeBytes }) => {
        const kilobytes = formatScaled(Math.max(1, Math.round(sizeBytes / 1024)), 0);
        return (
          <>
            <span className="tabular">{kilobytes} KB</span>
            <br />
            <Text span size="xs" className="tabular" title={sha256}>
              {sha256.slice(0, 12)}…
            </Text>
          </>
        );
      },
    },
    {
      id: 'sent',
      head: t`Gửi`,
      wrap: true,
      width: 230,
      cell: (pack) => <Sent pack={pack} onSend={onSend} />,
    },
    {
      id: 'file',
      head: t`Tệp`,
      width: 80,
      cell: ({ id, number }) => (
        <Anchor
          href={here(`/print/conference-packs/${id}.zip`)}
          underline="always"
          aria-label={t`Tải về bản số ${number}`}
        >
          <Trans>Tải về</Trans>
        </Anchor>
      ),
    },
  ];
}

function Sent({ pack, onSend }: { pack: Pack; onSend: (pack: Pack) => void }) {
  const { t } = useLingui();
  const { sent, number } = pack;
  if (!sent)
    return (
      <Button size="xs" variant="default" onClick={() => onSend(pack)} aria-label={t`Đánh dấu đã gửi bản số ${number}`}>
        <Trans>Đánh dấu đã gửi</Trans>
      </Button>
    );
  const at = formatInstant(sent.at);
  return (
    <>
      <StatusBadge tone="good">{t`Đã gửi, không sửa được`}</StatusBadge>
      <Text size="sm">
        {at}, {sent.byName}
      </Text>
      <Text size="sm">
        <Trans>Đến: {sent.to}</Trans>
      </Text>
      {sent.note && <Text size="sm">{sent.note}</Text>}
    </>
  );
}
