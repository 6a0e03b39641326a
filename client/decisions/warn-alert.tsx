import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

/** Something to look at that blocks nothing. Dark letters: Mantine's orange on its own wash is too faint to read. */
export function WarnAlert({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Alert color="orange" title={title} styles={{ title: { color: 'var(--warn-text)' } }} p="xs">
      {children}
    </Alert>
  );
}
