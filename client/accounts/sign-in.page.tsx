import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type SubmitEvent, useRef, useState } from 'react';
import { type LoaderFunctionArgs, useNavigate, useSearchParams } from 'react-router';
import { DemoAccounts } from '#client/accounts/demo-accounts.tsx';
import css from '#client/accounts/sign-in.module.css';
import { TrainingDoor } from '#client/accounts/training-door.tsx';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { useApi } from '#client/core/api-provider.tsx';
import { type SignInResult, signIn } from '#client/core/auth.ts';
import { isTraining } from '#client/core/base.ts';
import { chooseLang } from '#client/core/i18n.ts';
import { LanguageSwitch } from '#client/core/language-switch.tsx';
import { safeBack } from '#client/core/paths.ts';
import { loadSession } from '#client/core/session.tsx';
import { SignInProblem } from '#client/core/sign-in-problem.tsx';

/** Asks for the demo's accounts ahead; signing in must work whatever becomes of that. */
export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.prefetchQuery(trpc.accounts.demo.queryOptions());
  return null;
}

export function Component() {
  const { t } = useLingui();
  const api = useApi();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { data: demo } = useQuery(trpc.accounts.demo.queryOptions());
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [capsLock, setCapsLock] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Extract<SignInResult, { ok: false }> | null>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  const missing = failed === null ? null : failed.why;

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      const result = await signIn(username.trim(), password);
      if (!result.ok) {
        setFailed(result);
        if (result.why === 'wrong') passwordInput.current?.select();
        return;
      }
      // Whatever an earlier person saw in this tab is forgotten.
      api.queryClient.clear();
      await loadSession(api);
      await navigate(safeBack(params.get('ve')), { replace: true });
    } catch {
      setFailed({ ok: false, why: 'offline' });
    } finally {
      setBusy(false);
    }
  }

  function watchCapsLock(event: KeyboardEvent): void {
    setCapsLock(event.getModifierState('CapsLock'));
  }

  return (
    <main className={css.page}>
      <title>{`${t`Đăng nhập`} · Lũy Tre`}</title>
      <fieldset className={css.languages} aria-label={t`Ngôn ngữ`}>
        <LanguageSwitch onChoose={(lang) => void chooseLang(lang)} />
      </fieldset>
      <div className={css.sheet}>
        <Text fw={600} fz={17}>
          Lũy Tre
        </Text>
        <Text c="gray.7" mb="md">
          <Trans>Bàn làm việc thi đua, khen thưởng</Trans>
        </Text>
        {isTraining && <TrainingDoor to={safeBack(params.get('ve'))} />}
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Title order={1} fz={20}>
              <Trans>Đăng nhập</Trans>
            </Title>
            {failed && (
              <Alert color="red" role="alert">
                <SignInProblem result={failed} />
              </Alert>
            )}
            <TextInput
              name="username"
              label={t`Tên đăng nhập`}
              required
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
              error={missing === 'wrong'}
            />
            <PasswordInput
              ref={passwordInput}
              name="password"
              label={t`Mật khẩu`}
              required
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              onKeyDown={watchCapsLock}
              onKeyUp={watchCapsLock}
              error={missing === 'wrong'}
              visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu`, tabIndex: 0 }}
            />
            <Text role="status" c="orange.9" size="sm">
              {capsLock && <Trans>Phím Caps Lock đang bật.</Trans>}
            </Text>
            <Button type="submit" fullWidth loading={busy}>
              <Trans>Đăng nhập</Trans>
            </Button>
          </Stack>
        </form>
      </div>
      {demo?.demo && (
        <DemoAccounts
          accounts={demo.accounts}
          onChoose={(chosen) => {
            setUsername(chosen);
            setPassword(demo.password ?? '');
            setFailed(null);
          }}
        />
      )}
    </main>
  );
}
