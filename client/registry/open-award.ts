import { useCallback, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { AwardRow } from '#client/registry/award-table.tsx';

/** The award that is open beside the list: its address, the lines before and after it, and how it is closed. */
export function useAwardDrawer(rows: readonly AwardRow[], openId: string | undefined) {
  const navigate = useNavigate();
  const { search, state } = useLocation();
  // Read when something is pressed, so that rows need not be drawn again for it.
  const latest = useRef({ search, state });
  latest.current = { search, state };

  const withoutAward = withAward(search, undefined);
  const addressOf = useCallback((id: string) => withAward(withoutAward, id), [withoutAward]);
  const go = useCallback(
    (id: string | undefined, replace = false) => {
      const { search: now, state: kept } = latest.current;
      void navigate({ search: withAward(now, id) }, { state: kept, replace, preventScrollReset: true });
    },
    [navigate],
  );
  const open = useCallback(({ id }: AwardRow) => go(id), [go]);
  const at = rows.findIndex(({ id }) => id === openId);
  const before = at > 0 ? rows[at - 1] : undefined;
  const after = at >= 0 ? rows[at + 1] : undefined;
  return {
    addressOf,
    open,
    close: () => go(undefined),
    // Stepping through ten awards is one step back, not ten.
    next: after ? () => go(after.id, true) : null,
    previous: before ? () => go(before.id, true) : null,
  };
}

function withAward(search: string, id: string | undefined): string {
  const params = new URLSearchParams(search);
  if (id) params.set('xem', id);
  else params.delete('xem');
  return `?${params}`;
}
