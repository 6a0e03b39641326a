import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import css from '#client/reports/figure-comments.module.css';
import type { Report, ReportThread } from '#client/reports/report-types.ts';
import { ThreadBadge } from '#client/reports/thread-badge.tsx';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { ReportCell, ReportId } from '#shared/reports/reports.schema.ts';
import { LONGEST_COMMENT } from '#shared/reports/reviewing.schema.ts';

type Props = { report: Report; indicatorVersionId: string; onClose: () => void };

/** Ý kiến về một chỉ tiêu: what the chair's office asks about one figure and what its unit answers. */
export default function FigureComments({ report, indicatorVersionId, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const cell = report.cells.find((one) => one.indicatorVersionId === indicatorVersionId)!;
  const thread = report.threads.find((one) => one.indicatorVersionId === indicatorVersionId);
  const figure =
    cell.value === null ? t`Chưa có số liệu` : `${formatScaled(cell.value, cell.decimals)} ${cell.unitOfMeasure}`;
  const prior = cell.prior === null ? '–' : formatScaled(cell.prior, cell.decimals);
  const target = cell.target === null ? '–' : formatScaled(cell.target, cell.decimals);
  return (
    <Modal opened onClose={onClose} title={t`Ý kiến: ${cell.name}`} size="lg">
      <Stack gap="sm">
        <Group gap="sm">
          <Text className="tabular">
            <strong>{figure}</strong> · <Trans>năm trước {prior}</Trans> · <Trans>kế hoạch {target}</Trans>
          </Text>
          {thread && <ThreadBadge status={thread.status} />}
        </Group>
        {cell.note !== '' && (
          <Text size="sm">
            <Trans>Ghi chú của đơn vị: {cell.note}</Trans>
          </Text>
        )}
        <Said thread={thread} report={report} />
        {report.commentSide === null ? null : (
          <Speak key={thread?.version ?? 0} report={report} indicatorVersionId={indicatorVersionId} thread={thread} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Said({ thread, report }: { thread: ReportThread | undefined; report: Report }) {
  if (!thread)
    return (
      <Text c="gray.7">
        <Trans>Chưa có ý kiến. Chỉ Cơ quan thường trực Cụm và {report.unit.fullName} đọc được các ý kiến ở đây.</Trans>
      </Text>
    );
  return (
    <ol className={css.list}>
      {thread.comments.map(({ id, side, content, saidAt, saidBy }) => (
        <li key={id} className={side === 'unit' ? css.unit : css.chair}>
          <Text size="sm" c="gray.7">
            {saidBy}, {side === 'chair' ? report.chair.standingOffice : report.unit.fullName} ·{' '}
            <span className="tabular">{formatInstant(saidAt)}</span>
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{content}</Text>
        </li>
      ))}
    </ol>
  );
}

type SpeakProps = Omit<Props, 'onClose'> & { thread: ReportThread | undefined };

function Speak({ report, indicatorVersionId, thread }: SpeakProps) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [content, setContent] = useState('');
  const [tried, setTried] = useState(false);
  const about = {
    id: report.id as ReportId,
    indicatorVersionId: indicatorVersionId as ReportCell['indicatorVersionId'],
  };
  const isOffice = report.commentSide === 'chair';
  const say = useAction(
    (input: { content: string }, idempotencyKey) =>
      client.reviewing.comment.mutate({ ...about, ...input, idempotencyKey }),
    { done: isOffice ? t`Đã gửi ý kiến` : t`Đã trả lời` },
  );
  const settle = useAction(
    (done: boolean) => client.reviewing.settle.mutate({ ...about, done, seenVersion: thread?.version ?? 1 }),
    { done: (output) => (output ? t`Đã lưu` : undefined) },
  );
  const said = content.trim().normalize('NFC');
  if (!isOffice && !thread) return null;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (said.length < 2) return;
    void say.run({ content: said });
  }

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="xs">
        <ProblemAlert problem={say.problem} title={t`Chưa gửi được ý kiến`} onRetry={() => void say.retry()} />
        <ProblemAlert problem={settle.problem} title={t`Chưa đánh dấu được`} onRetry={() => void settle.retry()} />
        <Textarea
          label={isOffice ? t`Ý kiến của Cơ quan thường trực` : t`Trả lời của đơn vị`}
          required
          autosize
          minRows={2}
          maxRows={8}
          maxLength={LONGEST_COMMENT}
          value={content}
          onChange={(event) => setContent(event.currentTarget.value)}
          error={tried && said.length < 2 ? t`Chưa nhập ô này` : undefined}
          data-autofocus
        />
        <Group gap="xs">
          <Button type="submit" loading={say.pending}>
            {isOffice ? <Trans>Gửi ý kiến</Trans> : <Trans>Trả lời</Trans>}
          </Button>
          {isOffice && thread && (
            <Button
              variant="default"
              loading={settle.pending}
              onClick={() => void settle.run(thread.status !== 'done')}
            >
              {thread.status === 'done' ? <Trans>Chưa xong, mở lại ý kiến</Trans> : <Trans>Đánh dấu đã xong</Trans>}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
