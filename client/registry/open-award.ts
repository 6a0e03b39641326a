import { useCallback, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { AwardRow } from '#client/registry/award-table.tsx';

/** The award that is open beside the list: its address, the lines before and after it, and how it is closed. */
export function useAwardDrawer(rows: readonly AwardRow[], openId: string | undefined) {
  const navigate = useNavigate();
  const { search, state } = useLocation();
  // Read when something is pressed, so that rows need not be drawn again for it.
  const latest = useRef({ search, state, rows, openId });
  latest.current = { search, state, rows, openId };

  const withoutAward = withAward(search, undefined);
  const addressOf = useCallback((id: string) => withAward(withoutAward, id), [withoutAward]);
  const go = useCallback(
    (id: string | undefined, replace = false) => {
      const { search: now, state: kept } = latest.current;
      // Known at once: the next key may come before the page is drawn.
      latest.current.openId = id;
      void navigate({ search: withAward(now, id) }, { state: kept, replace, preventScrollReset: true });
    },
    [navigate],
  );
  const open = useCallback(({ id }: AwardRow) => go(id), [go]);
  const step = useCallback(
    (by: 1 | -1) => {
      const { rows: all, openId: now } = latest.current;
      const at = all.findIndex(({ id }) => id === now);
      const to = at < 0 ? undefined : all[at + by];
      // Stepping through ten awards is one step back, not ten.
      if (to) go(to.id, true);
    },
    [go],
  );
  const next = useCallback(() => step(1), [step]);
  const previous = useCallback(() => step(-1), [step]);
  const at = rows.findIndex(({ id }) => id === openId);
  return {
    addressOf,
    open,
    close: () => go(undefined),
    next: at >= 0 && at < rows.length - 1 ? next : null,
    previous: at > 0 ? previous : null,
  };
}

function withAward(search: string, id: string | undefined): string {
  const params = new URLSearchParams(search);
  if (id) params.set('xem', id);
  else params.delete('xem');
  return `?${params}`;
}
