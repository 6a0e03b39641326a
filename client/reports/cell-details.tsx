import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Modal, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { fileAddress, uploadFile } from '#client/files/send-file.ts';
import type { Report } from '#client/reports/report-types.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { acceptedEndings, MOST_FILE_BYTES } from '#shared/files/files.schema.ts';
import type { ReportCell, ReportId } from '#shared/reports/reports.schema.ts';
import { VALUE_STATUS_LABELS } from '#shared/reports/reports.schema.ts';

type VersionId = ReportCell['indicatorVersionId'];
type Props = { report: Report; indicatorVersionId: string; editable: boolean; onClose: () => void };

/** Minh chứng of one figure, and every version of it that was saved: ước thực hiện, sơ bộ, chính thức. */
export default function CellDetails({ report, indicatorVersionId, editable, onClose }: Props) {
  const { t } = useLingui();
  const cell = report.cells.find((one) => one.indicatorVersionId === indicatorVersionId)!;
  return (
    <Modal opened onClose={onClose} title={cell.name} size="xl">
      <Stack gap="md">
        <Evidence report={report} cell={cell} editable={editable} />
        <Stack gap="xs">
          <Title order={3}>
            <Trans>Các lần nhập</Trans>
          </Title>
          <Versions report={report} cell={cell} />
        </Stack>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t`Đóng`}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

type CellProps = { report: Report; cell: Report['cells'][number] };

function Evidence({ report, cell, editable }: CellProps & { editable: boolean }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Awaited<ReturnType<typeof uploadFile>>>(undefined);
  const id = report.id as ReportId;
  const versionId = cell.indicatorVersionId as VersionId;
  const pin = useAction((to: { fileId: string; versionId: VersionId | null }) =>
    client.reports.pinFile.mutate({ id, fileId: to.fileId as never, indicatorVersionId: to.versionId }),
  );
  const own = report.files.filter((file) => cell.fileIds.includes(file.id));
  const taken = new Set(report.cells.flatMap(({ fileIds }) => fileIds));
  const free = report.files.filter((file) => !taken.has(file.id));

  async function upload(file: File): Promise<void> {
    setBusy(true);
    const limitMb = String(MOST_FILE_BYTES / 1024 / 1024);
    const known = new Set(report.files.map((one) => one.id));
    const answer =
      file.size > MOST_FILE_BYTES
        ? [{ code: 'too-large', text: t`Tệp “${file.name}” lớn hơn ${limitMb} MB.` }]
        : await uploadFile('report', report.id, file);
    setRefused(
      answer?.length === 0
        ? [{ code: 'offline', text: t`Chưa kết nối được máy chủ. Kiểm tra mạng rồi thử lại.` }]
        : answer,
    );
    if (!answer) {
      await queryClient.invalidateQueries();
      const fresh = queryClient.getQueriesData<Report>({ queryKey: [['reports', 'byId']] });
      const files = fresh.flatMap(([, data]) => (data?.id === report.id ? data.files : []));
      const added = files.find((one) => !known.has(one.id));
      if (added) await pin.run({ fileId: added.id, versionId });
    }
    setBusy(false);
    if (input.current) input.current.value = '';
  }

  return (
    <Stack gap="xs">
      <Title order={3}>
        <Trans>Tài liệu minh chứng</Trans>
      </Title>
      <ProblemAlert problem={pin.problem} title={t`Chưa gắn được tệp`} />
      {refused && <Reasons reasons={refused} />}
      {own.length === 0 && (
        <Text c="gray.7">
          <Trans>Chưa có tài liệu cho chỉ tiêu này.</Trans>
        </Text>
      )}
      {own.map((file) => (
        <Group key={file.id} gap="xs">
          <Anchor href={fileAddress(file.id)} download={file.name}>
            {file.name}
          </Anchor>
          {editable && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t`Bỏ gắn ${file.name}`}
              onClick={() => void pin.run({ fileId: file.id, versionId: null })}
            >
              <Trans>Bỏ gắn</Trans>
            </Button>
          )}
        </Group>
      ))}
      {editable && (
        <Group gap="xs" align="flex-end">
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t`Chọn tệp minh chứng`}
            accept={acceptedEndings('report').join(',')}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void upload(file);
            }}
          />
          <Button variant="default" loading={busy} onClick={() => input.current?.click()}>
            <Trans>Tải tệp lên</Trans>
          </Button>
          {free.length > 0 && (
            <NativeSelect
              label={t`Hoặc dùng tệp đã có của báo cáo`}
              value=""
              onChange={(event) => void pin.run({ fileId: event.currentTarget.value, versionId })}
              data={[{ value: '', label: t`Chọn tệp…` }, ...free.map((file) => ({ value: file.id, label: file.name }))]}
            />
          )}
        </Group>
      )}
    </Stack>
  );
}

function Versions({ report, cell }: CellProps) {
  const trpc = useTRPC();
  const { label } = useWords();
  const { data } = useQuery(
    trpc.reports.cellVersions.queryOptions({
      id: report.id as ReportId,
      indicatorVersionId: cell.indicatorVersionId as VersionId,
    }),
  );
  if (!data) return null;
  if (data.length === 0)
    return (
      <Text c="gray.7">
        <Trans>Chưa lưu lần nào.</Trans>
      </Text>
    );
  return (
    <Table withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th ta="right">
            <Trans>Số liệu</Trans>
          </Table.Th>
          <Table.Th>
            <Trans>Trạng thái số liệu</Trans>
          </Table.Th>
          <Table.Th>
            <Trans>Nguồn số liệu</Trans>
          </Table.Th>
          <Table.Th>
            <Trans>Ghi chú, giải trình</Trans>
          </Table.Th>
          <Table.Th>
            <Trans>Lưu lúc, người lưu</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.map((version) => (
          <Table.Tr key={version.version}>
            <Table.Td ta="right" className="tabular">
              {version.value === null ? <Trans>Chưa có số liệu</Trans> : formatScaled(version.value, cell.decimals)}
            </Table.Td>
            <Table.Td>{label(VALUE_STATUS_LABELS[version.valueStatus])}</Table.Td>
            <Table.Td>{version.sourceOffice}</Table.Td>
            <Table.Td>{version.note}</Table.Td>
            <Table.Td>
              {version.savedAt ? `${formatInstant(version.savedAt)}, ${version.savedBy}` : <Trans>Không ghi lại</Trans>}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
