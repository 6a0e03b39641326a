import { Trans, useLingui } from '@lingui/react/macro';
import { IconArchive } from '@tabler/icons-react';
import { Link, NavLink, useMatch } from 'react-router';
import css from '#client/core/cluster-year-tabs.module.css';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';

/** The pages of one cluster-year, the one in sight marked. Lists beyond the year open filtered by it. */
export function ClusterYearTabs({ clusterYearId }: { clusterYearId: string }) {
  const { t } = useLingui();
  const { can, clusterYears } = useSession();
  const isArchived = clusterYears.some(({ id, status }) => id === clusterYearId && status === 'archived');
  // Its recommendations are part of the conference, at an address of their own.
  const ofConference = [
    useMatch(paths.conference.path),
    useMatch(paths.recommendations.path),
    useMatch(paths.conferencePacks.path),
  ];
  const atConference = ofConference.some((match) => match !== null);
  return (
    <nav className={`${css.tabs} no-print`} aria-label={t`Các trang của năm thi đua`}>
      {isArchived && (
        <StatusBadge tone="neutral" icon={<IconArchive size={14} aria-hidden />}>
          <Trans>Đã lưu hồ sơ, chỉ xem</Trans>
        </StatusBadge>
      )}
      <NavLink className={css.tab!} to={paths.clusterYear.to(clusterYearId)} end>
        <Trans>Tổng quan</Trans>
      </NavLink>
      <NavLink className={css.tab!} to={paths.yearPlan.to(clusterYearId)}>
        <Trans context="calendar">Kế hoạch</Trans>
      </NavLink>
      <NavLink className={css.tab!} to={paths.yearIndicators.to(clusterYearId)}>
        <Trans>Chỉ tiêu</Trans>
      </NavLink>
      <NavLink className={css.tab!} to={paths.movements.to(clusterYearId)}>
        <Trans>Phong trào</Trans>
      </NavLink>
      <NavLink className={css.tab!} to={paths.registrations.to(clusterYearId)}>
        <Trans>Đăng ký thi đua</Trans>
      </NavLink>
      <NavLink className={css.tab!} to={paths.pledges.to(clusterYearId)}>
        <Trans>Giao ước</Trans>
      </NavLink>
      <NavLink className={css.tab!} to={paths.reports.to(clusterYearId)}>
        <Trans>Báo cáo</Trans>
      </NavLink>
      <NavLink className={css.tab!} to={paths.summary.to(clusterYearId)}>
        <Trans>Biểu tổng hợp</Trans>
      </NavLink>
      {can('nominations.list') && (
        <NavLink className={css.tab!} to={`${paths.nominations.to()}?cum=${clusterYearId}`}>
          <Trans>Hồ sơ đề nghị</Trans>
        </NavLink>
      )}
      {can('decisions.list') && (
        <NavLink className={css.tab!} to={paths.decisions.to()}>
          <Trans>Quyết định</Trans>
        </NavLink>
      )}
      {can('conferences.ofYear') && (
        <Link
          className={css.tab!}
          to={paths.conference.to(clusterYearId)}
          aria-current={atConference ? 'page' : undefined}
        >
          <Trans>Hội nghị</Trans>
        </Link>
      )}
      {can('care.ofYear') && (
        <NavLink className={css.tab!} to={paths.care.to(clusterYearId)}>
          <Trans>Cơ cấu khen thưởng</Trans>
        </NavLink>
      )}
      {can('clusters.handOver') && (
        <NavLink className={css.tab!} to={paths.handOver.to(clusterYearId)}>
          <Trans>Bàn giao</Trans>
        </NavLink>
      )}
    </nav>
  );
}
