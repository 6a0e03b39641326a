import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTRPC, useTRPCClient } from '#client/core/api.ts';
import { CopyButton } from '#client/core/copy-text.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import type { ReportBoard } from '#client/reports/report-types.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { type BoardCell, boardWords } from '#shared/reports/board.rules.ts';
import { reminderText, reminderUnits, sharedDay, wasRemindedLately } from '#shared/reports/reminders.rules.ts';
import { REPORT_PERIOD_LABELS, type ReportId, type ReportPeriod } from '#shared/reports/reports.schema.ts';
import { BOARD_WORDS } from '#shared/reports/reviewing.labels.ts';
import { LONGEST_REMINDER } from '#shared/reports/reviewing.schema.ts';

type Props = { clusterYearId: string; period: ReportPeriod; onClose: () => void };
type Owing = { reportId: string; name: string; cell: BoardCell };

const OWED: readonly BoardCell['state'][] = ['not-sent', 'overdue', 'supplement', 'supplement-overdue'];
const LATE: readonly BoardCell['state'][] = ['overdue', 'supplement-overdue'];

/** Gửi đôn đốc: which units, in which words; as a notice in the program and as a text for the chat group. */
export default function RemindDialog({ clusterYearId, period, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.reviewing.board.queryOptions({ clusterYearId: clusterYearId as ClusterYearId }),
    staleTime: 0,
  });
  const at = data?.columns.findIndex((one) => one.clusterYearId === clusterYearId && one.period === period) ?? -1;
  const owing = (data?.rows ?? []).flatMap(({ name, cells }): Owing[] => {
    const cell = cells[at];
    return cell?.reportId && OWED.includes(cell.state) ? [{ reportId: cell.reportId, name, cell }] : [];
  });
  return (
    <Modal opened onClose={onClose} title={t`Gửi đôn đốc`} size="lg">
      {data && owing.length === 0 && (
        <Stack gap="sm" align="flex-start">
          <Trans>Các đơn vị đều đã gửi báo cáo kỳ này; không có đơn vị nào cần đôn đốc.</Trans>
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng</Trans>
          </Button>
        </Stack>
      )}
      {data && owing.length > 0 && <RemindForm board={data} owing={owing} period={period} onClose={onClose} />}
    </Modal>
  );
}

type FormProps = { board: ReportBoard; owing: readonly Owing[]; period: ReportPeriod; onClose: () => void };

function RemindForm({ board, owing, period, onClose }: FormProps) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const { word } = useWords();
  const { clusterYear, now } = board;
  const lately = ({ cell }: Owing) => wasRemindedLately(cell.reminded?.at ?? null, now);
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    owing.filter((one) => LATE.includes(one.cell.state) && !lately(one)).map(({ reportId }) => reportId),
  );
  const [own, setOwn] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const picked = owing.filter(({ reportId }) => chosen.includes(reportId));
  const units = picked.map(({ name, cell }) => ({
    name,
    dueOn: cell.day ?? '',
    status: cell.state.startsWith('supplement') ? ('supplement' as const) : ('draft' as const),
  }));
  const dueOn = sharedDay(units);
  const drawn = reminderText({
    title: `${REPORT_PERIOD_LABELS[period].vi} ${clusterYear.year}`,
    cluster: clusterYear.clusterName,
    office: board.standingOffice,
    dueOn,
  });
  const message = (own ?? drawn).slice(0, LONGEST_REMINDER);
  const remind = useAction(
    (input: { reportIds: ReportId[]; again: ReportId[]; message: string }, idempotencyKey) =>
      client.reviewing.remind.mutate({
        ...input,
        clusterYearId: clusterYear.id as ClusterYearId,
        period,
        idempotencyKey,
      }),
    { done: ({ count }) => t`Đã gửi đôn đốc ${count} đơn vị`, onDone: onClose },
  );

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (picked.length === 0 || message.trim().length < 10) return;
    const ids = (list: readonly Owing[]) => list.map(({ reportId }) => reportId as ReportId);
    void remind.run({ reportIds: ids(picked), again: ids(picked.filter(lately)), message: message.trim() });
  }

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <ProblemAlert problem={remind.problem} title={t`Chưa gửi được đôn đốc`} onRetry={() => void remind.retry()} />
        <Checkbox.Group
          label={t`Đơn vị nhận đôn đốc`}
          description={t`Chọn sẵn các đơn vị quá hạn, chưa được đôn đốc trong một giờ qua.`}
          required
          value={[...chosen]}
          onChange={setChosen}
          error={tried && picked.length === 0 ? t`Chọn ít nhất một đơn vị` : undefined}
        >
          <Stack gap={4} mt={4} mah={220} style={{ overflowY: 'auto' }}>
            {owing.map(({ reportId, name, cell }) => {
              const { code, facts } = boardWords(cell);
              return (
                <Checkbox
                  key={reportId}
                  value={reportId}
                  label={`${name}: ${word(BOARD_WORDS, code, facts)}`}
                  description={<LastReminder cell={cell} now={now} />}
                />
              );
            })}
          </Stack>
        </Checkbox.Group>
        <Textarea
          label={t`Lời đôn đốc`}
          description={t`Gửi vào thông báo và thư điện tử của cán bộ tổng hợp từng đơn vị. Bản sao chép để gửi qua Zalo có thêm tên các đơn vị.`}
          required
          autosize
          minRows={5}
          maxRows={10}
          maxLength={LONGEST_REMINDER}
          value={message}
          onChange={(event) => setOwn(event.currentTarget.value)}
          error={tried && message.trim().length < 10 ? t`Nhập ít nhất 10 ký tự` : undefined}
        />
        {own !== null && own !== drawn && (
          <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => setOwn(null)}>
            <Trans>Lấy lại lời soạn sẵn</Trans>
          </Button>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Đóng</Trans>
          </Button>
          <CopyButton text={() => `${reminderUnits(units, dueOn)}\n${message}`}>
            <Trans>Sao chép lời đôn đốc</Trans>
          </CopyButton>
          <Button type="submit" loading={remind.pending}>
            <Trans>Gửi đôn đốc</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function LastReminder({ cell: { reminded }, now }: { cell: BoardCell; now: string }) {
  if (!reminded) return null;
  const at = formatInstant(reminded.at);
  const { by } = reminded;
  return wasRemindedLately(reminded.at, now) ? (
    <Text span size="xs" c="var(--warn-text)">
      <Trans>
        {by} vừa đôn đốc lúc {at}: chọn nếu vẫn muốn gửi
      </Trans>
    </Text>
  ) : (
    <Trans>
      Đôn đốc gần nhất {at}, {by}
    </Trans>
  );
}
