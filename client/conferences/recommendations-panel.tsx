import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Member, Recommendation, RecommendationsOfYear, Task } from '#client/conferences/conference-types.ts';
import css from '#client/conferences/conferences.module.css';
import { RecommendationDialog } from '#client/conferences/recommendation-dialog.tsx';
import { RecommendationItem } from '#client/conferences/recommendation-item.tsx';
import { TaskBadge } from '#client/conferences/task-badge.tsx';
import { TaskDialog } from '#client/conferences/task-dialog.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { boardText } from '#shared/conferences/recommendations.text.ts';
import { formatDate } from '#shared/core/dates.ts';

type Open = { kind: 'add' } | { kind: 'edit'; row: Recommendation } | { kind: 'task'; rowId: string; taskId: string };

/** Enough of a recommendation to know its column by; the whole stands below. */
const LONGEST_HEAD = 70;

/** Ý kiến chỉ đạo, đề nghị: recommendation × unit with how far each is, and below what each asks for in full. */
export function RecommendationsPanel({ data }: { data: RecommendationsOfYear }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Open | null>(null);
  const { rows, members, mayWrite, today, conference, clusterYear } = data;
  if (!conference)
    return (
      <Text>
        <Trans>Năm này chưa có Hội nghị. Lập Hội nghị trước, rồi ghi ý kiến chỉ đạo, đề nghị nêu tại đó.</Trans>
      </Text>
    );
  const title = t`Ý kiến chỉ đạo, đề nghị tại Hội nghị ngày ${formatDate(conference.heldOn)}`;
  const shown = members.filter(({ unitId }) => rows.some(({ tasks }) => tasks.some((one) => one.unitId === unitId)));
  const task = open?.kind === 'task' ? taskOf(rows, open.rowId, open.taskId) : undefined;
  const lateCount = rows.flatMap(({ tasks }) => tasks).filter(({ isLate }) => isLate).length;

  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text c="gray.7">
          <Trans>{rows.length} ý kiến</Trans>
          {lateCount > 0 && <Trans> · {lateCount} việc quá hạn</Trans>}
          <Trans> · đến ngày {formatDate(today)}</Trans>
        </Text>
        <Group gap="xs" className="no-print">
          {rows.length > 0 && (
            <CopyButton text={() => boardText(title, rows, today)}>
              <Trans>Sao chép dạng chữ</Trans>
            </CopyButton>
          )}
          {mayWrite && (
            <Button onClick={() => setOpen({ kind: 'add' })}>
              <Trans>Thêm ý kiến</Trans>
            </Button>
          )}
        </Group>
      </Group>
      <DataTable
        caption={t`Tình hình thực hiện của từng đơn vị`}
        rows={rows.length === 0 ? [] : shown}
        rowKey={({ unitId }) => unitId}
        firstNumber={null}
        minWidth={140 + rows.length * 150}
        empty={
          mayWrite ? (
            <Trans>Chưa ghi ý kiến nào. Bấm “Thêm ý kiến” để ghi nội dung, cơ quan chủ trì và thời hạn.</Trans>
          ) : (
            <Trans>Cơ quan thường trực Cụm chưa ghi ý kiến chỉ đạo, đề nghị nào.</Trans>
          )
        }
        columns={[
          {
            id: 'unit',
            head: <Trans>Đơn vị thực hiện</Trans>,
            width: 140,
            rowHead: true,
            cell: ({ name }) => name,
          },
          ...rows.map((row) => ({
            id: row.id,
            head: <ColumnHead row={row} />,
            wrap: true,
            cell: ({ unitId, name }: Member) => {
              const cell = row.tasks.find((one) => one.unitId === unitId);
              if (!cell) return '–';
              return (
                <button
                  type="button"
                  className={css.cell}
                  title={cell.outcome || undefined}
                  onClick={() => setOpen({ kind: 'task', rowId: row.id, taskId: cell.id })}
                >
                  <span className={css.hidden}>{t`Ý kiến số ${row.number}, ${name}:`} </span>
                  <TaskBadge task={cell} />
                </button>
              );
            },
          })),
        ]}
      />
      {rows.length > 0 && (
        <section>
          <Title order={2} mb={4}>
            <Trans>Nội dung chi tiết</Trans>
          </Title>
          {rows.map((row) => (
            <RecommendationItem
              key={row.id}
              row={row}
              conferenceOn={conference.heldOn}
              mayWrite={mayWrite}
              onEdit={() => setOpen({ kind: 'edit', row })}
            />
          ))}
        </section>
      )}
      {(open?.kind === 'add' || open?.kind === 'edit') && (
        <RecommendationDialog
          row={open.kind === 'edit' ? open.row : null}
          data={data}
          conference={conference}
          onClose={() => setOpen(null)}
        />
      )}
      {task && <TaskDialog {...task} today={today} clusterYearId={clusterYear.id} onClose={() => setOpen(null)} />}
    </Stack>
  );
}

/** Which recommendation a column is about, by when, and how many are done. */
function ColumnHead({ row }: { row: Recommendation }) {
  const { number, content, dueOn, doneCount, tasks } = row;
  const due = dueOn && formatDate(dueOn);
  const short = content.length > LONGEST_HEAD ? `${content.slice(0, LONGEST_HEAD - 2).trimEnd()}…` : content;
  const all = tasks.length;
  return (
    <>
      <span title={content}>
        {number}. {short}
      </span>
      <Text span size="sm" c="gray.7" display="block" fw={400} className="tabular">
        {due ? <Trans>Thời hạn {due}</Trans> : <Trans>Không ghi thời hạn</Trans>}
        <br />
        <span>
          <Trans>
            {doneCount}/{all} đơn vị đã hoàn thành
          </Trans>
        </span>
      </Text>
    </>
  );
}

function taskOf(
  rows: readonly Recommendation[],
  rowId: string,
  taskId: string,
): { row: Recommendation; task: Task } | undefined {
  const row = rows.find(({ id }) => id === rowId);
  const task = row?.tasks.find(({ id }) => id === taskId);
  return row && task ? { row, task } : undefined;
}
