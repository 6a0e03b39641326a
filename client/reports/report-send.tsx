import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import type { Report } from '#client/reports/report-types.ts';
import type { Draft } from '#client/reports/use-report-draft.ts';
import { doubtsAbout } from '#shared/reports/plausibility.rules.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';
import { REPORT_PERIOD_LABELS, type ReportId } from '#shared/reports/reports.schema.ts';

type Props = {
  report: Report;
  draft: Draft;
  /** Saves what is unsaved and looks for what is missing; true when the report can be sent. */
  check: () => Promise<boolean>;
  /** The version after everything was saved. */
  version: () => number;
};

/** Kiểm tra và gửi: looks the report over, shows what will be sent, then sends. */
export function ReportSend({ report, draft, check, version }: Props) {
  const { t } = useLingui();
  const { label, word } = useWords();
  const client = useTRPCClient();
  const [asking, setAsking] = useState(false);
  const [checking, setChecking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const send = useAction(
    (_: null) => client.reports.send.mutate({ id: report.id as ReportId, seenVersion: version() }),
    { done: t`Đã gửi báo cáo`, onDone: () => setAsking(false) },
  );

  async function start(): Promise<void> {
    setChecking(true);
    try {
      if (await check()) setAsking(true);
    } finally {
      setChecking(false);
    }
  }

  function close(): void {
    setAsking(false);
    // The button was asleep while it checked, so the dialog does not know where the focus came from.
    button.current?.focus();
  }

  const doubts = report.cells.flatMap((cell) => {
    const value = draft[cell.indicatorVersionId]?.value;
    return doubtsAbout({ ...cell, value: typeof value === 'number' ? value : null }).map((doubt) => ({
      name: cell.name,
      text: word(REPORT_REASONS, doubt.code, doubt.facts),
    }));
  });
  const estimates = report.cells.filter((cell) => draft[cell.indicatorVersionId]?.valueStatus === 'estimate').length;
  const title = `${label(REPORT_PERIOD_LABELS[report.period])} ${report.clusterYear.year}`;
  const unit = report.unit.fullName;
  const count = report.cells.length;
  const { overdueDays } = report;

  return (
    <>
      <Button ref={button} loading={checking} onClick={() => void start()}>
        <Trans>Kiểm tra và gửi</Trans>
      </Button>
      {asking && (
        <ConfirmDialog
          title={t`Gửi báo cáo`}
          confirmLabel={t`Gửi báo cáo`}
          onClose={close}
          onConfirm={() => void send.run(null)}
          pending={send.pending}
          problem={send.problem}
          onRetry={() => void send.retry()}
        >
          <Text>
            <Trans>
              {title} của {unit}: đủ {count}/{count} chỉ tiêu. Sau khi gửi, số liệu không sửa được nữa, trừ khi Cơ quan
              thường trực Cụm đề nghị bổ sung.
            </Trans>
          </Text>
          {estimates > 0 && (
            <Text mt="xs">
              <Trans>Có {estimates} chỉ tiêu còn là số ước thực hiện.</Trans>
            </Text>
          )}
          {overdueDays > 0 && (
            <Text mt="xs">
              <Trans>Đã quá hạn {overdueDays} ngày: báo cáo vẫn được nhận, việc trễ hạn được ghi lại.</Trans>
            </Text>
          )}
          {doubts.length > 0 && (
            <>
              <Text mt="xs" fw={600}>
                <Trans>Nên xem lại trước khi gửi:</Trans>
              </Text>
              <ul>
                {doubts.map(({ name, text }) => (
                  <li key={name}>
                    {name}: {text}
                  </li>
                ))}
              </ul>
            </>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
