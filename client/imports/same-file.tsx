import { Trans, useLingui } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { useWords } from '#client/core/words.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { IMPORT_STATUS_LABELS } from '#shared/imports/imports.schema.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

/** Somebody imported, or is importing, the same content: said before anything is written, forbidden by nobody. */
export function SameFile({ run: { sameFile } }: { run: ImportRunView }) {
  const { t } = useLingui();
  const { label } = useWords();
  if (sameFile.length === 0) return null;
  return (
    <Alert color="orange" title={t`Tệp có đúng nội dung này đã được đưa lên trước đó`} p="xs">
      {sameFile.map(({ who, isMe, createdAt, status }) => {
        const by = isMe ? t`bạn` : who;
        const at = formatInstant(createdAt);
        const state = label(IMPORT_STATUS_LABELS[status]);
        return (
          <div key={createdAt}>
            <Trans>
              {by}, lúc {at}: {state}
            </Trans>
          </div>
        );
      })}
      <Trans>Nhập lại không tạo bản ghi trùng: dòng nào đã có đúng như vậy thì không đổi.</Trans>
    </Alert>
  );
}
