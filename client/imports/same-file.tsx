import { Trans, useLingui } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '#client/core/words.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { IMPORT_STATUS_LABELS } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

/** Somebody imported, or is importing, the same content: said before anything is written, forbidden by nobody. */
export function SameFile({ run: { sameFile } }: { run: ImportRunView }) {
  const { t } = useLingui();
  const { label } = useWords();
  if (sameFile.length === 0) return null;
  const before = sameFile
    .map(({ who, isMe, createdAt, status }) => {
      const state = label(IMPORT_STATUS_LABELS[status]);
      return `${isMe ? t`bạn` : who} ${formatInstant(createdAt)} (${state})`;
    })
    .join('; ');
  return (
    <Alert color="orange" variant="outline" p="xs" icon={<IconAlertTriangle aria-hidden />}>
      <Trans>
        Tệp có đúng nội dung này đã được đưa lên: {before}. Dòng nào đã ghi rồi sẽ hiện là không đổi, không ghi lần hai.
      </Trans>
    </Alert>
  );
}
