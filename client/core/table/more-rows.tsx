import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  /** The list as it is read page by page. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  /** How many rows stand there, in a sentence. */
  children?: ReactNode;
};

/** The foot of a list that is read page by page: how much of it is shown, and the next page by a press. */
export function MoreRows({ list, children }: Props) {
  if (!children && !list.hasNextPage) return null;
  return (
    <Group justify="space-between" mt="xs" className="no-print">
      {children && <Text role="status">{children}</Text>}
      {list.hasNextPage && (
        <Button variant="default" size="xs" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <Trans>Xem thêm</Trans>
        </Button>
      )}
    </Group>
  );
}
