import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReasonText } from '#client/core/problem.ts';
import { Reasons } from '#client/core/reasons.tsx';
import { fetchPasswords } from '#client/imports/send-import.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

/** The first passwords of the accounts made: a file given out once, with what to do with it. */
export function Passwords({ run }: { run: ImportRunView }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<readonly Pick<ReasonText, 'code' | 'text'>[] | null>(null);

  async function fetchThem(): Promise<void> {
    setBusy(true);
    const refused = await fetchPasswords(run.id);
    setBusy(false);
    setProblem(
      refused && refused.length === 0
        ? [{ code: 'offline', text: t`Chưa kết nối được máy chủ. Kiểm tra mạng rồi thử lại.` }]
        : (refused ?? null),
    );
    if (!refused) await queryClient.invalidateQueries();
  }

  return (
    <Alert
      color="orange"
      title={t`Mật khẩu lần đầu: chỉ tải được một lần`}
      icon={<IconKey aria-hidden />}
      styles={{ title: { color: 'var(--warn-text)' } }}
    >
      <Stack gap="xs" align="flex-start">
        <Text>
          <Trans>
            Máy chủ không giữ mật khẩu sau khi bạn tải. Lưu tệp ở nơi an toàn, phát riêng cho từng người, rồi xóa tệp;
            mỗi người đổi mật khẩu khi đăng nhập lần đầu.
          </Trans>
        </Text>
        {problem && <Reasons reasons={problem} />}
        <Button loading={busy} onClick={() => void fetchThem()}>
          <Trans>Tải danh sách mật khẩu lần đầu</Trans>
        </Button>
      </Stack>
    </Alert>
  );
}
