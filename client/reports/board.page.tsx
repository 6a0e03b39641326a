import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import * as z from 'zod/mini';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { FilterTab } from '#client/core/filter-tab.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { SearchBox } from '#client/core/table/search-box.tsx';
import { useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { ExportButton } from '#client/exports/export-picker.tsx';
import { BoardTable } from '#client/reports/board-table.tsx';
import { PeriodSwitch } from '#client/reports/period-switch.tsx';
import { periodFilter } from '#client/reports/report-period.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatInstant } from '#shared/core/dates.ts';
import { countColumn, isShown, shownRows } from '#shared/reports/board.rules.ts';
import { BOARD_COLUMNS } from '#shared/reports/board-columns.ts';
import { boardText } from '#shared/reports/board-text.ts';
import { BOARD_SHOW_LABELS, BOARD_TEXT } from '#shared/reports/reviewing.labels.ts';
import { boardShow } from '#shared/reports/reviewing.schema.ts';

const RemindDialog = lazy(() => import('#client/reports/remind-dialog.tsx'));

const filters = z.object({
  ...periodFilter.shape,
  xem: z._default(boardShow, 'all'),
  q: z._default(z.string().check(z.maxLength(100)), ''),
});
/** A citizen number is personal: it stands in no address. */
const CITIZEN_NUMBER = /^(\d{9}|\d{12})$/;

const inputOf = (clusterYearId: string | undefined) => ({ clusterYearId: (clusterYearId ?? '') as ClusterYearId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.reviewing.board.queryOptions(inputOf(params.clusterYearId)));
  return null;
}

/** Bảng theo dõi báo cáo: who sent in time, late, not at all; for a cluster of seven provinces or of 150 communes. */
export function Component() {
  const { t } = useLingui();
  const { lang, label, word } = useWords();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const [{ ky, xem, q }, change] = useUrlFilters(filters);
  const { data: board } = useSuspenseQuery(trpc.reviewing.board.queryOptions(inputOf(clusterYearId)));
  const { clusterYear, columns, rows, now } = board;
  const [reminding, setReminding] = useState(false);
  const [refused, setRefused] = useState(false);
  const at = columns.findIndex((one) => one.clusterYearId === clusterYear.id && one.period === ky);
  const shown = useMemo(() => shownRows(rows, at, { show: xem, q }), [rows, at, xem, q]);
  const cells = rows.map((row) => row.cells[at]);
  const ask = useCallback(
    (text: string) => {
      const isSecret = CITIZEN_NUMBER.test(text);
      setRefused(isSecret);
      if (!isSecret) change({ q: text }, { replace: true });
    },
    [change],
  );
  const asOf = formatInstant(now);
  const offered = boardShow.options.map((show) => ({
    show,
    count: cells.filter((cell) => (cell ? isShown(cell, show) : show === 'all')).length,
  }));
  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Bảng theo dõi báo cáo, năm ${clusterYear.year}`}
        about={
          <>
            {clusterYear.clusterName} · <Trans>đến {asOf}</Trans>
          </>
        }
        actions={
          <>
            <CopyButton text={() => boardText({ ...board, rows: shown }, rows, at, lang)}>
              <Trans>Sao chép bảng</Trans>
            </CopyButton>
            <ExportButton
              of={{ list: 'reports', filters: { ...inputOf(clusterYear.id), period: ky, show: xem, q } }}
              columns={BOARD_COLUMNS}
              disabled={shown.length === 0}
            />
            {board.remind.length === 0 && (
              <Button onClick={() => setReminding(true)}>
                <Trans>Gửi đôn đốc</Trans>
              </Button>
            )}
          </>
        }
      />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <Group gap="xs" className="no-print">
        <PeriodSwitch period={ky} onChange={(period) => change({ ky: period })} />
        {offered
          .filter(({ show, count }) => show === 'all' || show === xem || count > 0)
          .map(({ show, count }) => (
            <FilterTab
              key={show}
              isOn={show === xem}
              onChoose={() => change({ xem: show === 'all' ? undefined : show })}
            >
              {label(BOARD_SHOW_LABELS[show])} <span className="tabular">({count})</span>
            </FilterTab>
          ))}
        <SearchBox label={t`Tìm đơn vị`} placeholder={t`Tìm đơn vị`} value={q} onAsk={ask} />
      </Group>
      {refused && (
        <Text size="sm" role="status">
          <Trans>Số căn cước không tìm ở đây và không đưa lên địa chỉ trang; hãy tìm theo tên đơn vị.</Trans>
        </Text>
      )}
      <Text size="sm">{word(BOARD_TEXT, 'counts', countColumn(cells))}</Text>
      {clusterYear.isDemo && (
        <Text size="sm" c="gray.7">
          <Trans>Số liệu của từng đơn vị là dữ liệu minh họa.</Trans>
        </Text>
      )}
      <BoardTable board={board} rows={shown} />
      {reminding && (
        <Suspense>
          <RemindDialog clusterYearId={clusterYear.id} period={ky} onClose={() => setReminding(false)} />
        </Suspense>
      )}
    </Stack>
  );
}
