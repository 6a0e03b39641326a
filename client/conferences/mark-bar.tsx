import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Conference, type Delegate, seenOf } from '#client/conferences/conference-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { VnNumberField, type VnNumberValue } from '#client/core/form/vn-number-field.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import type { Attendance } from '#shared/conferences/conferences.schema.ts';
import { formatDate } from '#shared/core/dates.ts';

type Props = {
  conference: Conference;
  selected: readonly Delegate[];
  today: string;
  onChooseAll: () => void;
  onDone: () => void;
};

/** Điểm danh: who of the chosen came. One line alone is asked how many; several are taken as all there. */
export function MarkBar({ conference, selected, today, onChooseAll, onDone }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [counting, setCounting] = useState<Delegate | null>(null);
  const mark = useAction(
    ({ to, presentCount }: { to: Attendance; presentCount: number | null }) =>
      client.conferences.markAttendance.mutate({
        conferenceId: conference.id,
        items: selected.map((row) => ({ ...seenOf(row), presentCount })),
        attendance: to,
      }),
    {
      done: ({ marked }) => t`Đã điểm danh ${String(marked)} dòng`,
      onDone: () => {
        setCounting(null);
        onDone();
      },
    },
  );
  const [only] = selected;
  const count = selected.length;
  const early = today < conference.head.heldOn;
  const heldOn = formatDate(conference.head.heldOn);

  return (
    <Stack gap="xs" className="no-print">
      {counting === null && (
        <ProblemAlert problem={mark.problem} title={t`Chưa điểm danh được`} onRetry={() => void mark.retry()} />
      )}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={onChooseAll}>
          <Trans>Chọn tất cả</Trans>
        </Button>
        <Button
          size="compact-sm"
          disabled={count === 0 || early}
          loading={mark.pending && counting === null}
          onClick={() =>
            count === 1 && only && only.headcount > 1
              ? setCounting(only)
              : void mark.run({ to: 'present', presentCount: null })
          }
        >
          <Trans>Có mặt</Trans>
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={count === 0}
          onClick={() => void mark.run({ to: 'absent', presentCount: null })}
        >
          <Trans>Vắng mặt</Trans>
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={count === 0}
          onClick={() => void mark.run({ to: 'invited', presentCount: null })}
        >
          <Trans>Bỏ điểm danh</Trans>
        </Button>
        <Text size="sm" c="gray.7">
          {early ? (
            <Trans>Điểm danh có mặt từ ngày tổ chức {heldOn}.</Trans>
          ) : count === 0 ? (
            <Trans>Chọn dòng trong bảng để điểm danh.</Trans>
          ) : (
            <Trans>Đã chọn {count} dòng.</Trans>
          )}
        </Text>
      </Group>
      {counting && (
        <CountDialog
          delegate={counting}
          pending={mark.pending}
          problem={mark.problem}
          onClose={() => setCounting(null)}
          onCount={(presentCount) => void mark.run({ to: 'present', presentCount })}
        />
      )}
    </Stack>
  );
}

type CountProps = {
  delegate: Delegate;
  pending: boolean;
  problem: Parameters<typeof ProblemAlert>[0]['problem'];
  onClose: () => void;
  onCount: (count: number) => void;
};

/** How many of a delegation came. */
function CountDialog({ delegate, pending, problem, onClose, onCount }: CountProps) {
  useReturnFocus();
  const { t } = useLingui();
  const [count, setCount] = useState<VnNumberValue>(delegate.headcount);
  const [tried, setTried] = useState(false);
  const isRight = typeof count === 'number' && count >= 1 && count <= 500;
  const invited = delegate.headcount;
  return (
    <Modal opened onClose={onClose} title={t`Ghi số người có mặt`} size="sm">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isRight) onCount(count);
        }}
      >
        <Stack gap="sm">
          <ProblemAlert problem={problem} title={t`Chưa điểm danh được`} />
          <VnNumberField
            label={t`Số người có mặt`}
            description={t`Được mời ${invited} người`}
            decimals={0}
            required
            value={count}
            onChange={setCount}
            error={tried && !isRight ? t`Số người là số nguyên từ 1 đến 500` : undefined}
          />
          <DialogFoot onClose={onClose} pending={pending} send={<Trans>Ghi có mặt</Trans>} />
        </Stack>
      </form>
    </Modal>
  );
}
