import { Trans } from '@lingui/react/macro';
import { Alert, Code } from '@mantine/core';

/** Why letters stay in the outbox. */
export function SilenceNote({ silence }: { silence: 'demo' | 'training' | 'not-configured' | null }) {
  if (silence === null) return null;
  return (
    <Alert color="blue">
      {silence === 'demo' && (
        <Trans>Đây là dữ liệu minh họa: không thư nào được gửi đi, thư chỉ nằm ở “Thư chờ gửi” để xem.</Trans>
      )}
      {silence === 'training' && <Trans>Đây là bản tập huấn: không viết và không gửi thư nào.</Trans>}
      {silence === 'not-configured' && (
        <Trans>
          Máy chủ chưa được khai báo máy chủ thư (<Code>SMTP_URL</Code>, <Code>MAIL_FROM</Code>): thư nằm ở “Thư chờ
          gửi”, quản trị viên sao chép để gửi tay. Khai báo xong, thư còn chờ tự đi.
        </Trans>
      )}
    </Alert>
  );
}
