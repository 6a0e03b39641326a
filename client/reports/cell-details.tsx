import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import type { Report } from '#client/reports/report-types.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
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
  const id = report.id as ReportId;
  const versionId = cell.indicatorVersionId as VersionId;
  const pin = useAction((to: { fileId: string; versionId: VersionId | null }) =>
    client.reports.pinFile.mutate({ id, fileId: to.fileId as never, indicatorVersionId: to.versionId }),
  );
  const own = report.files.filter((file) => cell.fileIds.includes(file.id));
  const taken = new Set(report.cells.flatMap(({ fileIds }) => fileIds));
  const free = report.files.filter((file) => !taken.has(file.id));
  const toChoose = (files: typeof own) => [
    { value: '', label: t`Chọn tệp…` },
    ...files.map((file) => ({ value: file.id, label: file.name })),
  ];
  return (
    <Stack gap="xs">
      <Title order={3}>
        <Trans>Tài liệu minh chứng</Trans>
      </Title>
      <ProblemAlert problem={pin.problem} title={t`Chưa gắn được tệp`} />
      <Attachments
        subjectKind="report"
        subjectId={report.id}
        files={own}
        editable={editable}
        onUploaded={(fileId) => pin.run({ fileId, versionId })}
      />
      {editable && (
        <Group gap="md" align="flex-end">
          {free.length > 0 && (
            <NativeSelect
              label={t`Dùng tệp đã có của báo cáo`}
              value=""
              onChange={(event) => void pin.run({ fileId: event.currentTarget.value, versionId })}
              data={toChoose(free)}
            />
          )}
          {own.length > 0 && (
            <NativeSelect
              label={t`Bỏ gắn, để lại trong báo cáo`}
              value=""
              onChange={(event) => void pin.run({ fileId: event.currentTarget.value, versionId: null })}
              data={toChoose(own)}
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
