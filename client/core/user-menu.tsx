import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconLogout, IconMail, IconSchool, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { DropList } from '#client/core/drop-list.tsx';
import { useEnterTraining } from '#client/core/enter-training.ts';
import { activateLang, type Lang } from '#client/core/i18n.ts';
import { LanguageSwitch } from '#client/core/language-switch.tsx';
import { paths } from '#client/core/paths.ts';
import { type Session, useSignOut } from '#client/core/session.tsx';
import css from '#client/core/shell.module.css';
import { toast } from '#client/core/toast.tsx';
import { withUnit } from '#shared/accounts/account-name.ts';

/** Who is signed in, the language of their screens, and the way out. */
export function UserMenu({ account, hasCopy }: Pick<Session, 'account' | 'hasCopy'>) {
  const { t } = useLingui();
  const signOut = useSignOut();
  const speak = useLanguageOf();
  const { enter, entering } = useEnterTraining();

  async function leave(): Promise<void> {
    if (await signOut()) return;
    toast(
      t`Chưa đăng xuất được: máy chủ chưa trả lời, phiên làm việc vẫn còn mở. Kiểm tra mạng rồi đăng xuất lại.`,
      'bad',
    );
  }

  const shown = withUnit(account.displayName, account.unitName);
  return (
    <DropList
      align="end"
      className={css.person}
      ariaLabel={t`Tài khoản: ${shown}`}
      label={
        <>
          <IconUserCircle size={20} aria-hidden />
          <span className={css.personName}>{shown}</span>
          <IconChevronDown size={16} aria-hidden />
        </>
      }
    >
      <div className={css.whoami}>{[account.username, account.unitName].filter(Boolean).join(' · ')}</div>
      <fieldset className={css.languages}>
        <legend>
          <Trans>Ngôn ngữ</Trans>
        </legend>
        <LanguageSwitch mark onChoose={(lang) => void speak(lang)} />
      </fieldset>
      <Link to={paths.mailSettings.to()}>
        <IconMail size={16} aria-hidden />
        <Trans>Thư điện tử</Trans>
      </Link>
      {hasCopy && (
        <button type="button" onClick={() => void enter()} disabled={entering}>
          <IconSchool size={16} aria-hidden />
          <Trans>Vào bản tập huấn</Trans>
        </button>
      )}
      <button type="button" onClick={leave}>
        <IconLogout size={16} aria-hidden />
        <Trans>Đăng xuất</Trans>
      </button>
    </DropList>
  );
}

/** Switches the screen at once and lets the account keep it; words that came from the server are asked for again. */
function useLanguageOf(): (lang: Lang) => Promise<void> {
  const { t } = useLingui();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { queryKey } = useTRPC().accounts.me.queryOptions();
  return async (lang) => {
    await activateLang(lang);
    queryClient.setQueryData(queryKey, (me) => me && { ...me, account: { ...me.account, lang } });
    const kept = await client.accounts.setLanguage.mutate({ lang }).then(
      () => true,
      () => false,
    );
    if (!kept)
      toast(t`Màn hình đã đổi ngôn ngữ, nhưng chưa ghi được vào tài khoản. Kiểm tra mạng rồi chọn lại.`, 'bad');
    await queryClient.invalidateQueries();
  };
}
