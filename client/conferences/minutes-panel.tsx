import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconFileText, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { type Conference, seenOf } from '#client/conferences/conference-types.ts';
import css from '#client/conferences/conferences.module.css';
import { CorrectDialog } from '#client/conferences/correct-dialog.tsx';
import { useTRPCClient } from '#client/core/api.ts';
import { ConfirmDialog } from '#client/core/confirm-dialog.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { useLeaveGuard } from '#client/core/form/leave-guard.tsx';
import { useMergingSave } from '#client/core/form/merging-save.ts';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { composeMinutes, type MinutesRecommendation } from '#shared/conferences/minutes-template.ts';
import { formatInstant } from '#shared/core/dates.ts';

type Props = {
  conference: Conference;
  clusterYearId: ClusterYearId;
  clusterName: string;
  recommendations: readonly MinutesRecommendation[];
};

/** Biên bản: put together from the programme and the attendance, edited, closed once the conference was held. */
export function MinutesPanel(props: Props) {
  const { conference } = props;
  if (conference.actions.save.allowed) return <MinutesEditor key={conference.id} {...props} />;
  return <MinutesPaper conference={conference} clusterYearId={props.clusterYearId} />;
}

function MinutesEditor({ conference, clusterYearId, clusterName, recommendations }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [minutes, setMinutes] = useState(conference.minutes);
  const [asking, setAsking] = useState<'compose' | 'close' | null>(null);
  const merging = useMergingSave<{ minutes: string }>({
    fields: { minutes: { label: t`Biên bản`, show: (text) => text, canJoin: true } },
    begin: { minutes: conference.minutes },
    version: conference.version,
    read: () => ({ minutes }),
    put: (values) => setMinutes(values.minutes),
    send: (values, seenVersion) => client.conferences.saveMinutes.mutate({ id: conference.id, seenVersion, ...values }),
    load: async () => {
      const fresh = (await client.conferences.ofYear.query({ clusterYearId })).conference;
      if (!fresh) throw new Error('the conference is gone');
      return { values: { minutes: fresh.minutes }, version: fresh.version };
    },
    done: t`Đã lưu biên bản`,
  });
  const close = useAction(() => client.conferences.closeMinutes.mutate(seenOf(conference)), {
    done: t`Đã chốt biên bản`,
    onDone: () => setAsking(null),
  });

  function compose(): void {
    const { head, agenda, delegates, nextChair } = conference;
    setMinutes(composeMinutes({ ...head, clusterName }, agenda, delegates, recommendations, nextChair?.text ?? null));
    setAsking(null);
  }

  function save(): void {
    // As the server keeps it, so that what is saved equals what is on the screen.
    const tidy = minutes.normalize('NFC').trim();
    setMinutes(tidy);
    if (tidy !== conference.minutes) void merging.save({ minutes: tidy });
  }

  const isDirty = minutes !== conference.minutes;
  const leaveQuestion = useLeaveGuard(isDirty);
  const { presentCount, invitedCount, openRows } = conference.totals;
  // What is not saved yet would not be in the closed minutes.
  const closable = conference.actions.close.allowed && !isDirty;
  return (
    <Stack gap="xs">
      {merging.dialog}
      {leaveQuestion}
      <ProblemAlert problem={merging.problem} title={t`Chưa lưu được biên bản`} onRetry={() => void merging.retry()} />
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
          onClick={() => (minutes.trim() === '' ? compose() : setAsking('compose'))}
        >
          <Trans>Soạn từ chương trình</Trans>
        </Button>
        <Text size="sm" c="gray.7">
          <Trans>Lấy thành phần, nội dung và ý kiến đã ghi; bạn sửa lại rồi lưu.</Trans>
        </Text>
      </Group>
      <Textarea
        className={css.minutes}
        label={t`Nội dung biên bản`}
        value={minutes}
        onChange={(event) => setMinutes(event.currentTarget.value)}
        autosize
        minRows={14}
        maxRows={30}
        maxLength={50_000}
      />
      <SubmitBar
        status={
          <Text component="div" size="sm" c="gray.7">
            {isDirty ? (
              <Trans>Có thay đổi chưa lưu.</Trans>
            ) : conference.actions.close.allowed ? (
              <Trans>Đã lưu. Chốt biên bản khi mọi người đã thống nhất.</Trans>
            ) : (
              <Reasons reasons={conference.actions.close.reasons} />
            )}
          </Text>
        }
        onSave={save}
      >
        <Button variant="default" disabled={!closable} onClick={() => setAsking('close')}>
          <Trans>Chốt biên bản</Trans>
        </Button>
        <Button disabled={!isDirty} loading={merging.pending} onClick={save}>
          <Trans>Lưu biên bản</Trans>
        </Button>
      </SubmitBar>
      {asking === 'compose' && (
        <ConfirmDialog
          title={t`Soạn lại từ chương trình`}
          confirmLabel={t`Soạn lại`}
          onClose={() => setAsking(null)}
          onConfirm={compose}
        >
          <Trans>Nội dung đang có trong ô sẽ được thay bằng bản soạn mới. Bản đã lưu chỉ đổi khi bạn bấm Lưu.</Trans>
        </ConfirmDialog>
      )}
      {asking === 'close' && (
        <ConfirmDialog
          title={t`Chốt biên bản`}
          confirmLabel={t`Chốt biên bản`}
          pending={close.pending}
          problem={close.problem}
          onRetry={() => void close.retry()}
          onClose={() => setAsking(null)}
          onConfirm={() => void close.run(undefined)}
        >
          <Text>
            <Trans>
              Hội nghị được ghi nhận đã tổ chức, có mặt {presentCount}/{invitedCount}. Sau khi chốt, chương trình, đại
              biểu và biên bản không sửa được nữa; đính chính cần người duyệt và lý do.
            </Trans>
          </Text>
          {conference.minutes.includes('…') && (
            <Text mt="xs" fw={600}>
              <Trans>
                Biên bản còn chỗ để trống (dấu “…”), ví dụ phần kết luận, giờ kết thúc. Ghi đủ rồi hãy chốt.
              </Trans>
            </Text>
          )}
          {openRows > 0 && (
            <Alert color="orange" mt="xs">
              <Trans>Còn {openRows} dòng đại biểu chưa điểm danh.</Trans>
            </Alert>
          )}
        </ConfirmDialog>
      )}
    </Stack>
  );
}

function MinutesPaper({ conference, clusterYearId }: { conference: Conference; clusterYearId: ClusterYearId }) {
  const [correcting, setCorrecting] = useState(false);
  const { minutes, closedAt, actions } = conference;
  const closed = closedAt && formatInstant(closedAt);
  return (
    <Stack gap="xs">
      <Group justify="space-between" className="no-print">
        <Text c="gray.7">
          {closed ? <Trans>Đã chốt lúc {closed}</Trans> : <Trans>Cơ quan thường trực Cụm đang soạn biên bản.</Trans>}
        </Text>
        {minutes !== '' && (
          <Group gap="xs">
            <CopyButton text={() => minutes}>
              <Trans>Sao chép biên bản</Trans>
            </CopyButton>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              <Trans>In biên bản</Trans>
            </Button>
            {actions.correct.allowed && (
              <Button variant="default" onClick={() => setCorrecting(true)}>
                <Trans>Đính chính</Trans>
              </Button>
            )}
          </Group>
        )}
      </Group>
      {minutes === '' ? (
        <Text>
          <Trans>Chưa có biên bản.</Trans>
        </Text>
      ) : (
        <div className={css.paper}>{minutes}</div>
      )}
      {correcting && (
        <CorrectDialog conference={conference} clusterYearId={clusterYearId} onClose={() => setCorrecting(false)} />
      )}
    </Stack>
  );
}
