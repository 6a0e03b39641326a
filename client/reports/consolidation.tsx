import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { WhyNot } from '#client/reports/report-chair-actions.tsx';
import type { Summary } from '#client/reports/report-types.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { consolidationOf } from '#shared/reports/consolidation.rules.ts';
import { REPORT_STATUS_LABELS, type ReportId } from '#shared/reports/reports.schema.ts';

type Member = Summary['members'][number];

/** Chốt số tổng hợp: which reports are in, which are missing; one press, taken back only by the approver with a reason. */
export function Consolidation({ summary }: { summary: Summary }) {
  const { t } = useLingui();
  const { can } = useSession();
  const client = useTRPCClient();
  const [asking, setAsking] = useState<'consolidate' | 'undo' | null>(null);
  const { clusterYear, period, members, actions } = summary;
  const { taken, done, missing } = consolidationOf(members);
  const of = { clusterYearId: clusterYear.id as ClusterYearId, period };
  const close = () => setAsking(null);
  const consolidate = useAction(
    (reports: ReturnType<typeof seenOf>) => client.reports.consolidate.mutate({ ...of, reports }),
    { done: t`Đã chốt số tổng hợp`, onDone: close },
  );
  const undo = useAction(
    (input: { reports: ReturnType<typeof seenOf>; reason: string }) =>
      client.reports.undoConsolidation.mutate({ ...of, ...input }),
    { done: t`Đã mở lại số đã chốt`, onDone: close },
  );
  if (!can('reports.consolidate') || isSomebodyElses(actions.consolidate)) return null;
  const count = done.length;
  const all = members.length;

  return (
    <Group gap="xs" className="no-print">
      {count > 0 && (
        <Text>
          <Trans>
            Đã tổng hợp {count}/{all} báo cáo.
          </Trans>
        </Text>
      )}
      <Button size="xs" disabled={actions.consolidate.length > 0} onClick={() => setAsking('consolidate')}>
        <Trans>Chốt số tổng hợp</Trans>
      </Button>
      {count > 0 && (
        <Button
          size="xs"
          variant="default"
          disabled={actions.undoConsolidation.length > 0}
          onClick={() => setAsking('undo')}
        >
          <Trans>Mở lại số đã chốt</Trans>
        </Button>
      )}
      <WhyNot
        reasons={actions.consolidate.length > 0 ? actions.consolidate : count > 0 ? actions.undoConsolidation : []}
      />
      {asking === 'consolidate' && (
        <ConfirmDialog
          title={t`Chốt số tổng hợp`}
          confirmLabel={t`Chốt ${taken.length} báo cáo`}
          onClose={close}
          onConfirm={() => void consolidate.run(seenOf(taken))}
          pending={consolidate.pending}
          problem={consolidate.problem}
          onRetry={() => void consolidate.retry()}
        >
          <Stack gap="xs">
            <Text>
              <Trans>Báo cáo đã chốt thì không đề nghị bổ sung được nữa, cho đến khi người duyệt mở lại.</Trans>
            </Text>
            <Names title={t`Chốt lần này (${taken.length})`} members={taken} />
            <Names title={t`Đã chốt trước đó (${count})`} members={done} />
            <Names title={t`Còn thiếu (${missing.length})`} members={missing} withStatus />
          </Stack>
        </ConfirmDialog>
      )}
      {asking === 'undo' && (
        <ConfirmDialog
          title={t`Mở lại số đã chốt`}
          confirmLabel={t`Mở lại ${count} báo cáo`}
          onClose={close}
          onConfirm={({ reason }) => void undo.run({ reports: seenOf(done), reason })}
          pending={undo.pending}
          problem={undo.problem}
          onRetry={() => void undo.retry()}
          reason={{ label: t`Lý do`, required: true, description: t`Ít nhất 10 ký tự; ghi vào lịch sử từng báo cáo.` }}
        >
          <Trans>Các báo cáo trở về “Đã tiếp nhận” và có thể được đề nghị bổ sung.</Trans>
        </ConfirmDialog>
      )}
    </Group>
  );
}

const seenOf = (members: readonly Member[]) =>
  members.map(({ reportId, version }) => ({ id: reportId as ReportId, seenVersion: version }));

/** Members that do not lead have nothing to decide here. */
const isSomebodyElses = (reasons: Summary['actions']['consolidate']) =>
  reasons.some(({ code }) => code === 'report.not-chair');

function Names({ title, members, withStatus }: { title: string; members: readonly Member[]; withStatus?: boolean }) {
  const { label } = useWords();
  if (members.length === 0) return null;
  return (
    <div>
      <strong>{title}</strong>
      <List>
        {members.map(({ unitId, name, status }) => (
          <List.Item key={unitId}>
            {name}
            {withStatus && (
              <>
                {': '}
                {status === null ? <Trans>chưa có báo cáo</Trans> : label(REPORT_STATUS_LABELS[status])}
                {status === 'sent' && <Trans>, chưa tiếp nhận</Trans>}
              </>
            )}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
