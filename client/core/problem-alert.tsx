import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconWifiOff } from '@tabler/icons-react';
import type { Problem } from '#client/core/problem.ts';
import { Reasons } from '#client/core/reasons.tsx';

type Props = {
  problem: Problem | null;
  /** What did not happen, e.g. "Chưa gửi được báo cáo". */
  title?: string;
  /** Offered when no answer came from the server. */
  onRetry?: (() => void) | undefined;
};

/** Says what did not work, why, and what to do next; nothing when there is no problem. */
export function ProblemAlert({ problem, title, onRetry }: Props) {
  const { t } = useLingui();
  if (problem === null) return null;
  const offline = problem.kind === 'offline';
  const { errorId } = problem;
  return (
    <Alert
      role="alert"
      color={offline ? 'orange' : 'red'}
      title={title ?? t`Chưa thực hiện được`}
      icon={offline ? <IconWifiOff aria-hidden /> : <IconAlertTriangle aria-hidden />}
    >
      <Stack gap="xs" align="flex-start">
        {offline && (
          <Text>
            <Trans>Chưa kết nối được máy chủ. Dữ liệu vẫn ở trên màn hình; kiểm tra mạng rồi thử lại.</Trans>
          </Text>
        )}
        <Reasons reasons={problem.reasons} />
        {problem.reasons.length === 0 && !offline && <Fallback kind={problem.kind} />}
        {errorId && (
          <Text>
            <Trans>
              Mã lỗi để báo quản trị hệ thống: <strong className="tabular">{errorId}</strong>
            </Trans>
          </Text>
        )}
        {problem.kind === 'conflict' && (
          <Button size="xs" variant="default" onClick={() => window.location.reload()}>
            <Trans>Tải lại trang</Trans>
          </Button>
        )}
        {offline && onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            <Trans>Thử lại</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Words for a refusal that came without grounds. */
function Fallback({ kind }: { kind: Problem['kind'] }) {
  switch (kind) {
    case 'conflict':
      return <Trans>Người khác vừa thay đổi nội dung này. Tải lại trang để xem bản mới.</Trans>;
    case 'forbidden':
      return <Trans>Bạn không có quyền thực hiện việc này.</Trans>;
    case 'not-found':
      return <Trans>Nội dung này không còn hoặc đã được chuyển đi.</Trans>;
    case 'signed-out':
      return <Trans>Phiên làm việc đã hết hạn. Đăng nhập lại rồi thử lại.</Trans>;
    case 'refused':
      return <Trans>Có ô nhập chưa đúng. Xem lại các ô được đánh dấu.</Trans>;
    default:
      return <Trans>Lỗi nằm ở phần mềm, không phải do bạn. Dữ liệu đã lưu vẫn còn nguyên.</Trans>;
  }
}
