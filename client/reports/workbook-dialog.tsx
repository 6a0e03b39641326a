import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import type { ReasonText } from '#client/core/problem.ts';
import { Reasons } from '#client/core/reasons.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import type { Report } from '#client/reports/report-types.ts';
import { WorkbookCompare } from '#client/reports/workbook-compare.tsx';
import { sendWorkbook, type UploadedWorkbook } from '#client/reports/workbook-send.ts';
import { MOST_WORKBOOK_BYTES } from '#shared/reports/workbook.schema.ts';

type Props = {
  report: Report;
  file: File;
  /** Another file is chosen in place of this one. */
  onOther: () => void;
  onClose: () => void;
};
type State =
  | { kind: 'reading' }
  | { kind: 'refused'; reasons: readonly Pick<ReasonText, 'code' | 'text'>[] }
  | { kind: 'read'; uploaded: UploadedWorkbook };

/** Nhập từ biểu mẫu: the file is read, compared and, once it is confirmed, saved. */
export default function WorkbookDialog({ report, file, onOther, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const [state, setState] = useState<State>({ kind: 'reading' });
  const limit = String(MOST_WORKBOOK_BYTES / 1_048_576);

  useEffect(() => {
    let isGone = false;
    const refuse = (code: string, text: string) => setState({ kind: 'refused', reasons: [{ code, text }] });
    async function read(): Promise<void> {
      if (file.size > MOST_WORKBOOK_BYTES)
        return refuse('too-large', t`Tệp “${file.name}” lớn hơn ${limit} MB; biểu mẫu thường chỉ vài chục KB.`);
      const answer = await sendWorkbook(report.id, file);
      if (isGone) return;
      if (answer.ok) setState({ kind: 'read', uploaded: answer.result });
      else if (answer.reasons.length > 0) setState({ kind: 'refused', reasons: answer.reasons });
      else refuse('offline', t`Chưa kết nối được máy chủ. Kiểm tra mạng rồi chọn lại tệp.`);
    }
    void read();
    return () => {
      isGone = true;
    };
  }, [file, report.id, limit, t]);

  return (
    <Modal opened onClose={onClose} title={t`Nhập từ biểu mẫu: ${file.name}`} size={1160} yOffset={24}>
      {state.kind === 'reading' && (
        <Group gap="sm" role="status">
          <Loader size="sm" />
          <Text>
            <Trans>Đang đọc và so sánh từng ô; chưa lưu gì.</Trans>
          </Text>
        </Group>
      )}
      {state.kind === 'refused' && (
        <Stack gap="sm" align="flex-start">
          <Alert role="alert" color="red" title={t`Chưa nhận được biểu mẫu`} w="100%">
            <Reasons reasons={state.reasons} />
          </Alert>
          {state.reasons.some(({ code }) => code === 'report.workbook-no-stamp') && (
            <Anchor component={Link} to={paths.imports.to()}>
              <Trans>Nhập bảng của bạn ở mục Nhập từ Excel</Trans>
            </Anchor>
          )}
          <Group gap="sm" justify="flex-end" w="100%">
            <Button variant="default" onClick={onClose}>
              <Trans>Đóng</Trans>
            </Button>
            <Button onClick={onOther}>
              <Trans>Chọn tệp khác</Trans>
            </Button>
          </Group>
        </Stack>
      )}
      {state.kind === 'read' && <WorkbookCompare report={report} uploaded={state.uploaded} onClose={onClose} />}
    </Modal>
  );
}
