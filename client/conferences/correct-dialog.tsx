import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { Conference } from '#client/conferences/conference-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { useMergingSave } from '#client/core/form/merging-save.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';

const SHORTEST_REASON = 10;

type Props = { conference: Conference; clusterYearId: ClusterYearId; onClose: () => void };

/** Đính chính of closed minutes: the approver's, with a reason that everybody reads in the history. */
export function CorrectDialog({ conference, clusterYearId, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const [minutes, setMinutes] = useState(conference.minutes);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const merging = useMergingSave<{ minutes: string }>({
    fields: { minutes: { label: t`Biên bản`, show: (text) => text, canJoin: true } },
    begin: { minutes: conference.minutes },
    version: conference.version,
    read: () => ({ minutes }),
    put: (values) => setMinutes(values.minutes),
    send: (values, seenVersion) =>
      client.conferences.correctMinutes.mutate({ id: conference.id, seenVersion, ...values, reason }),
    load: async () => {
      const fresh = (await client.conferences.ofYear.query({ clusterYearId })).conference;
      if (!fresh) throw new Error('the conference is gone');
      return { values: { minutes: fresh.minutes }, version: fresh.version };
    },
    done: t`Đã đính chính biên bản`,
    onDone: onClose,
  });
  const missing = reason.trim().length < SHORTEST_REASON;
  const empty = minutes.trim() === '';

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (!missing && !empty) void merging.save({ minutes });
  }

  return (
    <Modal opened onClose={onClose} title={t`Đính chính biên bản đã chốt`} size="xl">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {merging.dialog}
          <ProblemAlert
            problem={merging.problem}
            title={t`Chưa đính chính được`}
            onRetry={() => void merging.retry()}
          />
          <Textarea
            label={t`Nội dung biên bản`}
            required
            value={minutes}
            onChange={(event) => setMinutes(event.currentTarget.value)}
            error={tried && empty ? t`Chưa nhập ô này` : undefined}
            autosize
            minRows={10}
            maxRows={18}
            maxLength={50_000}
          />
          <Textarea
            label={t`Lý do đính chính`}
            description={t`Ít nhất ${String(SHORTEST_REASON)} ký tự; mọi thành viên đọc được trong lịch sử cập nhật`}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={tried && missing ? t`Cần ít nhất ${String(SHORTEST_REASON)} ký tự` : undefined}
            autosize
            minRows={2}
          />
          <DialogFoot
            onClose={onClose}
            pending={merging.pending}
            disabled={minutes === conference.minutes}
            send={<Trans>Đính chính</Trans>}
          />
        </Stack>
      </form>
    </Modal>
  );
}
