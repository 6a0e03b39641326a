import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import type { Column } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import type { ChangeFilters } from '#client/recipients/recipient-filters.ts';
import type { RecipientRow } from '#client/recipients/recipient-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import { RECIPIENT_COLUMNS } from '#shared/recipients/recipient-columns.ts';
import { RECIPIENT_KIND_LABELS, type RecipientSort } from '#shared/recipients/recipients.schema.ts';

type ColumnId = (typeof RECIPIENT_COLUMNS)[number]['id'];

/** One line for each recipient, with its latest award; the same columns, with the same names, are exported. */
export function useRecipientColumns(sort: RecipientSort = 'name-asc', change: ChangeFilters): Column<RecipientRow>[] {
  const { lang, label } = useWords();

  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language only
  return useMemo(() => {
    const order = (next: RecipientSort) => change({ sort: next === 'name-asc' ? undefined : next });
    const byName = sort === 'name-asc' ? 'ascending' : sort === 'name-desc' ? 'descending' : null;
    const parts: Record<ColumnId, Omit<Column<RecipientRow>, 'id' | 'head' | 'name'>> = {
      name: {
        rowHead: true,
        fixed: true,
        sort: { direction: byName, onSort: () => order(sort === 'name-asc' ? 'name-desc' : 'name-asc') },
        title: ({ name }) => name,
        cell: ({ id, name, isDemo }) => (
          <>
            <Anchor component={Link} to={paths.recipient.to(id)}>
              {name}
            </Anchor>
            {isDemo === 1 && (
              <Text span size="sm" c="gray.7">
                {' '}
                · <Trans>minh họa</Trans>
              </Text>
            )}
          </>
        ),
      },
      kind: { width: 96, cell: ({ kind }) => label(RECIPIENT_KIND_LABELS[kind]) },
      since: {
        width: 116,
        cell: ({ birthYear, foundedOn }) => birthYear ?? (formatPartialDate(foundedOn) || '–'),
      },
      unit: { width: 110, cell: ({ unitName }) => unitName ?? '–' },
      place: { width: 190, cell: ({ place }) => place || '–' },
      count: { width: 100, numeric: true, cell: ({ awardCount }) => formatScaled(awardCount, 0) },
      latest: {
        width: 230,
        sort: {
          direction: sort === 'latest-desc' ? 'descending' : null,
          onSort: () => order(sort === 'latest-desc' ? 'name-asc' : 'latest-desc'),
        },
        title: ({ latestAwardName }) => latestAwardName ?? '',
        cell: ({ latestAwardOn, latestAwardName }) =>
          latestAwardOn ? `${formatDate(latestAwardOn)} · ${latestAwardName}` : '–',
      },
    };
    return RECIPIENT_COLUMNS.map(({ id, label: words }) => ({
      id,
      head: label(words),
      name: label(words),
      ...parts[id],
    }));
  }, [sort, change, lang]);
}
