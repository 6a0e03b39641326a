import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import * as z from 'zod/mini';
import { SubmitBar } from '#client/core/form/submit-bar.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { AlikeValues } from '#client/imports/alike-values.tsx';
import { CompareDialog } from '#client/imports/compare-dialog.tsx';
import { FixValueDialog } from '#client/imports/fix-value-dialog.tsx';
import { useRows } from '#client/imports/row-pages.ts';
import { RowTable } from '#client/imports/row-table.tsx';
import { badRowsAddress } from '#client/imports/send-import.ts';
import { useCheckActions } from '#client/imports/use-check-actions.ts';
import { VerdictTabs } from '#client/imports/verdict-tabs.tsx';
import { formatScaled } from '#shared/core/numbers.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import { ROW_VERDICT_LABELS, rowVerdict } from '#shared/imports/imports.schema.ts';
import type { ImportRowView, ImportRunView } from '#shared/imports/imports.views.ts';

const urlFilters = z.object({ loc: z.optional(rowVerdict) });
type Props = { run: ImportRunView; onBack: () => void; onConfirm: () => void; extra?: React.ReactNode };

/** Kiểm tra: what every row would do, what is wrong and where, and putting right what is alike in many rows at once. */
export function CheckStep({ run, onBack, onConfirm, extra }: Props) {
  const { t } = useLingui();
  const { can } = useSession();
  const [{ loc: verdict }, change] = useUrlFilters(urlFilters);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [fixing, setFixing] = useState<{ field: string; value: string } | null>(null);
  const [comparing, setComparing] = useState<ImportRowView | null>(null);
  const list = useRows(run, verdict);
  const { correct, skip, decide } = useCheckActions(run, () => {
    setFixing(null);
    setComparing(null);
    setSelected(new Set());
  });
  const fields = FIELDS_OF_KIND[run.kind];
  const { counts, chosen } = run;
  if (counts === null || chosen === null) return null;
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const isOpen = run.actions.correct.allowed;
  const isBusy = run.status === 'checking';
  const writes = counts.new + counts.changed;
  const bad = counts.wrong + counts.doubtful;
  const picked = [...selected];
  const pickedText = formatScaled(picked.length, 0);
  const fixed = fields.find(({ id }) => id === fixing?.field);
  const shownText = formatScaled(rows.length, 0);
  const allText = formatScaled(verdict ? counts[verdict] : counts.total, 0);
  const writesText = formatScaled(writes, 0);
  const allDoubtful =
    picked.length > 0 && rows.every((r) => !selected.has(r.rowNumber) || r.verdict === 'doubtful') && isOpen;
  const onlySkipped = picked.length > 0 && rows.every((r) => !selected.has(r.rowNumber) || r.verdict === 'skipped');

  return (
    <Stack gap={8}>
      {isBusy ? <Rechecking run={run} /> : <Moved moved={run.moved} />}
      <AlikeValues
        values={isOpen || isBusy ? run.unknownValues : []}
        fields={fields}
        pending={correct.pending || !isOpen}
        onApply={(field, from, to) => void correct.run({ field, from, to })}
        onOther={(field, value) => setFixing({ field, value })}
      />
      {fixing === null && (
        <ProblemAlert problem={correct.problem} title={t`Chưa sửa được`} onRetry={() => void correct.retry()} />
      )}
      {comparing === null && (
        <ProblemAlert problem={decide.problem} title={t`Chưa chọn được`} onRetry={() => void decide.retry()} />
      )}
      <ProblemAlert problem={skip.problem} title={t`Chưa thực hiện được`} onRetry={() => void skip.retry()} />
      <Group justify="space-between" gap="xs">
        <VerdictTabs
          counts={counts}
          current={verdict}
          onChoose={(loc) => {
            setSelected(new Set());
            change({ loc });
          }}
        />
        <Group gap="xs">
          {picked.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              loading={skip.pending}
              onClick={() => void skip.run({ rowNumbers: picked, skip: !onlySkipped })}
            >
              {onlySkipped ? <Trans>Lấy lại {pickedText} dòng</Trans> : <Trans>Bỏ qua {pickedText} dòng</Trans>}
            </Button>
          )}
          {allDoubtful && (
            <Button
              size="compact-sm"
              variant="default"
              loading={decide.pending}
              onClick={() => void decide.run({ rowNumbers: picked, recipientId: null })}
            >
              <Trans>Vẫn ghi {pickedText} dòng như trong tệp</Trans>
            </Button>
          )}
          {bad > 0 && can('imports.badRows') && (
            <Button
              component="a"
              href={badRowsAddress(run.id)}
              download
              size="compact-sm"
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
            >
              <Trans>Tải tệp Excel các dòng lỗi</Trans>
            </Button>
          )}
        </Group>
      </Group>
      {list.error && <ProblemAlert problem={readProblem(list.error)} onRetry={() => void list.refetch()} />}
      <RowTable
        rows={rows}
        chosen={chosen}
        fields={fields}
        badFirst={verdict === 'wrong' || verdict === 'doubtful'}
        empty={<Empty verdict={verdict} waiting={list.isPending} />}
        more={list.hasNextPage ? { busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() } : null}
        selection={isOpen ? { chosen: selected, change: setSelected } : null}
        onFix={isOpen ? (field, value) => setFixing({ field, value }) : null}
        onCompare={isOpen ? setComparing : null}
        onAccept={isOpen ? ({ rowNumber }) => void decide.run({ rowNumbers: [rowNumber], recipientId: null }) : null}
      />
      <SubmitBar
        status={
          <Text component="div" c="gray.7">
            <span role="status">
              <Trans>
                Đang hiện {shownText} / {allText} dòng; số dòng là số dòng trong tệp Excel.
              </Trans>
            </span>{' '}
            <Left bad={bad} skipped={counts.skipped} writes={writes} />
          </Text>
        }
      >
        {extra}
        {run.actions.choose.allowed && (
          <Button variant="default" onClick={onBack}>
            <Trans>Ghép lại cột</Trans>
          </Button>
        )}
        {(isOpen || isBusy) && (
          <Button disabled={writes === 0 || isBusy} onClick={onConfirm}>
            <Trans>Tiếp tục với {writesText} dòng</Trans>
          </Button>
        )}
      </SubmitBar>
      {fixing && fixed && (
        <FixValueDialog
          runId={run.id}
          field={fixed}
          value={fixing.value}
          rowCount={
            run.unknownValues.find(({ field, value }) => field === fixing.field && value === fixing.value)?.rowCount
          }
          pending={correct.pending}
          problem={correct.problem}
          onClose={() => setFixing(null)}
          onApply={(to) => void correct.run({ field: fixing.field, from: fixing.value, to })}
        />
      )}
      {comparing && (
        <CompareDialog
          row={comparing}
          fields={fields}
          pending={decide.pending}
          problem={decide.problem}
          onClose={() => setComparing(null)}
          onDecide={(recipientId) => void decide.run({ rowNumbers: [comparing.rowNumber], recipientId })}
        />
      )}
    </Stack>
  );
}

/** A slim line while the rows are judged again; the rows stay where they are. */
function Rechecking({ run: { progress } }: { run: ImportRunView }) {
  const done = formatScaled(progress?.done ?? 0, 0);
  return (
    <Alert role="status" color="blue" variant="outline" p="xs" icon={<Loader size={16} aria-hidden />}>
      <Trans>Đang kiểm tra lại các dòng</Trans>
      {progress?.total ? ` ${done} / ${formatScaled(progress.total, 0)}` : ''}
    </Alert>
  );
}

/** What the last re-check moved, so that a correction is seen to have worked. */
function Moved({ moved }: Pick<ImportRunView, 'moved'>) {
  const { label } = useWords();
  if (!moved || moved.length === 0) return null;
  return (
    <Alert role="status" color="blue" variant="outline" p="xs" icon={<IconRefresh aria-hidden />}>
      <Trans>Đã kiểm tra lại</Trans>:{' '}
      {moved.map(({ verdict, from, to }, index) => (
        <span key={verdict}>
          {index > 0 && ' · '}
          {label(ROW_VERDICT_LABELS[verdict])} {formatScaled(from, 0)} → <strong>{formatScaled(to, 0)}</strong>
        </span>
      ))}
    </Alert>
  );
}

function Left({ bad, skipped, writes }: { bad: number; skipped: number; writes: number }) {
  const out = formatScaled(bad + skipped, 0);
  if (writes === 0)
    return <Trans>Không có dòng nào để ghi: sửa các dòng lỗi ở đây, hoặc sửa trong tệp rồi nhập lại.</Trans>;
  if (bad + skipped === 0) return null;
  return <Trans>{out} dòng lỗi, cần xem lại hoặc bỏ qua sẽ không được ghi.</Trans>;
}

function Empty({ verdict, waiting }: { verdict: string | undefined; waiting: boolean }) {
  if (waiting) return <Trans>Đang tải các dòng</Trans>;
  return verdict ? <Trans>Không còn dòng nào thuộc loại này.</Trans> : <Trans>Tệp không có dòng dữ liệu nào.</Trans>;
}
