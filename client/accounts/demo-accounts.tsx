import { Trans } from '@lingui/react/macro';
import { Text, Title } from '@mantine/core';
import css from '#client/accounts/sign-in.module.css';

type Props = {
  accounts: readonly { username: string; displayName: string; description: string }[];
  onChoose: (username: string) => void;
};

/** The demo's people, one press each: fills the form, the person still presses "Đăng nhập". */
export function DemoAccounts({ accounts, onChoose }: Props) {
  return (
    <section className={css.demo} aria-labelledby="demo-accounts">
      <Title order={2} id="demo-accounts" fz={14}>
        <Trans>Tài khoản dùng thử</Trans>
      </Title>
      <Text c="gray.7" size="sm">
        <Trans>Dữ liệu minh họa, không có giá trị pháp lý. Bấm một tài khoản để điền sẵn.</Trans>
      </Text>
      <ul className={css.accounts}>
        {accounts.map(({ username, displayName, description }) => (
          <li key={username}>
            <button type="button" className={css.account} onClick={() => onChoose(username)}>
              <span>{displayName}</span>
              <span>{description}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
