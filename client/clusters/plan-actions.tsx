import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { YearPlan } from '#client/clusters/cluster-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { paths } from '#client/core/paths.ts';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { announcement } from '#shared/clusters/year-draft.rules.ts';
import { yearInSentence } from '#shared/core/year-title.ts';

type Step = 'publish' | 'drop' | 'archive' | 'restore';

/** What can be done with a year by whoever prepares it, each asked before it happens. */
export function PlanActions({ plan, onEdit }: { plan: YearPlan; onEdit: () => void }) {
  const [asking, setAsking] = useState<Step | null>(null);
  const { year, mayPrepare, actions } = plan;
  const mayDo = (step: Step) => actions[step].length === 0;
  return (
    <>
      {year.status !== 'draft' && (
        <CopyButton text={() => textOf(plan)}>
          <Trans>Sao chép thông báo</Trans>
        </CopyButton>
      )}
      {mayPrepare && year.status !== 'archived' && (
        <Button variant="default" onClick={onEdit}>
          <Trans>Sửa kế hoạch</Trans>
        </Button>
      )}
      {mayDo('restore') && (
        <Button variant="default" onClick={() => setAsking('restore')}>
          <Trans>Mở lại năm</Trans>
        </Button>
      )}
      {mayDo('archive') && (
        <Button variant="default" onClick={() => setAsking('archive')}>
          <Trans>Lưu hồ sơ năm</Trans>
        </Button>
      )}
      {mayDo('drop') && (
        <Button variant="default" color="red" onClick={() => setAsking('drop')}>
          <Trans>Bỏ dự thảo</Trans>
        </Button>
      )}
      {mayDo('publish') && (
        <Button onClick={() => setAsking('publish')}>
          <Trans>Công bố</Trans>
        </Button>
      )}
      {asking && <Asked step={asking} plan={plan} onClose={() => setAsking(null)} />}
    </>
  );
}

function textOf({ year, stages, indicators }: YearPlan): string {
  return announcement({ ...year, title: yearInSentence(year).vi, stages, indicatorCount: indicators.length });
}

function Asked({ step, plan, onClose }: { step: Step; plan: YearPlan; onClose: () => void }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { year, members, toldCount } = plan;
  const name = label(yearInSentence(year));
  const input = { id: year.id as never, seenVersion: year.version };
  const take = useAction(
    async (reason: string): Promise<object> => {
      if (step === 'publish') return client.clusters.publishYear.mutate(input);
      if (step === 'drop') return client.clusters.dropYear.mutate(input);
      if (step === 'archive') return client.clusters.archiveYear.mutate(input);
      return client.clusters.restoreYear.mutate({ ...input, reason });
    },
    {
      done: { publish: t`Đã công bố`, drop: t`Đã bỏ dự thảo`, archive: t`Đã lưu hồ sơ`, restore: t`Đã mở lại` }[step],
      onDone: () => (step === 'drop' ? navigate(paths.cluster.to(year.clusterId)) : onClose()),
    },
  );
  const titles: Record<Step, string> = {
    publish: t`Công bố ${name}`,
    drop: t`Bỏ dự thảo ${name}`,
    archive: t`Lưu hồ sơ ${name}`,
    restore: t`Mở lại ${name}`,
  };
  const labels: Record<Step, string> = {
    publish: t`Công bố`,
    drop: t`Bỏ dự thảo`,
    archive: t`Lưu hồ sơ`,
    restore: t`Mở lại`,
  };
  return (
    <ConfirmDialog
      title={titles[step]}
      confirmLabel={labels[step]}
      danger={step === 'drop'}
      pending={take.pending}
      problem={take.problem}
      onRetry={() => void take.retry()}
      onClose={onClose}
      onConfirm={({ reason }) => void take.run(reason)}
      {...(step === 'restore' && { reason: { label: t`Lý do mở lại`, required: true } })}
    >
      {step === 'publish' && (
        <>
          <Text>
            <Trans>
              {members.length} đơn vị thành viên thấy năm này và làm việc được; báo cáo theo kế hoạch được mở.{' '}
              {toldCount} tài khoản của các đơn vị nhận thông báo:
            </Trans>
          </Text>
          <Textarea aria-label={t`Nội dung thông báo`} value={textOf(plan)} readOnly autosize maxRows={12} my={8} />
          <CopyButton text={() => textOf(plan)}>
            <Trans>Sao chép để gửi qua nhóm</Trans>
          </CopyButton>
        </>
      )}
      {step === 'drop' && (
        <Text>
          <Trans>
            Các mốc, chỉ tiêu đã chọn của bản dự thảo này không giữ lại. Năm {year.year} mở lại được từ đầu.
          </Trans>
        </Text>
      )}
      {step === 'archive' && (
        <Text>
          <Trans>
            Từ đây mọi người chỉ xem được năm này; báo cáo, giao ước, đề nghị khen thưởng không sửa được. Quyết định,
            bằng và Sổ khen thưởng không bị ảnh hưởng. Cơ quan tổ chức mở lại được khi cần.
          </Trans>
        </Text>
      )}
      {step === 'restore' && (
        <Text>
          <Trans>Các đơn vị sửa được trở lại cho đến khi lưu hồ sơ lần nữa.</Trans>
        </Text>
      )}
    </ConfirmDialog>
  );
}
