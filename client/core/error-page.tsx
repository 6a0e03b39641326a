import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { isRouteErrorResponse, Link, useLocation, useRouteError } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { Reasons } from '#client/core/reasons.tsx';

/** What happened, why, and what to do next. Never a message of the program itself. */
export function ErrorPage() {
  const { t } = useLingui();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;

  const problem = readProblem(error);
  // `refused` while a page opens: the address holds something that cannot be an id or a filter.
  if (problem.kind === 'not-found' || problem.kind === 'refused') return <NotFoundPage />;
  if (problem.kind === 'forbidden') {
    return (
      <Frame title={t`Bạn không có quyền xem trang này`}>
        {problem.reasons.length > 0 ? (
          <Reasons reasons={problem.reasons} />
        ) : (
          <Text>
            <Trans>Nếu công việc của bạn cần trang này, hãy đề nghị quản trị hệ thống của đơn vị cấp quyền.</Trans>
          </Text>
        )}
      </Frame>
    );
  }
  if (problem.kind === 'offline') {
    return (
      <Frame title={t`Chưa kết nối được máy chủ`} retry>
        <Text>
          <Trans>Mạng bị ngắt hoặc máy chủ đang khởi động lại. Kiểm tra mạng rồi bấm Thử lại.</Trans>
        </Text>
      </Frame>
    );
  }
  const { errorId } = problem;
  return (
    <Frame title={t`Trang này chưa mở được`} retry>
      <Reasons reasons={problem.reasons} />
      <Text>
        <Trans>Lỗi nằm ở phần mềm, không phải do bạn; dữ liệu đã lưu vẫn còn nguyên. Bấm Thử lại.</Trans>
      </Text>
      {errorId && (
        <Text>
          <Trans>
            Nếu vẫn lỗi, báo quản trị hệ thống mã số <strong className="tabular">{errorId}</strong>.
          </Trans>
        </Text>
      )}
    </Frame>
  );
}

export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Frame title={t`Không tìm thấy trang`}>
      <Text>
        <Trans>Địa chỉ không đúng, hoặc nội dung thuộc đơn vị khác hay đã được chuyển đi.</Trans>
      </Text>
    </Frame>
  );
}

function Frame({ title, retry, children }: { title: string; retry?: boolean; children: ReactNode }) {
  const here = useLocation();
  return (
    <Stack py="md" gap="sm" maw={640}>
      <title>{`${title} · Lũy Tre`}</title>
      <Title order={1}>{title}</Title>
      {children}
      <Group>
        {retry && (
          <Button component={Link} to={here} replace>
            <Trans>Thử lại</Trans>
          </Button>
        )}
        <Button component={Link} to={paths.home.to()} variant="default">
          <Trans>Về trang Tổng quan</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
