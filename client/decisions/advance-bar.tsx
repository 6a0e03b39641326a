import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import { CERTIFICATE_ACTION_LABELS } from '#shared/certificates/certificates.labels.ts';
import { nextStep } from '#shared/certificates/certificates.rules.ts';
import type { CertificateId, CertificateStatus } from '#shared/certificates/certificates.schema.ts';

type Chosen = { id: string; version: number; status: CertificateStatus; cancelledOn: string | null };
type Step = Exclude<CertificateStatus, 'made'>;
type Props = { selected: readonly Chosen[]; today: string; onDone: () => void };

const STEPS: readonly Step[] = ['printed', 'signed', 'sealed', 'handed'];

/** Records one step of the chosen papers: đã in, đã ký, đã đóng dấu, đã trao. Only the step due for all is open. */
export function AdvanceBar({ selected, today, onDone }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const [isHanding, setHanding] = useState(false);
  const advance = useAction(
    (input: {
      to: Step;
      handedOn: string | null;
      handedTo: string;
      items: { id: CertificateId; seenVersion: number }[];
    }) => client.certificates.advance.mutate(input),
    {
      done: ({ count }) => t`Đã ghi nhận cho ${String(count)} bằng`,
      onDone: () => {
        setHanding(false);
        onDone();
      },
    },
  );
  const due = new Set(selected.map(({ status, cancelledOn }) => (cancelledOn === null ? nextStep(status) : undefined)));
  const [only] = due;
  const open = due.size === 1 ? only : undefined;
  const items = selected.map(({ id, version }) => ({ id: id as CertificateId, seenVersion: version }));
  const count = String(selected.length);

  return (
    <Stack gap="xs" className="no-print">
      {!isHanding && (
        <ProblemAlert
          problem={advance.problem}
          title={t`Chưa ghi nhận bằng nào`}
          onRetry={() => void advance.retry()}
        />
      )}
      <Group gap="xs">
        {STEPS.map((step) => (
          <Button
            key={step}
            size="compact-sm"
            variant={step === open ? 'filled' : 'default'}
            disabled={step !== open}
            loading={advance.pending && step === open}
            onClick={() =>
              step === 'handed' ? setHanding(true) : void advance.run({ to: step, handedOn: null, handedTo: '', items })
            }
          >
            {label(CERTIFICATE_ACTION_LABELS[`certificate.${step}`]!)}
          </Button>
        ))}
        <Text size="sm" c="gray.7">
          {selected.length === 0 ? (
            <Trans>Chọn bằng trong bảng để ghi nhận.</Trans>
          ) : open ? (
            <Trans>Đã chọn {count} bằng.</Trans>
          ) : due.size === 1 ? (
            <Trans>Đã trao, không còn bước nào phải ghi nhận.</Trans>
          ) : (
            <Trans>Đã chọn {count} bằng ở các bước khác nhau: chọn những bằng cùng bước.</Trans>
          )}
        </Text>
      </Group>
      {isHanding && (
        <ConfirmDialog
          title={t`Ghi nhận đã trao`}
          confirmLabel={t`Ghi nhận đã trao`}
          onClose={() => setHanding(false)}
          onConfirm={({ date, reason }) => void advance.run({ to: 'handed', handedOn: date, handedTo: reason, items })}
          pending={advance.pending}
          problem={advance.problem}
          onRetry={() => void advance.retry()}
          date={{ label: t`Ngày trao`, required: true, initial: today }}
          reason={{ label: t`Người nhận thay`, description: t`Để trống nếu chính người, tập thể được khen nhận.` }}
        >
          <Trans>Ghi nhận {count} bằng đã đóng dấu được trao tận tay.</Trans>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
