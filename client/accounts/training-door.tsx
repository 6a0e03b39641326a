import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useEnterTraining } from '#client/core/enter-training.ts';

/** The way into the training copy for everybody with an account of the real system, instead of a password. */
export function TrainingDoor({ to }: { to: string }) {
  const { enter, entering } = useEnterTraining(to);
  return (
    <Stack gap="xs" mb="lg">
      <Button onClick={() => void enter()} loading={entering} fullWidth>
        <Trans>Vào bằng phiên đang mở ở hệ thống thật</Trans>
      </Button>
      <Text size="sm" c="gray.7">
        <Trans>
          Chưa đăng nhập hệ thống thật? <a href="/dang-nhap">Đăng nhập ở đó</a> rồi quay lại. Mật khẩu của hệ thống thật
          không dùng được ở đây; ô dưới chỉ dành cho tài khoản tạo trong bản tập huấn.
        </Trans>
      </Text>
    </Stack>
  );
}
