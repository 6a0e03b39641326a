import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '#client/core/api.ts';
import { readProblem } from '#client/core/problem.ts';
import type { AwardRow } from '#client/registry/award-table.tsx';
import { conditionsOf, listInput, type RegistryFilters } from '#client/registry/registry-filters.ts';

const NO_ROWS: readonly AwardRow[] = [];

/**
 * The page of the registry that is asked for. Old rows stay until the new ones are there; a question that is not
 * wanted any more is called off. `isThere`: these rows are the answer, and what stands beside them may be asked.
 */
export function useAwardList(filters: RegistryFilters, asked: string, isIdNumber: boolean) {
  const trpc = useTRPC();
  const input = listInput(filters, asked);
  const list = useQuery({
    ...trpc.awards.list.queryOptions(input, { trpc: { abortOnUnmount: true } }),
    placeholderData: keepPreviousData,
    enabled: !isIdNumber,
  });
  const data = isIdNumber ? undefined : list.data;
  const note = isIdNumber ? ('id-number' as const) : data && 'note' in data ? (data.note as 'type-more') : undefined;
  const isThere = isIdNumber || list.isSuccess;
  const isOld = list.isPlaceholderData && !isIdNumber;
  const nextCursor = data?.nextCursor ?? null;
  const isWhole = isThere && !isOld && nextCursor === null && !input.cursor && input.toYear === undefined;
  return {
    rows: data?.rows ?? NO_ROWS,
    nextCursor,
    note,
    conditions: conditionsOf(filters, asked),
    /** Rows of the question before. */
    isOld,
    isLoading: !isThere && !list.error,
    isThere: isThere && !isOld && !isIdNumber,
    /** How many there are, when all of them stand on the screen. */
    known: isWhole ? (data?.rows.length ?? 0) : null,
    problem: list.error && !isIdNumber ? readProblem(list.error) : null,
    retry: () => void list.refetch(),
  };
}
