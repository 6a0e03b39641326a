import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of a record's page under its own heading. */
export function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb={6}>
        {title}
      </Title>
      {children}
    </section>
  );
}
