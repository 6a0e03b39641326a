import { Trans, useLingui } from '@lingui/react/macro';
import { IconMenu2 } from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { ClusterYearSwitcher } from '#client/core/cluster-year-switcher.tsx';
import { DemoBar } from '#client/core/demo-bar.tsx';
import { NoticeBell } from '#client/core/notice-bell.tsx';
import { paths } from '#client/core/paths.ts';
import { PlainHttpBar } from '#client/core/plain-http-bar.tsx';
import { useSession } from '#client/core/session.tsx';
import css from '#client/core/shell.module.css';
import { ShellNav } from '#client/core/shell-nav.tsx';
import { UserMenu } from '#client/core/user-menu.tsx';

const NARROW_KEY = 'luytre.nav-narrow';

/** The frame around every page behind sign-in. */
export function Shell() {
  const { t } = useLingui();
  const session = useSession();
  const [narrow, setNarrow] = useNarrowNav();
  const main = useFocusOnNewPage();

  return (
    <div className={css.frame}>
      <a className="skip-link" href="#noi-dung">
        <Trans>Chuyển đến nội dung</Trans>
      </a>
      <WaitingBar />
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a banner, which may have a name; a dialog brings a second one */}
      <header className={css.head} aria-label={t`Đầu trang`}>
        <PlainHttpBar />
        {session.demo && <DemoBar session={session} />}
        <div className={css.bar}>
          <button
            type="button"
            className={css.fold}
            onClick={() => setNarrow(!narrow)}
            aria-label={narrow ? t`Mở rộng trình đơn` : t`Thu gọn trình đơn`}
            aria-expanded={!narrow}
          >
            <IconMenu2 size={20} aria-hidden />
          </button>
          <Link to={paths.home.to()} className={css.brand}>
            Lũy Tre
          </Link>
          <div className={css.where}>
            <ClusterYearSwitcher current={session.clusterYear} all={session.clusterYears} />
          </div>
          <NoticeBell />
          <UserMenu account={session.account} hasCopy={session.hasCopy} />
        </div>
      </header>
      <div className={css.body}>
        <ShellNav narrow={narrow} />
        <main id="noi-dung" ref={main} tabIndex={-1} className={css.main}>
          <OfflineBanner />
          <Outlet />
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}

/** A thin line on top when the next page takes longer than 300 ms. */
function WaitingBar() {
  return useNavigation().state === 'idle' ? null : <div className={css.waiting} aria-hidden />;
}

function OfflineBanner() {
  const online = useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
  return (
    <div role="status">
      {!online && (
        <div className={css.offline}>
          <Trans>Mất kết nối mạng. Dữ liệu đang nhập được giữ trên màn hình và tự lưu khi có mạng trở lại.</Trans>
        </div>
      )}
    </div>
  );
}

/** After a change of page the keyboard and the screen reader start at its top. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

/** The navigation's width, remembered on this computer; a small window starts narrow. */
function useNarrowNav(): [boolean, (narrow: boolean) => void] {
  const [narrow, setNarrow] = useState(() => {
    const kept = keptNarrow();
    return kept === null ? window.innerWidth < 900 : kept === '1';
  });
  return [
    narrow,
    (next) => {
      setNarrow(next);
      try {
        localStorage.setItem(NARROW_KEY, next ? '1' : '0');
      } catch {
        // Private windows may refuse storage; the width is then only for this page.
      }
    },
  ];
}

function keptNarrow(): string | null {
  try {
    return localStorage.getItem(NARROW_KEY);
  } catch {
    return null;
  }
}
