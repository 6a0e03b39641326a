import { useLocation, useSearchParams } from 'react-router';

type Options = {
  /** Rows of a full page, for the number of the first one. */
  size: number;
  /** Parts of the address that belong to one page's rows, e.g. the one that is open. */
  dropped?: readonly string[];
};

export type Pages = {
  /** From 1; null from a bookmark in the middle of a list: what stands before it is not known. */
  pageNumber: number | null;
  firstNumber: number | null;
  next: (nextCursor: string) => void;
  /** Null on the first page. */
  previous: (() => void) | null;
};

/** Forward by the server's cursor; back along the pages that led here, or to the first one from a bookmark. */
export function usePages(cursor: string | undefined, { size, dropped = [] }: Options): Pages {
  const [, setParams] = useSearchParams();
  const { state } = useLocation();
  const trail: readonly string[] = (state as { trail?: string[] } | null)?.trail ?? [];

  function go(to: string, newTrail: readonly string[]): void {
    setParams(
      (before) => {
        const params = new URLSearchParams(before);
        if (to) params.set('cursor', to);
        else params.delete('cursor');
        for (const name of dropped) params.delete(name);
        return params;
      },
      { state: { trail: newTrail } },
    );
  }
  // A trail that does not begin with the first page began with a bookmark.
  const isKnown = !cursor || trail[0] === '';
  return {
    pageNumber: isKnown ? trail.length + 1 : null,
    firstNumber: isKnown ? trail.length * size + 1 : null,
    next: (nextCursor) => go(nextCursor, [...trail, cursor ?? '']),
    previous: cursor ? () => go(trail.at(-1) ?? '', trail.slice(0, -1)) : null,
  };
}
