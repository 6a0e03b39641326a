import { useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from 'react-router';
import { DropList } from '#client/core/drop-list.tsx';
import { paths } from '#client/core/paths.ts';
import type { ClusterYear } from '#client/core/session.tsx';
import css from '#client/core/shell.module.css';
import { useWords } from '#client/core/words.ts';
import { yearTitle } from '#shared/core/year-title.ts';

type Props = { current: ClusterYear | undefined; all: readonly ClusterYear[] };

/** The cluster and emulation year one works in; a menu when there are several. */
export function ClusterYearSwitcher({ current, all }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  if (current === undefined) return null;
  if (all.length < 2) {
    return (
      <span className={css.whereButton}>
        <Name of={current} />
      </span>
    );
  }
  return (
    <DropList
      align="start"
      className={css.whereButton}
      ariaLabel={t`${current.clusterName} · ${label(yearTitle(current))}: chọn cụm, khối và năm thi đua`}
      label={
        <>
          <Name of={current} />
          <IconChevronDown size={16} aria-hidden />
        </>
      }
    >
      {all.map((one) => (
        <Link key={one.id} to={paths.clusterYear.to(one.id)} aria-current={one.id === current.id ? 'true' : undefined}>
          <Name of={one} />
        </Link>
      ))}
    </DropList>
  );
}

function Name({ of }: { of: ClusterYear }) {
  const { label } = useWords();
  const { clusterName } = of;
  return (
    <span className="cut" title={clusterName}>
      {clusterName} · {label(yearTitle(of))}
    </span>
  );
}
