import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import type { ListColumn } from '#shared/core/list-columns.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import {
  EXPORT_KEPT_DAYS,
  type ExportFormat,
  type ExportOrder,
  type ExportPreview,
  type ExportStarted,
  MOST_ROWS_AT_ONCE,
  type StartExport,
} from '#shared/exports/exports.schema.ts';

type Props = {
  /** The list and its filters as they are on the screen. */
  of: ExportPreview;
  /** The columns on the screen in their order. */
  columns: readonly ListColumn[];
  disabled?: boolean;
  /** What the button says where a page takes out more than one list. */
  title?: string | undefined;
};

/** Takes out a list exactly as it is on the screen. Small lists come at once, large ones as a job. */
export function ExportButton({ of, columns, disabled, title }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
        onClick={() => setOpen(true)}
        disabled={disabled ?? false}
      >
        {title ?? <Trans>Xuất đúng như đang xem</Trans>}
      </Button>
      {open && <ExportDialog of={of} columns={columns} title={title} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ of, columns, title, onClose }: Props & { onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [jobId, setJobId] = useState<string | null>(null);
  const preview = useQuery({ ...trpc.exports.preview.queryOptions(of), staleTime: 0 });
  const start = useAction<ExportOrder, ExportStarted>(
    (order, idempotencyKey) => client.exports.start.mutate({ ...order, idempotencyKey } as StartExport),
    {
      onDone: ({ fileId, jobId: made }) => {
        if (fileId === null) return setJobId(made);
        download(fileId);
        onClose();
      },
    },
  );
  const count = preview.data?.count ?? 0;
  const shown = formatScaled(count, 0);
  const most = formatScaled(MOST_ROWS_AT_ONCE, 0);
  const days = String(EXPORT_KEPT_DAYS);
  const isLarge = preview.data !== undefined && (preview.data.isMore || count > MOST_ROWS_AT_ONCE);

  return (
    <Modal opened onClose={onClose} title={title ?? t`Xuất đúng như đang xem`} size="md">
      <Stack gap="sm">
        <ProblemAlert
          problem={preview.error ? readProblem(preview.error) : start.problem}
          onRetry={() => void (preview.error ? preview.refetch() : start.retry())}
        />
        <Text role="status">
          {preview.data === undefined ? (
            <Trans>Đang đếm…</Trans>
          ) : count === 0 ? (
            <Trans>Không có dòng nào theo bộ lọc đang xem. Hãy bỏ bớt điều kiện lọc rồi xuất lại.</Trans>
          ) : preview.data.isMore ? (
            <Trans>Tệp có hơn {shown} dòng, gồm mọi trang của danh sách.</Trans>
          ) : (
            <Trans>Tệp có {shown} dòng, gồm mọi trang của danh sách.</Trans>
          )}
        </Text>
        {preview.data && (
          <Text size="sm">
            <Trans>Điều kiện lọc:</Trans> {preview.data.filterLine}
          </Text>
        )}
        <Text size="sm">
          <Trans>Cột:</Trans> {columns.map((column) => label(column.label)).join(', ')}
        </Text>
        <Radio.Group label={t`Dạng tệp`} value={format} onChange={(value) => setFormat(value as ExportFormat)}>
          <Stack gap={6} mt={4}>
            <Radio value="xlsx" label={t`Excel (.xlsx), trình bày để in khổ A4 ngang`} />
            <Radio value="csv" label={t`CSV (.csv), dấu chấm phẩy, cho phần mềm khác`} />
          </Stack>
        </Radio.Group>
        {jobId === null ? (
          isLarge && (
            <Text size="sm" c="dimmed">
              <Trans>
                Trên {most} dòng, tệp được tạo ở phía sau; khi xong có thông báo ở chuông đầu trang. Tệp giữ {days}{' '}
                ngày, chỉ bạn tải được.
              </Trans>
            </Text>
          )
        ) : (
          <Text role="status">
            <Trans>
              Đang tạo tệp. Bạn làm việc khác được; khi xong có thông báo ở chuông đầu trang. Xem tiến độ ở{' '}
              <Link to={paths.jobs.to()}>Công việc đang chạy</Link>.
            </Trans>
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng</Trans>
          </Button>
          {jobId === null && (
            <Button
              onClick={() => void start.run({ ...of, columns: columns.map(({ id }) => id), format } as ExportOrder)}
              loading={start.pending}
              disabled={count === 0}
            >
              <Trans>Xuất tệp</Trans>
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

/** Lets the browser fetch a stored file as an attachment; the page stays. */
function download(fileId: string): void {
  const link = document.createElement('a');
  link.href = here(`/files/${fileId}`);
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
