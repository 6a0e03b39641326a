import { useLingui } from '@lingui/react/macro';
import {
  IconBook2,
  IconBuildingCommunity,
  IconBulb,
  IconCopy,
  IconFileText,
  IconHistory,
  IconLayoutDashboard,
  IconListDetails,
  IconMail,
  IconProgress,
  IconRosetteDiscountCheck,
  IconRuler2,
  IconSchool,
  IconServer2,
  IconTableImport,
  IconTableShare,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { isTraining } from '#client/core/base.ts';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import css from '#client/core/shell.module.css';

/** `end`: of this very address only; `also`: the first part of further addresses under the same heading. */
type Item = { to: string; word: string; icon: ReactNode; end?: boolean; also?: readonly string[] };

/** The main navigation: only what the person may open. */
export function ShellNav({ narrow }: { narrow: boolean }) {
  const { t } = useLingui();
  const { can, clusterYear } = useSession();
  const { pathname } = useLocation();
  const size = 18;

  const items: (false | Item)[] = [
    { to: paths.home.to(), word: t`Tổng quan`, icon: <IconLayoutDashboard size={size} aria-hidden />, end: true },
    clusterYear !== undefined && {
      to: paths.clusterYear.to(clusterYear.id),
      word: t`Cụm, khối thi đua`,
      icon: <IconUsersGroup size={size} aria-hidden />,
    },
    can('nominations.list') && {
      to: paths.nominations.to(),
      word: t`Hồ sơ đề nghị`,
      icon: <IconFileText size={size} aria-hidden />,
    },
    can('collecting.mine') && {
      to: paths.supplies.to(),
      word: t`Số liệu được giao`,
      icon: <IconTableShare size={size} aria-hidden />,
    },
    can('decisions.list') && {
      to: paths.decisions.to(),
      word: t`Quyết định`,
      icon: <IconRosetteDiscountCheck size={size} aria-hidden />,
    },
    can('awards.list') && {
      to: paths.registry.to(),
      word: t`Sổ khen thưởng`,
      icon: <IconBook2 size={size} aria-hidden />,
    },
    can('recipients.list') && {
      to: paths.recipients.to(),
      word: t`Tập thể và cá nhân`,
      icon: <IconUsers size={size} aria-hidden />,
    },
    can('duplicates.list') && {
      to: paths.duplicates.to(),
      word: t`Nghi trùng hồ sơ`,
      icon: <IconCopy size={size} aria-hidden />,
    },
    can('imports.list') && {
      to: paths.imports.to(),
      word: t`Nhập từ Excel`,
      icon: <IconTableImport size={size} aria-hidden />,
    },
    can('exemplars.list') && {
      to: paths.exemplars.to(),
      word: t`Điển hình, mô hình`,
      icon: <IconBulb size={size} aria-hidden />,
      also: [paths.exemplarBank.path, paths.replications.path],
    },
    can('indicators.list') && {
      to: paths.indicators.to(),
      word: t`Danh mục chỉ tiêu`,
      icon: <IconRuler2 size={size} aria-hidden />,
    },
    can('clusters.catalogue') && {
      to: paths.clusters.to(),
      word: t`Danh sách cụm, khối`,
      icon: <IconListDetails size={size} aria-hidden />,
    },
    {
      to: paths.units.to(),
      word: t`Danh mục đơn vị`,
      icon: <IconBuildingCommunity size={size} aria-hidden />,
    },
    can('audit.list') && {
      to: paths.audit.to(),
      word: t`Nhật ký hệ thống`,
      icon: <IconHistory size={size} aria-hidden />,
    },
    can('jobs.list') && {
      to: paths.jobs.to(),
      word: t`Công việc đang chạy`,
      icon: <IconProgress size={size} aria-hidden />,
    },
    can('dumps.list') && {
      to: paths.system.to(),
      word: t`Hệ thống`,
      icon: <IconServer2 size={size} aria-hidden />,
    },
    can('mail.list') && {
      to: paths.outbox.to(),
      word: t`Thư chờ gửi`,
      icon: <IconMail size={size} aria-hidden />,
    },
    can('training.state') &&
      !isTraining && {
        to: paths.training.to(),
        word: t`Chế độ tập huấn`,
        icon: <IconSchool size={size} aria-hidden />,
      },
  ];

  return (
    <nav className={`${css.nav} ${narrow ? css.narrow : ''}`} aria-label={t`Trình đơn chính`}>
      {items
        .filter((item) => item !== false)
        .map(({ to, word, icon, end, also = [] }) => (
          <Link
            key={to}
            to={to}
            className={css.item ?? ''}
            aria-current={(end ? pathname === to : isUnder(pathname, [to, ...also])) ? 'page' : undefined}
            title={narrow ? word : undefined}
          >
            {icon}
            <span className={css.word}>{word}</span>
          </Link>
        ))}
    </nav>
  );
}

const isUnder = (pathname: string, parts: readonly string[]): boolean =>
  parts.some((part) => pathname === part || pathname.startsWith(`${part}/`));
