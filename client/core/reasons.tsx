import { List, Text } from '@mantine/core';
import type { ReasonText } from '#client/core/problem.ts';

/** Why something cannot be done: every ground, worded by the server, each on its own line. */
export function Reasons({ reasons }: { reasons: readonly Pick<ReasonText, 'code' | 'text'>[] }) {
  const [only] = reasons;
  if (only === undefined) return null;
  if (reasons.length === 1) return <Text>{only.text}</Text>;
  return (
    <List spacing={4}>
      {reasons.map((reason) => (
        <List.Item key={`${reason.code} ${reason.text}`}>{reason.text}</List.Item>
      ))}
    </List>
  );
}
