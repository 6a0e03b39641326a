import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Box, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { ReopenDialog } from '#client/reports/reopen-dialog.tsx';
import type { Report } from '#client/reports/report-types.ts';
import { type ReportWalk, useReportWalk } from '#client/reports/use-report-walk.ts';
import { CLUSTER_REASONS } from '#shared/clusters/clusters.reasons.ts';
import { addDays, formatDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { commentsAsReason } from '#shared/reports/comments.rules.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';
import type { ReportId } from '#shared/reports/reports.schema.ts';
import { REVIEWING_REASONS } from '#shared/reports/reviewing.reasons.ts';

const DAYS_TO_COMPLETE = 3;
const WORDS = { ...CLUSTER_REASONS, ...REPORT_REASONS, ...REVIEWING_REASONS };

/**
 * For the chair's standing office, in sight however long the report is: on to the next report that waits, Đề nghị bổ
 * sung, Mở lại, Tiếp nhận. A button that is off says why.
 */
export function ReportChairActions({ report }: { report: Report }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [dialog, setDialog] = useState<'ask' | 'reopen' | null>(null);
  const walk = useReportWalk(report);
  const seen = { id: report.id as ReportId, seenVersion: report.version };
  const receive = useAction((_: { goOn: boolean }) => client.reports.receive.mutate(seen), {
    done: t`Đã tiếp nhận báo cáo`,
  });
  const lock = useAction((_: null) => client.reviewing.lock.mutate(seen), { done: t`Đã khóa lại báo cáo` });
  const { actions } = report;

  async function receiveAndGoOn(): Promise<void> {
    const { after } = walk;
    if ((await receive.run({ goOn: true })) !== undefined) after?.go();
  }

  return (
    <>
      {(receive.problem ?? lock.problem) && (
        <Box mt="sm">
          <ProblemAlert problem={receive.problem} title={t`Chưa tiếp nhận được`} onRetry={receive.retry} />
          <ProblemAlert problem={lock.problem} title={t`Chưa khóa lại được`} onRetry={lock.retry} />
        </Box>
      )}
      <SubmitBar status={<Walk walk={walk} />}>
        <Box style={{ alignSelf: 'center' }}>
          <WhyNot reasons={actions.receive} />
        </Box>
        {report.reopened?.isOpen && (
          <Button variant="default" loading={lock.pending} onClick={() => void lock.run(null)}>
            <Trans>Khóa lại ngay</Trans>
          </Button>
        )}
        <Button
          variant="default"
          disabled={actions.reopen.length > 0}
          title={t`Mở lại cho đơn vị đến một giờ`}
          onClick={() => setDialog('reopen')}
        >
          <Trans>Mở lại…</Trans>
        </Button>
        <Button variant="default" disabled={actions.askSupplement.length > 0} onClick={() => setDialog('ask')}>
          <Trans>Đề nghị bổ sung</Trans>
        </Button>
        <Button
          variant={walk.after && actions.receive.length === 0 ? 'default' : 'filled'}
          disabled={actions.receive.length > 0}
          loading={receive.pending}
          onClick={() => void receive.run({ goOn: false })}
        >
          <Trans>Tiếp nhận</Trans>
        </Button>
        {walk.after && actions.receive.length === 0 && (
          <Button loading={receive.pending} onClick={() => void receiveAndGoOn()}>
            <Trans>Tiếp nhận, xem tiếp</Trans>
          </Button>
        )}
      </SubmitBar>
      {dialog === 'ask' && <AskDialog report={report} onClose={() => setDialog(null)} />}
      {dialog === 'reopen' && <ReopenDialog report={report} onClose={() => setDialog(null)} />}
    </>
  );
}

function Walk({ walk: { waiting, before, after } }: { walk: ReportWalk }) {
  const { t } = useLingui();
  if (waiting === undefined) return null;
  if (waiting === 0)
    return (
      <Text size="sm" c="gray.7">
        <Trans>Không còn báo cáo khác chờ xem</Trans>
      </Text>
    );
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        variant="default"
        aria-keyshortcuts="Alt+PageUp"
        title={before && t`${before.name} (Alt+PageUp)`}
        onClick={before?.go}
      >
        <Trans>‹ Chờ trước</Trans>
      </Button>
      <Button
        variant="default"
        aria-keyshortcuts="Alt+PageDown"
        title={after && t`${after.name} (Alt+PageDown)`}
        onClick={after?.go}
      >
        <Trans>Chờ sau ›</Trans>
      </Button>
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        <Plural value={waiting} other="còn # báo cáo chờ" />
      </Text>
    </Group>
  );
}

/** Đề nghị bổ sung; what is still open beside the figures can be taken as the reason. */
function AskDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const { today } = useSession();
  const seen = { id: report.id as ReportId, seenVersion: report.version };
  const ask = useAction(
    (input: { reason: string; dueOn: string }) => client.reports.askSupplement.mutate({ ...seen, ...input }),
    { done: t`Đã gửi đề nghị bổ sung`, onDone: onClose },
  );
  const unit = report.unit.fullName;
  const day = formatDate(today);
  const open = report.cells.flatMap(({ indicatorVersionId, name }) => {
    const thread = report.threads.find((one) => one.indicatorVersionId === indicatorVersionId);
    return thread && thread.status !== 'done' ? [{ name, ...thread }] : [];
  });
  // The reason goes to the unit, so it is Vietnamese whatever the screen speaks.
  const text = commentsAsReason(open, (count) => `Và ${count} ý kiến khác ghi bên các chỉ tiêu.`);
  const count = open.length;
  return (
    <ConfirmDialog
      title={t`Đề nghị bổ sung báo cáo`}
      confirmLabel={t`Đề nghị bổ sung`}
      onClose={onClose}
      onConfirm={({ reason, date }) => void ask.run({ reason, dueOn: date })}
      pending={ask.pending}
      problem={ask.problem}
      onRetry={() => void ask.retry()}
      reason={{
        label: t`Nội dung cần bổ sung`,
        required: true,
        description: t`Ít nhất 10 ký tự; đơn vị sẽ đọc được.`,
        ...(count > 0 && { suggestion: { label: t`Lấy ${count} ý kiến chưa xong làm nội dung`, text } }),
      }}
      date={{
        label: t`Hạn bổ sung`,
        required: true,
        initial: addDays(today, DAYS_TO_COMPLETE),
        description: t`Từ hôm nay (${day}) trở đi.`,
      }}
    >
      <Trans>
        Báo cáo của {unit} được mở lại để đơn vị sửa và gửi lại. Trong thời gian đó, số liệu của đơn vị không cộng vào
        Biểu tổng hợp.
      </Trans>
    </ConfirmDialog>
  );
}

/** Why the buttons beside it are off. */
export function WhyNot({ reasons }: { reasons: readonly Reason[] }) {
  const { word } = useWords();
  const [first] = reasons;
  return first ? (
    <Text size="sm" c="gray.7">
      {word(WORDS, first.code, first.facts)}
    </Text>
  ) : null;
}
