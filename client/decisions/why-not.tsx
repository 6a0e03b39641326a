import { Text } from '@mantine/core';
import type { DecisionAction } from '#client/decisions/decision-types.ts';

/** Why the button beside it is off: the first ground in words, the others after it. */
export function WhyNot({ action, id }: { action: DecisionAction; id?: string }) {
  if (action.allowed) return null;
  return (
    <Text id={id} size="sm" c="gray.7" maw={420}>
      {action.reasons.map(({ text }) => text).join(' ')}
    </Text>
  );
}
