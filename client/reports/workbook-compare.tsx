import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import type { Report } from '#client/reports/report-types.ts';
import css from '#client/reports/workbook.module.css';
import { WorkbookKept } from '#client/reports/workbook-kept.tsx';
import { rowOf, WorkbookRow } from '#client/reports/workbook-row.tsx';
import type { DiffCell, UploadedWorkbook } from '#client/reports/workbook-send.ts';
import { WorkbookUnread } from '#client/reports/workbook-unread.tsx';
import { formatInstant } from '#shared/core/dates.ts';
import { asksChoice } from '#shared/reports/workbook.rules.ts';
import type { WorkbookChoice } from '#shared/reports/workbook.schema.ts';

type Props = { report: Report; uploaded: UploadedWorkbook; onClose: () => void };

/** A choice is about what stood there when it was made: a newer figure asks again. */
const keyOf = ({ indicatorVersionId, part, now }: DiffCell) => `${indicatorVersionId}/${part}/${now}`;
type Choices = Readonly<Record<string, WorkbookChoice>>;

/** Cell by cell: as downloaded, as saved now, as the file has it, and what will be saved. Nothing is saved before. */
export function WorkbookCompare({ report, uploaded, onClose }: Props) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [diff, setDiff] = useState(uploaded.diff);
  const [choices, setChoices] = useState<Choices>({});
  const [tried, setTried] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const { workbook, problems, usedBefore } = uploaded;

  // A file that was taken over before changes nothing by itself: what differs was left out then, or changed since.
  const unasked: WorkbookChoice | undefined = usedBefore ? 'now' : undefined;
  const takeOf = (cell: DiffCell) => choices[keyOf(cell)] ?? unasked ?? (asksChoice(cell) ? undefined : 'file');
  // What has to be chosen comes first.
  const cells = [...diff.cells.filter(asksChoice), ...diff.cells.filter((cell) => !asksChoice(cell))];
  const open = cells.filter((cell) => takeOf(cell) === undefined);
  const taken = cells.filter((cell) => !['now', undefined].includes(takeOf(cell)));
  const takenCount = taken.length;
  const met = cells.filter(({ fate }) => fate === 'both');
  const takeAll = (chosen: WorkbookChoice) =>
    setChoices({ ...choices, ...Object.fromEntries(met.map((cell) => [keyOf(cell), chosen])) });

  const take = useAction(
    () =>
      client.reports.takeWorkbook.mutate({
        id: report.id as never,
        workbook,
        choices: cells.flatMap((cell) => {
          const chosen = takeOf(cell);
          const { part, indicatorVersionId } = cell;
          return chosen ? [{ indicatorVersionId: indicatorVersionId as never, part, take: chosen }] : [];
        }),
        seen: diff.seen as never,
      }),
    {
      done: t`Đã nhập ${takenCount} ô từ biểu mẫu`,
      onDone: onClose,
      onProblem: ({ kind }) => {
        if (kind === 'conflict') void compareAgain();
      },
    },
  );

  async function compareAgain(): Promise<void> {
    const fresh = await client.reports.compareWorkbook.query({ id: report.id as never, workbook }).catch(() => null);
    if (fresh) setDiff(fresh);
  }

  /** The note that will stand beside a figure: it answers what looks wrong with it. */
  function noteOf({ indicatorVersionId: id }: DiffCell): string {
    const cell = cells.find((one) => one.indicatorVersionId === id && one.part === 'note');
    if (cell && takeOf(cell) === 'file') return String(cell.file ?? '');
    return rowOf(report, { indicatorVersionId: id })?.note ?? '';
  }

  function confirm(): void {
    setTried(true);
    if (open.length === 0) void take.run(undefined);
    else table.current?.querySelector<HTMLInputElement>('[data-open] input')?.focus();
  }

  const madeAt = formatInstant(workbook.madeAt);
  const usedAt = usedBefore ? formatInstant(usedBefore.at) : '';
  const problem = take.problem && { ...take.problem, kind: 'refused' as const };
  return (
    <Stack gap="sm">
      <Text>
        <Trans>Biểu mẫu tải lúc {madeAt}.</Trans>{' '}
        {cells.length > 0 && !usedBefore && <Trans>Chưa lưu gì; xem từng ô rồi bấm nhập.</Trans>}{' '}
        {usedBefore && (
          <Trans>
            Tệp này đã được <strong>{usedBefore.by}</strong> nhập lúc {usedAt}.
          </Trans>
        )}{' '}
        {usedBefore && cells.length > 0 && (
          <Trans>Các ô dưới đây lần đó không lấy hoặc đã sửa sau đó; chỉ ô bạn chọn mới được nhập.</Trans>
        )}
      </Text>
      <ProblemAlert
        problem={take.problem?.kind === 'offline' ? take.problem : problem}
        title={t`Chưa nhập được`}
        onRetry={() => void take.retry()}
      />
      <WorkbookUnread problems={problems} />
      {met.length > 1 && (
        <Group gap="xs">
          <Text size="sm">
            <Plural value={met.length} other="# ô vừa đổi trong tệp, vừa đổi trên hệ thống:" />
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => takeAll('file')}>
            <Trans>Lấy tất cả trong tệp</Trans>
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => takeAll('now')}>
            <Trans>Giữ tất cả hiện nay</Trans>
          </Button>
        </Group>
      )}
      {cells.length === 0 ? (
        <Alert color="gray" title={t`Không có gì mới`}>
          <Trans>Mọi ô đọc được trong tệp đều trùng với số liệu đang có, nên không có gì để nhập.</Trans>
        </Alert>
      ) : (
        <div className={css.scroll}>
          <table ref={table} className={css.table}>
            <thead>
              <tr>
                <th scope="col" className={css.cell}>
                  <Trans>Ô</Trans>
                </th>
                <th scope="col">
                  <Trans>Nội dung</Trans>
                </th>
                <th scope="col">
                  <Trans>Khi tải</Trans>
                </th>
                <th scope="col">
                  <Trans>Hiện nay</Trans>
                </th>
                <th scope="col">
                  <Trans>Trong tệp</Trans>
                </th>
                <th scope="col" className={css.choice}>
                  <Trans>Lấy</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {cells.map((cell) => (
                <WorkbookRow
                  key={`${cell.indicatorVersionId}/${cell.part}`}
                  report={report}
                  cell={cell}
                  note={noteOf(cell)}
                  take={takeOf(cell)}
                  missing={tried && takeOf(cell) === undefined}
                  onTake={(next) => setChoices({ ...choices, [keyOf(cell)]: next })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <WorkbookKept report={report} cells={diff.kept} />
      <Group justify="flex-end" gap="sm" className={css.foot}>
        <Text role="status" size="sm" c={tried && open.length > 0 ? 'red.9' : 'gray.7'}>
          {open.length > 0 && <Plural value={open.length} other="Còn # ô chưa chọn" />}
        </Text>
        <Button variant="default" onClick={onClose} disabled={take.pending}>
          {cells.length === 0 ? <Trans>Đóng</Trans> : <Trans>Bỏ, không nhập</Trans>}
        </Button>
        {cells.length > 0 && (
          <Button onClick={confirm} loading={take.pending} disabled={takenCount === 0 && open.length === 0}>
            <Plural value={takenCount} other="Nhập # ô" />
          </Button>
        )}
      </Group>
    </Stack>
  );
}
