import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { CancelDialog } from '#client/decisions/cancel-dialog.tsx';
import { type Decision, seenOf } from '#client/decisions/decision-types.ts';
import { IssueDialog } from '#client/decisions/issue-dialog.tsx';
import { WhyNot } from '#client/decisions/why-not.tsx';

type Open = 'return' | 'sign' | 'issue' | 'cancel' | null;

/** The next step, the way back, and cancelling; what is off says why. */
export function DecisionActions({ decision }: { decision: Decision }) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { status, actions, today } = decision;
  const seen = seenOf(decision);
  const submit = useAction((input: typeof seen) => client.decisions.submit.mutate(input), { done: t`Đã trình ký` });
  const sign = useAction((signedOn: string) => client.decisions.recordSigned.mutate({ ...seen, signedOn }), {
    done: t`Đã ghi nhận quyết định được ký`,
    onDone: close,
  });
  const giveBack = useAction((reason: string) => client.decisions.returnToDraft.mutate({ ...seen, reason }), {
    done: t`Đã chuyển về dự thảo`,
    onDone: close,
  });

  return (
    <Stack gap="xs" align="flex-end">
      <ProblemAlert problem={submit.problem} title={t`Chưa trình ký được`} onRetry={() => void submit.retry()} />
      <Group gap="xs" className="no-print">
        {status === 'draft' && (
          <>
            <Button disabled={!actions.submit.allowed} loading={submit.pending} onClick={() => void submit.run(seen)}>
              <Trans>Trình ký</Trans>
            </Button>
            <WhyNot action={actions.submit} />
          </>
        )}
        {status === 'submitted' && (
          <>
            <Button disabled={!actions.recordSigned.allowed} onClick={() => setOpen('sign')}>
              <Trans>Ghi nhận đã ký</Trans>
            </Button>
            <WhyNot action={actions.recordSigned} />
          </>
        )}
        {status === 'signed' && (
          <>
            <Button disabled={!actions.issue.allowed} onClick={() => setOpen('issue')}>
              <Trans>Ghi số và ngày văn thư đã cấp</Trans>
            </Button>
            <WhyNot action={actions.issue} />
          </>
        )}
        {(status === 'submitted' || status === 'signed') && (
          <Button variant="default" disabled={!actions.returnToDraft.allowed} onClick={() => setOpen('return')}>
            <Trans>Chuyển về dự thảo</Trans>
          </Button>
        )}
        {status === 'issued' && (
          <>
            <Button
              variant="outline"
              color="red.8"
              disabled={!actions.cancel.allowed}
              onClick={() => setOpen('cancel')}
            >
              <Trans>Hủy bỏ quyết định</Trans>
            </Button>
            <WhyNot action={actions.cancel} />
          </>
        )}
      </Group>
      {open === 'issue' && <IssueDialog decision={decision} onClose={close} />}
      {open === 'cancel' && <CancelDialog decision={decision} onClose={close} />}
      {open === 'sign' && (
        <ConfirmDialog
          title={t`Ghi nhận đã ký`}
          confirmLabel={t`Ghi nhận đã ký`}
          onClose={close}
          onConfirm={({ date }) => void sign.run(date)}
          pending={sign.pending}
          problem={sign.problem}
          onRetry={() => void sign.retry()}
          date={{ label: t`Ngày ký`, required: true, initial: today }}
        >
          <Trans>Lãnh đạo đã ký bản trình. Số và ngày ban hành do văn thư cấp, ghi ở bước sau.</Trans>
        </ConfirmDialog>
      )}
      {open === 'return' && (
        <ConfirmDialog
          title={t`Chuyển về dự thảo`}
          confirmLabel={t`Chuyển về dự thảo`}
          onClose={close}
          onConfirm={({ reason }) => void giveBack.run(reason)}
          pending={giveBack.pending}
          problem={giveBack.problem}
          onRetry={() => void giveBack.retry()}
          reason={{ label: t`Lý do`, required: true, description: t`Ít nhất 10 ký tự.` }}
        >
          <Trans>Quyết định trở lại dự thảo để sửa nội dung, danh sách; sau đó phải trình ký lại.</Trans>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
