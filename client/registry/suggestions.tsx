import { Trans, useLingui } from '@lingui/react/macro';
import { IconBuildingCommunity, IconUser, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTRPC } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import css from '#client/registry/registry.module.css';
import type { ChangeFilters } from '#client/registry/registry-filters.ts';

type Props = {
  asked: string;
  /** Asked once the rows are there, which it must not hold up. */
  enabled: boolean;
  change: ChangeFilters;
  /** Empties the search: the unit stands in a chip from now on. */
  onUnit: () => void;
};

const LEAST_LETTERS = 2;
const MOST_SHOWN = 2;

/** Under the search: units by old and new names to filter by, recipients whose page may be meant. */
export function Suggestions({ asked, enabled, change, onUnit }: Props) {
  const { t } = useLingui();
  const { can } = useSession();
  const trpc = useTRPC();
  const isWorth = asked.length >= LEAST_LETTERS;
  const { data } = useQuery({
    ...trpc.awards.suggest.queryOptions({ q: asked }, { trpc: { abortOnUnmount: true } }),
    enabled: enabled && isWorth,
    placeholderData: keepPreviousData,
  });
  const units = isWorth ? (data?.units.slice(0, MOST_SHOWN) ?? []) : [];
  const mayOpen = can('recipients.list');
  const recipients = isWorth && mayOpen ? (data?.recipients.slice(0, MOST_SHOWN) ?? []) : [];
  // One line is kept for them in any case: rows that move while one types are rows that one misses.
  if (units.length === 0 && recipients.length === 0)
    return (
      <p className={`${css.suggestions} ${css.hint} no-print`}>
        <Trans>Phím / vào ô tìm. Mở một dòng rồi bấm J, K để xem dòng sau, dòng trước.</Trans>
      </p>
    );

  return (
    <ul className={`${css.suggestions} no-print`} aria-label={t`Gợi ý`}>
      {units.map(({ id, name, matchedName, validTo }) => {
        // Two provinces of one name, before and after a merger, must not look the same.
        const own = validTo === null ? name : t`${name} (trước sáp nhập)`;
        const words = matchedName === name ? own : t`${matchedName} (nay là ${name})`;
        return (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                onUnit();
                change({ unitId: id as never, q: undefined });
              }}
            >
              <IconBuildingCommunity size={14} aria-hidden />
              <span className="cut" title={words}>
                <Trans>Lọc theo đơn vị {words}</Trans>
              </span>
            </button>
          </li>
        );
      })}
      {recipients.map(({ id, name, place, unitName }) => {
        const where = [place, unitName].filter(Boolean).join(', ');
        return (
          <li key={id}>
            <Link to={paths.recipient.to(id)} title={where ? `${name}, ${where}` : name}>
              <IconUser size={14} aria-hidden />
              <span className="cut">
                <Trans>Mở hồ sơ {name}</Trans>
              </span>
            </Link>
          </li>
        );
      })}
      {mayOpen && (
        <li>
          <Link to={`${paths.recipients.to()}?${new URLSearchParams({ q: asked })}`}>
            <IconUsers size={14} aria-hidden />
            <Trans>Tìm trong Tập thể và cá nhân</Trans>
          </Link>
        </li>
      )}
    </ul>
  );
}
