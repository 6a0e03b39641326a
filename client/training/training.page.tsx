import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs } from 'react-router';
import { apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useEnterTraining } from '#client/core/enter-training.ts';
import { Fact, Facts } from '#client/core/facts.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { useAction } from '#client/core/use-action.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';

const ASK_EVERY_MS = 1_500;
const KIB = 1024;

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.training.state.queryOptions());
  return null;
}

/** Chế độ tập huấn: make, reset and remove the copy people practise in. */
export function Component() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [asked, setAsked] = useState<'reset' | 'remove' | null>(null);
  const { enter, entering } = useEnterTraining();
  const { data } = useSuspenseQuery({
    ...trpc.training.state.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.isUnderWay ? ASK_EVERY_MS : false),
  });
  const start = useAction((_: null, idempotencyKey) => client.training.start.mutate({ idempotencyKey }), {
    done: t`Đã bắt đầu tạo bản tập huấn`,
  });
  const { copy, isUnderWay, isInside, problems } = data;
  const isShut = isUnderWay || problems.length > 0;

  if (isInside)
    return (
      <Stack gap="md">
        <PageHeader title={t`Chế độ tập huấn`} />
        <Text>
          <Trans>
            Bạn đang ở trong bản tập huấn. Việc tạo, đặt lại, xóa bản này làm ở <a href="/">hệ thống thật</a>.
          </Trans>
        </Text>
      </Stack>
    );

  return (
    <Stack gap="md">
      <PageHeader
        title={t`Chế độ tập huấn`}
        about={<Trans>Một bản riêng của dữ liệu, tên người là giả định, để cán bộ làm thử mọi việc</Trans>}
        actions={
          copy ? (
            <Group gap="xs">
              <Button onClick={() => void enter()} loading={entering}>
                <Trans>Vào bản tập huấn</Trans>
              </Button>
              <Button variant="default" onClick={() => setAsked('reset')} disabled={isShut}>
                <Trans>Đặt lại</Trans>
              </Button>
              <Button variant="default" onClick={() => setAsked('remove')} disabled={isUnderWay}>
                <Trans>Xóa</Trans>
              </Button>
            </Group>
          ) : (
            <Button onClick={() => void start.run(null)} loading={start.pending} disabled={isShut}>
              <Trans>Tạo bản tập huấn</Trans>
            </Button>
          )
        }
      />
      <ProblemAlert problem={start.problem} onRetry={() => void start.retry()} />
      <div role="status">
        {isUnderWay && (
          <Text>
            <Trans>
              Đang tạo bản tập huấn. Xem tiến độ, hủy ở <Link to={paths.jobs.to()}>Công việc đang chạy</Link>.
            </Trans>
          </Text>
        )}
      </div>
      {problems.length > 0 && !isUnderWay && (
        <Alert color="orange" title={t`Chưa tạo được bản tập huấn trên máy này`}>
          <Reasons reasons={problems} />
        </Alert>
      )}
      {copy ? (
        <Copy copy={copy} />
      ) : (
        !isUnderWay && (
          <Text>
            <Trans>Chưa có bản tập huấn nào.</Trans>
          </Text>
        )
      )}
      <WhatItIs />
      {asked === 'reset' && copy && <ResetDialog seenMadeAt={copy.madeAt} onClose={() => setAsked(null)} />}
      {asked === 'remove' && copy && <RemoveDialog seenMadeAt={copy.madeAt} onClose={() => setAsked(null)} />}
    </Stack>
  );
}

type CopyShown = {
  madeAt: string;
  madeByName: string;
  rows: number;
  sizeBytes: number;
  ageDays: number;
  isOld: boolean;
};

function Copy({ copy }: { copy: CopyShown }) {
  const { ageDays } = copy;
  return (
    <Stack gap="xs">
      {copy.isOld && (
        <Alert color="orange">
          <Trans>
            Bản này đã {ageDays} ngày tuổi, dữ liệu không còn giống hệ thống thật. Bấm “Đặt lại” trước buổi tập huấn
            tới.
          </Trans>
        </Alert>
      )}
      <Facts>
        <Fact term={<Trans>Tạo lúc</Trans>}>
          <span className="tabular">{formatInstant(copy.madeAt)}</span> (
          {ageDays === 0 ? <Trans>hôm nay</Trans> : <Trans>{ageDays} ngày trước</Trans>})
        </Fact>
        <Fact term={<Trans>Người tạo</Trans>}>{copy.madeByName}</Fact>
        <Fact term={<Trans>Dung lượng</Trans>}>
          <span className="tabular">{formatScaled(Math.ceil(copy.sizeBytes / KIB), 0)} KB</span>
        </Fact>
        <Fact term={<Trans>Số dòng</Trans>}>
          <span className="tabular">{formatScaled(copy.rows, 0)}</span>
        </Fact>
      </Facts>
    </Stack>
  );
}

function WhatItIs() {
  return (
    <section>
      <Title order={2} mb={4}>
        <Trans>Bản tập huấn là gì</Trans>
      </Title>
      <List>
        <List.Item>
          <Trans>
            Tên người được thay bằng tên giả định. Số căn cước, dân tộc, nhật ký, mật khẩu không chép sang; năm sinh,
            phần viết tự do và tệp đính kèm được thay bằng nội dung tập huấn.
          </Trans>
        </List.Item>
        <List.Item>
          <Trans>
            Mỗi người có tài khoản vào bằng một lần bấm ở trình đơn tài khoản, với đúng quyền của mình. Trang nào cũng
            có thanh màu tím “Chế độ tập huấn”.
          </Trans>
        </List.Item>
        <List.Item>
          <Trans>
            Giấy in ra có chữ TẬP HUẤN chìm ngang trang, số mang thêm “-TH” hoặc “TH-”; tra mã xác thực thì báo là bản
            tập huấn. Không gửi thư ra ngoài.
          </Trans>
        </List.Item>
        <List.Item>
          <Trans>Đặt lại chép mới từ dữ liệu hiện nay: mọi việc đã làm trong bản tập huấn mất đi.</Trans>
        </List.Item>
      </List>
    </section>
  );
}

type DialogProps = { seenMadeAt: string; onClose: () => void };

function ResetDialog({ seenMadeAt, onClose }: DialogProps) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const reset = useAction((_: null, idempotencyKey) => client.training.reset.mutate({ seenMadeAt, idempotencyKey }), {
    done: t`Đã bắt đầu đặt lại bản tập huấn`,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={t`Đặt lại bản tập huấn`}
      confirmLabel={t`Đặt lại`}
      onClose={onClose}
      onConfirm={() => reset.run(null)}
      pending={reset.pending}
      problem={reset.problem}
      onRetry={() => void reset.retry()}
    >
      <Trans>
        Bản tập huấn được chép mới từ dữ liệu hiện nay. Mọi việc đã làm trong đó mất đi; ai đang ở trong đó phải vào
        lại.
      </Trans>
    </ConfirmDialog>
  );
}

function RemoveDialog({ seenMadeAt, onClose }: DialogProps) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const remove = useAction(() => client.training.remove.mutate({ seenMadeAt }), {
    done: t`Đã xóa bản tập huấn`,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={t`Xóa bản tập huấn`}
      confirmLabel={t`Xóa`}
      danger
      onClose={onClose}
      onConfirm={() => remove.run(undefined)}
      pending={remove.pending}
      problem={remove.problem}
      onRetry={() => void remove.retry()}
    >
      <Trans>Bản tập huấn và mọi việc đã làm trong đó bị xóa khỏi máy chủ. Hệ thống thật không bị ảnh hưởng.</Trans>
    </ConfirmDialog>
  );
}
