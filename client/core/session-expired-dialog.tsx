import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useApi } from '#client/core/api-provider.tsx';
import { enterTraining, signIn, signOut } from '#client/core/auth.ts';
import { here, isTraining } from '#client/core/base.ts';
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
  const [shut, setShut] = useState<string | null>(null);

  async function renewed(): Promise<void> {
    const now = await client.accounts.me.query();
    // Into the copy one comes as whoever is signed in to the real system: somebody else starts from the front page.
    if (before && now.account.id !== before.account.id) return window.location.assign(here('/'));
    queryClient.setQueryData(trpc.accounts.me.queryKey(), now);
    guard.renew();
  }

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setBusy(true);
    try {
      const result = await signIn(before?.account.username ?? '', password);
      if (!result.ok) return setProblem(result);
      await renewed();
    } catch {
      setProblem({ ok: false, why: 'offline' });
    } finally {
      setBusy(false);
    }
  }

  async function leave(): Promise<void> {
    await signOut();
    // A whole new page: nothing of the former person stays in memory.
    window.location.assign(here(paths.signIn.to()));
  }

  async function enterAgain(): Promise<void> {
    setBusy(true);
    const reasons = await enterTraining();
    if (reasons) setShut(reasons[0]?.text ?? t`Chưa vào lại được. Kiểm tra mạng rồi bấm lại.`);
    else await renewed().catch(() => setProblem({ ok: false, why: 'offline' }));
    setBusy(false);
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
          {isTraining && (
            <Button onClick={() => void enterAgain()} loading={busy} fullWidth>
              <Trans>Vào lại từ hệ thống thật</Trans>
            </Button>
          )}
          {shut && (
            <Alert color="red" role="alert">
              {shut}
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
