import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconTrash, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import type { ReasonText } from '#client/core/problem.ts';
import { Reasons } from '#client/core/reasons.tsx';
import { toast } from '#client/core/toast.tsx';
import { fileAddress, removeFile, uploadFile } from '#client/files/send-file.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import {
  acceptedEndings,
  type FileInfo,
  type FileSubjectKind,
  MOST_FILE_BYTES,
  takesScansOnly,
} from '#shared/files/files.schema.ts';

type Props = {
  subjectKind: FileSubjectKind;
  subjectId: string;
  files: readonly FileInfo[];
  /** Whether this person may add and take away now. */
  editable: boolean;
  /** After a document was taken. */
  onUploaded?: (fileId: string) => unknown;
};

/** Tài liệu minh chứng of one record: what is there, and adding or taking away where that is allowed. */
export function Attachments({ subjectKind, subjectId, files, editable, onUploaded }: Props) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<readonly ReasonText[] | null>(null);
  const [removing, setRemoving] = useState<FileInfo | null>(null);
  const limitMb = String(MOST_FILE_BYTES / 1024 / 1024);

  const offline = { code: 'offline', text: t`Chưa kết nối được máy chủ. Kiểm tra mạng rồi thử lại.` };

  async function upload(list: FileList): Promise<void> {
    setBusy(true);
    const found: ReasonText[] = [];
    for (const file of list) {
      if (file.size > MOST_FILE_BYTES) {
        found.push({
          code: `too-large ${file.name}`,
          text: t`Tệp “${file.name}” lớn hơn ${limitMb} MB. Hãy quét lại ở độ phân giải thấp hơn hoặc chia thành nhiều tệp.`,
        });
        continue;
      }
      const answer = await uploadFile(subjectKind, subjectId, file);
      if ('refused' in answer) found.push(...(answer.refused.length > 0 ? answer.refused : [offline]));
      else {
        toast(t`Đã tải lên “${file.name}”`);
        await onUploaded?.(answer.id);
      }
    }
    setProblem(found.length > 0 ? found : null);
    setBusy(false);
    if (input.current) input.current.value = '';
    await queryClient.invalidateQueries();
  }

  async function remove(file: FileInfo): Promise<void> {
    setBusy(true);
    const refused = await removeFile(file.id);
    setBusy(false);
    setRemoving(null);
    if (refused) setProblem(refused.length > 0 ? refused : [offline]);
    else toast(t`Đã gỡ “${file.name}”`);
    await queryClient.invalidateQueries();
  }

  return (
    <Stack gap="xs">
      {problem && (
        <Alert role="alert" color="red" title={t`Có tệp chưa thực hiện được`}>
          <Reasons reasons={problem} />
        </Alert>
      )}
      {files.length === 0 && (
        <Text c="gray.7">
          {takesScansOnly(subjectKind) ? (
            <Trans>Chưa có tệp quét.</Trans>
          ) : editable ? (
            <EmptyWords subjectKind={subjectKind} />
          ) : (
            <Trans>Không có tài liệu đính kèm.</Trans>
          )}
        </Text>
      )}
      {files.map((file) => (
        <Group key={file.id} gap="xs" wrap="nowrap">
          <IconPaperclip size={16} aria-hidden />
          <Anchor href={fileAddress(file.id)} download={file.name} className="cut" title={file.name}>
            {file.name}
          </Anchor>
          <Text size="sm" c="gray.7" className="tabular" style={{ whiteSpace: 'nowrap' }}>
            {size(file.sizeBytes)} · {formatInstant(file.createdAt)}
          </Text>
          {editable && (
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconTrash size={14} aria-hidden />}
              aria-label={t`Gỡ ${file.name}`}
              onClick={() => setRemoving(file)}
            >
              <Trans>Gỡ</Trans>
            </Button>
          )}
        </Group>
      ))}
      {editable && (
        <Group gap="xs">
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t`Chọn tệp để tải lên`}
            accept={acceptedEndings(subjectKind).join(',')}
            onChange={(event) => event.currentTarget.files && void upload(event.currentTarget.files)}
          />
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconUpload size={16} aria-hidden />}
            onClick={() => input.current?.click()}
          >
            <Trans>Tải tệp lên</Trans>
          </Button>
          <Text size="sm" c="gray.7">
            {takesScansOnly(subjectKind) ? (
              <Trans>PDF hoặc ảnh (JPG, PNG) của trang đã ký, đóng dấu; tối đa {limitMb} MB</Trans>
            ) : (
              <Trans>PDF, ảnh, Word, Excel; mỗi tệp tối đa {limitMb} MB</Trans>
            )}
          </Text>
        </Group>
      )}
      {removing && (
        <ConfirmDialog
          title={t`Gỡ tài liệu`}
          confirmLabel={t`Gỡ tài liệu`}
          danger
          pending={busy}
          onClose={() => setRemoving(null)}
          onConfirm={() => void remove(removing)}
        >
          <Trans>Tệp “{removing.name}” sẽ không còn trong hồ sơ. Lịch sử cập nhật vẫn ghi lại việc này.</Trans>
        </ConfirmDialog>
      )}
    </Stack>
  );
}

/** 1.234.567 bytes → '1,2 MB'. */
function size(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000 ? `${kilobytes} KB` : `${formatScaled(Math.round((bytes / 1024 / 1024) * 10), 1)} MB`;
}

function EmptyWords({ subjectKind }: { subjectKind: FileSubjectKind }) {
  return subjectKind === 'cluster' ? (
    <Trans>Chưa có tài liệu. Đính kèm Quy chế hoạt động, Kế hoạch hoạt động năm và văn bản liên quan.</Trans>
  ) : subjectKind === 'pledge-progress' ? (
    <Trans>Chưa có tài liệu. Đính kèm báo cáo, quyết định, văn bản xác nhận số liệu của quý.</Trans>
  ) : subjectKind === 'conference' ? (
    <Trans>Chưa có tài liệu. Đính kèm giấy mời, tham luận, biên bản đã ký, ảnh Hội nghị và văn bản liên quan.</Trans>
  ) : subjectKind === 'movement' ? (
    <Trans>Chưa có tài liệu. Đính kèm văn bản phát động, kế hoạch, hướng dẫn, báo cáo sơ kết, tổng kết.</Trans>
  ) : subjectKind === 'recommendation-task' ? (
    <Trans>Chưa có tài liệu. Đính kèm báo cáo, văn bản, ảnh làm căn cứ cho kết quả thực hiện.</Trans>
  ) : (
    <Trans>Chưa có tài liệu. Đính kèm báo cáo thành tích, văn bản xác nhận, ảnh chụp… nếu có.</Trans>
  );
}
