import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { type ExemplarRow, isInvented } from '#client/exemplars/exemplar-types.ts';

/** An exemplar in a list: its name opens it, and what is made up for the demo says so. */
export function ExemplarName({ row }: { row: Pick<ExemplarRow, 'id' | 'title' | 'isDemo' | 'source'> }) {
  return (
    <>
      <Anchor component={Link} to={paths.exemplar.to(row.id)}>
        {row.title}
      </Anchor>
      {isInvented(row) && (
        <Text span size="sm" c="gray.7">
          {' '}
          · <Trans>dữ liệu minh họa</Trans>
        </Text>
      )}
    </>
  );
}
