import { useLocation, useSearchParams } from 'react-router';
import type { RegistryFilters } from '#client/registry/registry-filters.ts';

/** Forward by the server's cursor; back along the pages that led here, or to the first one from a bookmark. */
export function usePages({ cursor }: RegistryFilters) {
  const [, setParams] = useSearchParams();
  const { state } = useLocation();
  const trail: readonly string[] = (state as { trail?: string[] } | null)?.trail ?? [];

  function go(to: string, newTrail: readonly string[]): void {
    setParams(
      (before) => {
        const params = new URLSearchParams(before);
        if (to) params.set('cursor', to);
        else params.delete('cursor');
        params.delete('xem');
        return params;
      },
      { state: { trail: newTrail } },
    );
  }
  return {
    pageNumber: trail.length + 1,
    next: (nextCursor: string) => go(nextCursor, [...trail, cursor ?? '']),
    previous: cursor ? () => go(trail.at(-1) ?? '', trail.slice(0, -1)) : null,
  };
}
