import { Trans, useLingui } from '@lingui/react/macro';
import { NavLink } from 'react-router';
import css from '#client/core/cluster-year-tabs.module.css';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';

/** The lists of exemplars and models: of one's clusters, of all clusters, and what was taken up. */
export function ModelTabs() {
  const { t } = useLingui();
  const { can } = useSession();
  return (
    <nav className={`${css.tabs} no-print`} aria-label={t`Điển hình, mô hình`}>
      <NavLink className={css.tab!} to={paths.exemplars.to()}>
        <Trans>Trong Cụm</Trans>
      </NavLink>
      <NavLink className={css.tab!} to={paths.exemplarBank.to()}>
        <Trans>Phổ biến từ các cụm, khối</Trans>
      </NavLink>
      {can('replications.list') && (
        <NavLink className={css.tab!} to={paths.replications.to()}>
          <Trans>Mô hình đã áp dụng</Trans>
        </NavLink>
      )}
    </nav>
  );
}
