import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Code, Group, List, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs } from 'react-router';
import { apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { here } from '#client/core/base.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useAction } from '#client/core/use-action.ts';
import { MailState } from '#client/system/mail-state.tsx';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { DumpInfo } from '#shared/dumps/dumps.schema.ts';

const ASK_EVERY_MS = 1_500;
const KIB = 1024;

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await Promise.all([
    queryClient.ensureQueryData(trpc.dumps.list.queryOptions()),
    queryClient.ensureQueryData(trpc.mail.state.queryOptions()),
  ]);
  return null;
}

type Asked = { what: 'start' } | { what: 'download' | 'remove'; dump: DumpInfo };

/** Hệ thống: everything as one file in open formats, how it is loaded elsewhere, and how mail stands. */
export function Component() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data } = useSuspenseQuery({
    ...trpc.dumps.list.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.isUnderWay ? ASK_EVERY_MS : false),
  });
  const close = () => setAsked(null);

  return (
    <Stack gap="md">
      <PageHeader
        title={t`Hệ thống`}
        about={<Trans>Kết xuất toàn bộ dữ liệu ra định dạng mở; tình trạng gửi thư</Trans>}
        actions={
          <Button onClick={() => setAsked({ what: 'start' })} disabled={data.isUnderWay}>
            <Trans>Tạo bản kết xuất</Trans>
          </Button>
        }
      />
      <div role="status">
        {data.isUnderWay && (
          <Text>
            <Trans>
              Đang tạo bản kết xuất. Xem tiến độ, hủy ở <Link to={paths.jobs.to()}>Công việc đang chạy</Link>.
            </Trans>
          </Text>
        )}
      </div>
      <DataTable
        caption={t`Bản kết xuất trên máy chủ`}
        captionShown
        rows={data.dumps}
        rowKey={({ id }) => id}
        minWidth={900}
        empty={<Trans>Chưa có bản kết xuất nào. Bấm “Tạo bản kết xuất”; mọi người vẫn làm việc bình thường.</Trans>}
        columns={[
          {
            id: 'at',
            head: <Trans>Thời điểm</Trans>,
            width: 140,
            rowHead: true,
            cell: ({ takenAt }) => formatInstant(takenAt),
          },
          { id: 'who', head: <Trans>Người tạo</Trans>, width: 160, cell: ({ createdByName }) => createdByName },
          {
            id: 'rows',
            head: <Trans>Số dòng</Trans>,
            width: 100,
            numeric: true,
            cell: ({ rows }) => formatScaled(rows, 0),
          },
          {
            id: 'files',
            head: <Trans>Tệp đính kèm</Trans>,
            width: 110,
            numeric: true,
            cell: ({ files }) => formatScaled(files, 0),
          },
          {
            id: 'size',
            head: <Trans>Dung lượng</Trans>,
            width: 110,
            numeric: true,
            cell: ({ sizeBytes }) => `${formatScaled(Math.ceil(sizeBytes / KIB), 0)} KB`,
          },
          {
            id: 'hash',
            head: <Trans>SHA-256</Trans>,
            title: ({ sha256 }) => sha256,
            cell: ({ sha256 }) => <Code>{sha256}</Code>,
          },
          {
            id: 'do',
            head: <Trans>Thao tác</Trans>,
            width: 170,
            cell: (dump) => (
              <Group gap="xs" wrap="nowrap">
                <Button variant="default" size="xs" onClick={() => setAsked({ what: 'download', dump })}>
                  <Trans>Tải về</Trans>
                </Button>
                <Button variant="default" size="xs" onClick={() => setAsked({ what: 'remove', dump })}>
                  <Trans>Xóa</Trans>
                </Button>
              </Group>
            ),
          },
        ]}
      />
      <MailState />
      <HowToLoad />
      {asked?.what === 'start' && <StartDialog onClose={close} />}
      {asked?.what === 'download' && <DownloadDialog dump={asked.dump} onClose={close} />}
      {asked?.what === 'remove' && <RemoveDialog dump={asked.dump} onClose={close} />}
    </Stack>
  );
}

function HowToLoad() {
  return (
    <section>
      <Title order={2} mb={4}>
        <Trans>Nạp lại bản kết xuất</Trans>
      </Title>
      <List type="ordered">
        <List.Item>
          <Trans>
            Trên máy mới, đặt <Code>DATA_DIR</Code> (SQLite) hoặc <Code>DATABASE_URL</Code> (PostgreSQL) tới nơi còn
            trống; chưa khởi động máy chủ.
          </Trans>
        </List.Item>
        <List.Item>
          <Trans>
            Chạy <Code>npm run db -- load tệp.zip</Code>. Chương trình nạp, đọc lại toàn bộ rồi in số dòng và mã băm của
            từng bảng.
          </Trans>
        </List.Item>
        <List.Item>
          <Trans>
            Bản tạo ở trang này không kèm khóa: chép thư mục <Code>keys</Code> của máy chủ cũ vào <Code>DATA_DIR</Code>{' '}
            mới, nếu không sẽ không đọc được số căn cước và không ký tiếp được bằng. Bản có khóa chỉ tạo được tại máy
            chủ: <Code>npm run db -- dump tệp.zip --keys</Code>.
          </Trans>
        </List.Item>
        <List.Item>
          <Trans>
            Chạy <Code>npm run db -- check</Code>: mọi dòng phải là “Đạt”. Rồi khởi động máy chủ; chỉ mục tìm kiếm và số
            đếm được tạo lại.
          </Trans>
        </List.Item>
      </List>
    </section>
  );
}

type DialogProps = { onClose: () => void };

function StartDialog({ onClose }: DialogProps) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const start = useAction((reason: string, idempotencyKey) => client.dumps.start.mutate({ reason, idempotencyKey }), {
    done: t`Đã bắt đầu tạo bản kết xuất`,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={t`Tạo bản kết xuất`}
      confirmLabel={t`Tạo`}
      onClose={onClose}
      onConfirm={({ reason }) => start.run(reason)}
      pending={start.pending}
      problem={start.problem}
      onRetry={() => void start.retry()}
      reason={{ label: t`Lý do`, required: true }}
    >
      <Trans>
        Bản kết xuất gồm mọi bảng, nhật ký và tệp đính kèm, trong đó có dữ liệu cá nhân. Việc này được ghi vào nhật ký.
      </Trans>
    </ConfirmDialog>
  );
}

function DownloadDialog({ dump, onClose }: DialogProps & { dump: DumpInfo }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const open = useAction((reason: string) => client.dumps.openDownload.mutate({ id: dump.id as never, reason }), {
    onDone: ({ href }) => {
      window.location.assign(here(href)); // an attachment: the page stays
      onClose();
    },
  });
  const at = formatInstant(dump.takenAt);
  return (
    <ConfirmDialog
      title={t`Tải bản kết xuất`}
      confirmLabel={t`Tải về`}
      onClose={onClose}
      onConfirm={({ reason }) => open.run(reason)}
      pending={open.pending}
      problem={open.problem}
      onRetry={() => void open.retry()}
      reason={{ label: t`Lý do`, required: true }}
    >
      <Trans>
        Bản lúc {at} chứa dữ liệu cá nhân và mã băm mật khẩu: chỉ cất ở nơi được bảo vệ như máy chủ. Việc tải được ghi
        vào nhật ký.
      </Trans>
    </ConfirmDialog>
  );
}

function RemoveDialog({ dump, onClose }: DialogProps & { dump: DumpInfo }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const remove = useAction((reason: string) => client.dumps.remove.mutate({ id: dump.id as never, reason }), {
    done: t`Đã xóa bản kết xuất`,
    onDone: onClose,
  });
  const at = formatInstant(dump.takenAt);
  return (
    <ConfirmDialog
      title={t`Xóa bản kết xuất`}
      confirmLabel={t`Xóa`}
      danger
      onClose={onClose}
      onConfirm={({ reason }) => remove.run(reason)}
      pending={remove.pending}
      problem={remove.problem}
      onRetry={() => void remove.retry()}
      reason={{ label: t`Lý do`, required: true }}
    >
      <Trans>Bản lúc {at} sẽ bị xóa khỏi máy chủ, không lấy lại được. Dữ liệu đang dùng không bị ảnh hưởng.</Trans>
    </ConfirmDialog>
  );
}
