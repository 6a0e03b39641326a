import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { Reasons } from '#client/core/reasons.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import type { MergeRow } from '#client/duplicates/duplicate-types.ts';
import { UndoMerge } from '#client/duplicates/undo-merge.tsx';
import { formatInstant } from '#shared/core/dates.ts';

/** Merges, the latest first, each with its undoing or why it cannot be undone. */
export function MergeTable({ rows }: { rows: readonly MergeRow[] }) {
  const { t } = useLingui();
  return (
    <DataTable
      caption={t`Hồ sơ đã ghép`}
      rows={rows}
      rowKey={({ id }) => id}
      minWidth={1080}
      empty={<Trans>Chưa có hồ sơ nào được ghép. Khi ghép, bạn có 30 ngày để hoàn tác tại đây.</Trans>}
      columns={[
        {
          id: 'kept',
          head: <Trans>Hồ sơ được giữ</Trans>,
          rowHead: true,
          wrap: true,
          cell: ({ keptName }) => keptName,
        },
        { id: 'merged', head: <Trans>Hồ sơ được ghép vào</Trans>, wrap: true, cell: ({ mergedName }) => mergedName },
        { id: 'reason', head: <Trans>Lý do</Trans>, wrap: true, cell: ({ reason }) => reason },
        {
          id: 'when',
          head: <Trans>Người ghép, lúc</Trans>,
          width: 190,
          wrap: true,
          cell: ({ mergedByName, mergedAt }) => (
            <>
              {mergedByName ?? '–'}
              <Text size="sm" c="gray.7" className="tabular">
                {formatInstant(mergedAt)}
              </Text>
            </>
          ),
        },
        { id: 'undo', head: <Trans>Hoàn tác</Trans>, width: 300, wrap: true, cell: (row) => <Undo merge={row} /> },
      ]}
    />
  );
}

function Undo({ merge }: { merge: MergeRow }) {
  const until = formatInstant(merge.undoUntil);
  const at = merge.undoneAt && formatInstant(merge.undoneAt);
  const who = merge.undoneByName ?? '–';
  if (at)
    return (
      <Text size="sm">
        <Trans>
          {who} đã hoàn tác lúc {at}.
        </Trans>
      </Text>
    );
  if (!merge.actions.undo.allowed)
    return (
      <Text component="div" size="sm">
        <Reasons reasons={merge.actions.undo.reasons} />
      </Text>
    );
  return (
    <>
      <UndoMerge merge={merge} />
      <Text size="sm" c="gray.7">
        <Trans>Đến hết {until}</Trans>
      </Text>
    </>
  );
}
