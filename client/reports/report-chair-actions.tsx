import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import type { Report } from '#client/reports/report-types.ts';
import { CLUSTER_REASONS } from '#shared/clusters/clusters.reasons.ts';
import { addDays, formatDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';
import type { ReportId } from '#shared/reports/reports.schema.ts';

const DAYS_TO_COMPLETE = 3;
const WORDS = { ...CLUSTER_REASONS, ...REPORT_REASONS };

/** Tiếp nhận, Đề nghị bổ sung: for the chair's standing office; a button that is off says why. */
export function ReportChairActions({ report }: { report: Report }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const { today } = useSession();
  const [asking, setAsking] = useState(false);
  const seen = { id: report.id as ReportId, seenVersion: report.version };
  const receive = useAction((_: null) => client.reports.receive.mutate(seen), { done: t`Đã tiếp nhận báo cáo` });
  const ask = useAction(
    (input: { reason: string; dueOn: string }) => client.reports.askSupplement.mutate({ ...seen, ...input }),
    { done: t`Đã gửi đề nghị bổ sung`, onDone: () => setAsking(false) },
  );
  const unit = report.unit.fullName;
  const day = formatDate(today);

  return (
    <>
      <ProblemAlert problem={receive.problem} title={t`Chưa tiếp nhận được`} onRetry={receive.retry} />
      <Group gap="xs">
        <Button variant="default" disabled={report.actions.askSupplement.length > 0} onClick={() => setAsking(true)}>
          <Trans>Đề nghị bổ sung</Trans>
        </Button>
        <Button
          disabled={report.actions.receive.length > 0}
          loading={receive.pending}
          onClick={() => void receive.run(null)}
        >
          <Trans>Tiếp nhận</Trans>
        </Button>
        <WhyNot reasons={report.actions.receive} />
      </Group>
      {asking && (
        <ConfirmDialog
          title={t`Đề nghị bổ sung báo cáo`}
          confirmLabel={t`Đề nghị bổ sung`}
          onClose={() => setAsking(false)}
          onConfirm={({ reason, date }) => void ask.run({ reason, dueOn: date })}
          pending={ask.pending}
          problem={ask.problem}
          onRetry={() => void ask.retry()}
          reason={{
            label: t`Nội dung cần bổ sung`,
            required: true,
            description: t`Ít nhất 10 ký tự; đơn vị sẽ đọc được.`,
          }}
          date={{
            label: t`Hạn bổ sung`,
            required: true,
            initial: addDays(today, DAYS_TO_COMPLETE),
            description: t`Từ hôm nay (${day}) trở đi.`,
          }}
        >
          <Trans>
            Báo cáo của {unit} được mở lại để đơn vị sửa và gửi lại. Trong thời gian đó, số liệu của đơn vị không cộng
            vào Biểu tổng hợp.
          </Trans>
        </ConfirmDialog>
      )}
    </>
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
