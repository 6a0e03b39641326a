import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { formatInstant } from '#shared/core/dates.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

/** How long the uploaded file and its rows are kept, for they hold names and citizen numbers. */
export function ClearingNote({ run }: { run: ImportRunView }) {
  const { clearsAt, clearedAt, status } = run;
  if (clearedAt !== null) {
    const at = formatInstant(clearedAt);
    return (
      <Text c="gray.7" className="tabular">
        <Trans>
          Tệp đã tải lên và nội dung từng dòng đã được xóa lúc {at}; số lượng, người nhập, tên và mã băm của tệp còn
          lưu.
        </Trans>
      </Text>
    );
  }
  if (clearsAt === null) return null;
  const at = formatInstant(clearsAt);
  return (
    <Text c="gray.7" className="tabular">
      {status === 'mapping' ? (
        <Trans>Nếu không làm tiếp, lần nhập này tự hủy và tệp đã tải lên được xóa lúc {at}.</Trans>
      ) : (
        <Trans>
          Tệp đã tải lên và nội dung từng dòng được xóa từ lúc {at}; số lượng, người nhập, tên và mã băm của tệp vẫn
          lưu.
        </Trans>
      )}
    </Text>
  );
}
