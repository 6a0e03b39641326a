import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import css from '#client/core/page-header.module.css';

type Props = {
  /** Also the title of the browser tab. */
  title: string;
  /** A line under the title: status, deadline. */
  about?: ReactNode;
  /** Buttons on the right; the main one last. */
  actions?: ReactNode;
  /** Above a list that fills the window. */
  dense?: boolean;
};

/** The top of every page: one h1, its actions, the tab's title. */
export function PageHeader({ title, about, actions, dense }: Props) {
  return (
    <Group className={css.head} justify="space-between" align="flex-start" mb={dense ? 0 : 'sm'} wrap="nowrap">
      <title>{`${title} · Lũy Tre`}</title>
      <Stack gap={2}>
        <Title order={1}>{title}</Title>
        {about && (
          <Text component="div" c="gray.7">
            {about}
          </Text>
        )}
      </Stack>
      {actions && (
        <Group gap="xs" wrap="nowrap" flex="none" className={`${css.actions} no-print`}>
          {actions}
        </Group>
      )}
    </Group>
  );
}
