import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useApi } from '#client/core/api-provider.tsx';
import { signIn, signOut } from '#client/core/auth.ts';
import { paths } from '#client/core/paths.ts';
import type { Session } from '#client/core/session.tsx';
import { SignInProblem } from '#client/core/sign-in-problem.tsx';

/** Asks for the password again, over the open page. */
export default function SessionExpiredDialog() {
  const { t } = useLingui();
  const { guard, queryClient, client, trpc } = useApi();
  const before = queryClient.getQueryData<Session>(trpc.accounts.me.queryKey());
  const [problem, setProblem] = useState<Parameters<typeof SignInProblem>[0]['result'] | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setBusy(true);
    try {
      const result = await signIn(before?.account.username ?? '', password);
      if (!result.ok) return setProblem(result);
      const now = await client.accounts.me.query();
      queryClient.setQueryData(trpc.accounts.me.queryKey(), now);
      guard.renew();
    } catch {
      setProblem({ ok: false, why: 'offline' });
    } finally {
      setBusy(false);
    }
  }

  async function leave(): Promise<void> {
    await signOut();
    // A whole new page: nothing of the former person stays in memory.
    window.location.assign(paths.signIn.to());
  }

  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t`Phiên làm việc đã hết hạn`}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text>
            <Trans>Đăng nhập lại để tiếp tục; dữ liệu đang nhập được giữ nguyên.</Trans>
          </Text>
          {problem && (
            <Alert color="red" role="alert">
              <SignInProblem result={problem} />
            </Alert>
          )}
          <Text>
            <Trans>
              Tài khoản: <strong>{before?.account.displayName}</strong> ({before?.account.username})
            </Trans>
          </Text>
          <PasswordInput
            name="password"
            label={t`Mật khẩu`}
            autoComplete="current-password"
            required
            data-autofocus
            visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu` }}
          />
          <Group justify="space-between">
            <Anchor component="button" type="button" size="sm" onClick={leave}>
              <Trans>Bỏ dữ liệu đang nhập, dùng tài khoản khác</Trans>
            </Anchor>
            <Button type="submit" loading={busy}>
              <Trans>Đăng nhập và tiếp tục</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
