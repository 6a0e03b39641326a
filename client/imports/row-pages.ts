import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '#client/core/api.ts';
import type { ImportRunId, RowVerdict } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

/** Rows of the import in the order of the sheet; asked for again whenever the import itself changed. */
export function useRows({ id, version, status }: ImportRunView, verdict: RowVerdict | undefined) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const state = `${status} ${String(version)}`;
  const seen = useRef(state);
  useEffect(() => {
    // While the rows are judged again the old ones stay in sight.
    if (seen.current === state || status === 'checking') return;
    seen.current = state;
    void queryClient.invalidateQueries(trpc.imports.rows.pathFilter());
  }, [state, status, queryClient, trpc]);
  return useInfiniteQuery({
    ...trpc.imports.rows.infiniteQueryOptions(
      { id: id as ImportRunId, ...(verdict && { verdict }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    placeholderData: keepPreviousData,
  });
}
