import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { DropList } from '#client/core/drop-list.tsx';
import { activateLang, LANGS_OFFERED, type Lang } from '#client/core/i18n.ts';
import { type Session, useSignOut } from '#client/core/session.tsx';
import css from '#client/core/shell.module.css';
import { toast } from '#client/core/toast.tsx';
import { withUnit } from '#shared/accounts/account-name.ts';

const LANG_NAMES: Record<Lang, string> = { vi: 'Tiếng Việt', en: 'English' };

/** Who is signed in, and the way out. */
export function UserMenu({ account }: { account: Session['account'] }) {
  const { t } = useLingui();
  const signOut = useSignOut();

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
      {LANGS_OFFERED.length > 1 &&
        LANGS_OFFERED.map((lang) => (
          <button type="button" key={lang} onClick={() => activateLang(lang)} lang={lang}>
            {LANG_NAMES[lang]}
          </button>
        ))}
      <button type="button" onClick={leave}>
        <IconLogout size={16} aria-hidden />
        <Trans>Đăng xuất</Trans>
      </button>
    </DropList>
  );
}
