import { Text } from '@mantine/core';
import { useWords } from '#client/core/words.ts';
import type { Reason } from '#shared/core/reason.ts';
import { PLEDGE_REASONS } from '#shared/pledges/pledges.reasons.ts';

/** Why something cannot be done now, in one quiet line. */
export function PledgeReasons({ reasons, id }: { reasons: readonly Reason[]; id?: string }) {
  const { word } = useWords();
  if (reasons.length === 0) return null;
  return (
    <Text id={id} size="sm" c="gray.7">
      {reasons.map(({ code, facts }) => word(PLEDGE_REASONS, code, facts)).join(' ')}
    </Text>
  );
}
