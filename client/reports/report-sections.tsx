import { Stack } from '@mantine/core';
import type { Report } from '#client/reports/report-types.ts';
import { RichTextField } from '#client/reports/rich-text-field.tsx';
import type { SectionsDraft } from '#client/reports/use-report-sections.ts';

/** The text of a report under the headings of its period. */
export function ReportSections({ sections, draft }: { sections: Report['sections']; draft: SectionsDraft }) {
  return (
    <Stack gap="md" mb={sections.length > 0 ? 'md' : 0}>
      {sections.map(({ id, title, hint }) => (
        <RichTextField
          key={id}
          id={`o-sections-${id}`}
          label={title}
          description={hint}
          value={draft.texts[id] ?? ''}
          onChange={(content) => draft.change(id, content)}
        />
      ))}
    </Stack>
  );
}
