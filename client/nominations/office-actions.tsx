import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { useSession } from '#client/core/session.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { Nomination } from '#client/nominations/nomination-types.ts';
import { addDays } from '#shared/core/dates.ts';

type Step = 'check' | 'askSupplement' | 'refuse';
const DAYS_TO_COMPLETE = 5;

/** What the cluster's standing office may do with a dossier; nothing for everybody else. */
export function OfficeActions({ nomination }: { nomination: Nomination }) {
  const [open, setOpen] = useState<Step | null>(null);
  const { check, askSupplement, refuse } = nomination.actions;
  if (nomination.status === 'draft' || nomination.status === 'withdrawn') return null;
  // The former chair sees what it may not do any more, and since when.
  const handedOver = check.reasons.some(({ code }) => code === 'cluster.handed-over');
  if (!check.offered && !handedOver) return null;
  const none = !check.allowed && !askSupplement.allowed && !refuse.allowed;
  return (
    <section>
      <Title order={2} mb={6}>
        <Trans>Thẩm định</Trans>
      </Title>
      {none ? (
        <Text component="div" c="gray.7">
          <Reasons reasons={askSupplement.reasons} />
        </Text>
      ) : (
        <Group gap="xs">
          {check.allowed && (
            <Button onClick={() => setOpen('check')}>
              <Trans>Thẩm định xong</Trans>
            </Button>
          )}
          {askSupplement.allowed && (
            <Button variant="default" onClick={() => setOpen('askSupplement')}>
              <Trans>Đề nghị bổ sung</Trans>
            </Button>
          )}
          {refuse.allowed && (
            <Button variant="default" onClick={() => setOpen('refuse')}>
              <Trans>Không đủ điều kiện</Trans>
            </Button>
          )}
        </Group>
      )}
      {open && <StepDialog step={open} nomination={nomination} onClose={() => setOpen(null)} />}
    </section>
  );
}

function StepDialog({ step, nomination, onClose }: { step: Step; nomination: Nomination; onClose: () => void }) {
  const { t } = useLingui();
  const { today } = useSession();
  const client = useTRPCClient();
  const seen = { id: nomination.id as never, seenVersion: nomination.version };
  const { name } = nomination;
  const found = nomination.duplicates.awards.length + nomination.duplicates.nominations.length;

  const words = {
    check: {
      title: t`Thẩm định xong`,
      verb: t`Thẩm định xong`,
      done: t`Đã ghi kết quả thẩm định`,
      field: t`Ý kiến thẩm định`,
      required: found > 0,
    },
    askSupplement: {
      title: t`Đề nghị bổ sung hồ sơ`,
      verb: t`Gửi đề nghị bổ sung`,
      done: t`Đã gửi đề nghị bổ sung`,
      field: t`Nội dung cần bổ sung`,
      required: true,
    },
    refuse: {
      title: t`Kết luận không đủ điều kiện`,
      verb: t`Ghi kết luận`,
      done: t`Đã ghi kết luận`,
      field: t`Lý do`,
      required: true,
    },
  }[step];

  const act = useAction(
    ({ reason, date }: { reason: string; date: string }) => {
      if (step === 'check') return client.nominations.check.mutate({ ...seen, note: reason });
      if (step === 'refuse') return client.nominations.refuse.mutate({ ...seen, note: reason });
      return client.nominations.askSupplement.mutate({ ...seen, reason, dueOn: date });
    },
    { done: words.done, onDone: onClose },
  );

  return (
    <ConfirmDialog
      title={words.title}
      confirmLabel={words.verb}
      danger={step === 'refuse'}
      pending={act.pending}
      problem={act.problem}
      onRetry={act.retry}
      onClose={onClose}
      onConfirm={(confirmation) => void act.run(confirmation)}
      reason={{ label: words.field, required: words.required }}
      {...(step === 'askSupplement' && {
        date: { label: t`Hạn bổ sung`, required: true, initial: addDays(today, DAYS_TO_COMPLETE) },
      })}
    >
      <Stack gap={4}>
        {step === 'check' && <Trans>“{name}” sẽ được chuyển sang danh sách chờ đưa vào quyết định.</Trans>}
        {step === 'check' && found > 0 && (
          <Text c="orange.9">
            <Trans>Có khen thưởng trùng năm thành tích: ghi ý kiến giải thích vì sao vẫn đề nghị.</Trans>
          </Text>
        )}
        {step === 'askSupplement' && <Trans>Đơn vị đề nghị sẽ thấy nội dung này và sửa lại hồ sơ “{name}”.</Trans>}
        {step === 'refuse' && <Trans>Hồ sơ “{name}” sẽ dừng lại; đơn vị đề nghị thấy lý do này.</Trans>}
      </Stack>
    </ConfirmDialog>
  );
}
