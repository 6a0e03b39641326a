import { Trans } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import type { Report } from '#client/reports/report-types.ts';
import { RichText } from '#client/reports/rich-text.tsx';

/** The text of a report under its headings, as it is read. */
export function ReportSectionsRead({ sections }: { sections: Report['sections'] }) {
  return (
    <Stack gap="xs">
      {sections.map(({ id, title, content }) => (
        <section key={id}>
          <Title order={3}>{title}</Title>
          {content === '' ? (
            <Text c="gray.7">
              <Trans>Chưa viết.</Trans>
            </Text>
          ) : (
            <RichText text={content} />
          )}
        </section>
      ))}
    </Stack>
  );
}
