import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';
import { IconFileDownload, IconFileUpload } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { ReasonText } from '#client/core/problem.ts';
import { Reasons } from '#client/core/reasons.tsx';
import type { Report } from '#client/reports/report-types.ts';
import { fetchWorkbook } from '#client/reports/workbook-send.ts';

const WorkbookDialog = lazy(() => import('#client/reports/workbook-dialog.tsx'));

type Props = {
  report: Report;
  /** Saves what is typed; false while something of it could not be saved. */
  saveAll: () => Promise<boolean>;
};
type Why = Pick<ReasonText, 'code' | 'text'>;

/** Tải biểu mẫu Excel, Nhập từ biểu mẫu: the figures go out as a sheet and come back as one. */
export function WorkbookBar({ report, saveAll }: Props) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ file: File; attempt: number } | null>(null);
  const [busy, setBusy] = useState<'download' | 'upload' | null>(null);
  const [problem, setProblem] = useState<readonly Why[] | null>(null);

  const unsaved = (): Why[] => [
    { code: 'unsaved', text: t`Còn nội dung chưa lưu được trên trang này. Kiểm tra mạng, bấm Lưu rồi làm lại.` },
  ];

  async function download(): Promise<void> {
    setBusy('download');
    setProblem(null);
    const saved = await saveAll();
    const answer = saved ? await fetchWorkbook(report.id) : { ok: false as const, reasons: unsaved() };
    setBusy(null);
    if (answer.ok) return;
    setProblem(
      answer.reasons.length > 0
        ? answer.reasons
        : [{ code: 'offline', text: t`Chưa kết nối được máy chủ. Kiểm tra mạng rồi tải lại biểu mẫu.` }],
    );
  }

  async function choose(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    setBusy('upload');
    setProblem(null);
    const saved = await saveAll();
    setBusy(null);
    if (saved) setFile({ file: chosen, attempt: (file?.attempt ?? 0) + 1 });
    else setProblem(unsaved());
  }

  return (
    <div className="no-print">
      <Group gap="xs" mb="xs">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFileDownload size={16} aria-hidden />}
          loading={busy === 'download'}
          onClick={() => void download()}
        >
          <Trans>Tải biểu mẫu Excel</Trans>
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xls,.ods"
          aria-label={t`Chọn tệp biểu mẫu đã nhập`}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            void choose(chosen);
          }}
        />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFileUpload size={16} aria-hidden />}
          loading={busy === 'upload'}
          onClick={() => input.current?.click()}
        >
          <Trans>Nhập từ biểu mẫu</Trans>
        </Button>
      </Group>
      {problem && (
        <Alert role="alert" color="red" mb="sm" title={t`Chưa thực hiện được`}>
          <Reasons reasons={problem} />
        </Alert>
      )}
      {file && (
        <Suspense>
          <WorkbookDialog
            key={file.attempt}
            report={report}
            file={file.file}
            onOther={() => input.current?.click()}
            onClose={() => setFile(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
