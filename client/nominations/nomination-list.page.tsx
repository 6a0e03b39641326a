import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Link, type LoaderFunctionArgs } from 'react-router';
import * as z from 'zod/mini';
import { CareListLink } from '#client/care/care-list-link.tsx';
import { type AppRouter, apiContext, useTRPC } from '#client/core/api.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { loadSession, useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { ExportButton } from '#client/exports/export-picker.tsx';
import { NewNomination } from '#client/nominations/new-nomination.tsx';
import { NominationStatusBadge } from '#client/nominations/nomination-status-badge.tsx';
import { NominationTabs } from '#client/nominations/nomination-tabs.tsx';
import { QuotaLine } from '#client/nominations/quota-line.tsx';
import { currentYear } from '#shared/accounts/current-year.rules.ts';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatDate, formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { NOMINATION_COLUMNS, type NominationColumnId } from '#shared/nominations/nomination-columns.ts';
import { NOMINATIONS_SHOWN, type NominationFilters, nominationStatus } from '#shared/nominations/nominations.schema.ts';
import { RECIPIENT_KIND_LABELS, type RecipientKind } from '#shared/recipients/recipients.schema.ts';

/** `cum` is the cluster-year; without it the one running today. */
const filterSchema = z.object({
  cum: z.optional(clusterYearId),
  status: z.optional(nominationStatus),
  unitId: z.optional(z.string().check(z.maxLength(60))),
});
type Filters = z.output<typeof filterSchema>;

const inputOf = ({ cum, status, unitId }: Filters, fallback: string): NominationFilters =>
  ({ clusterYearId: cum ?? fallback, ...(status && { status }), ...(unitId && { unitId }) }) as NominationFilters;

export async function loader({ url, context }: LoaderFunctionArgs): Promise<null> {
  const api = context.get(apiContext);
  const { clusterYears, today } = await loadSession(api);
  const filters = readFilters(filterSchema, url.searchParams);
  const year = filters.cum ?? currentYear(clusterYears, today)?.id;
  if (year) await api.queryClient.ensureQueryData(api.trpc.nominations.list.queryOptions(inputOf(filters, year)));
  return null;
}

/** Hồ sơ đề nghị of one cluster-year, by state, with the allotment against what was put forward. */
export function Component() {
  const { t } = useLingui();
  const { clusterYear } = useSession();
  if (clusterYear === undefined) {
    return (
      <>
        <PageHeader title={t`Hồ sơ đề nghị`} />
        <Text>
          <Trans>
            Đơn vị của bạn chưa thuộc cụm, khối thi đua nào. Quản trị hệ thống thêm đơn vị vào cụm để bắt đầu.
          </Trans>
        </Text>
      </>
    );
  }
  return <List fallback={clusterYear.id} />;
}

function List({ fallback }: { fallback: string }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { account, can, clusterYears } = useSession();
  const trpc = useTRPC();
  const [filters, change] = useUrlFilters(filterSchema);
  const input = inputOf(filters, fallback);
  const { data } = useSuspenseQuery(trpc.nominations.list.queryOptions(input));
  const { year, rows, counts, quota } = data;
  const columns = NOMINATION_COLUMNS.map((column) => ({
    ...CELLS[column.id],
    id: column.id,
    head: label(column.label),
  }));
  const { clusterName } = year;
  const yearText = String(year.year);
  const due = year.closesOn && formatDate(year.closesOn);

  const shownText = formatScaled(NOMINATIONS_SHOWN, 0);

  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Hồ sơ đề nghị`}
        about={
          <>
            <Trans>
              {clusterName}, năm thi đua {yearText}
            </Trans>
            {due && <Trans> · Hạn gửi hồ sơ {due}</Trans>}
            {year.dueNote && ` (${year.dueNote})`}
          </>
        }
        actions={
          <>
            <ExportButton of={{ list: 'nominations', filters: input }} columns={NOMINATION_COLUMNS} />
            {can('nominations.create') && <NewNomination clusterYearId={input.clusterYearId} />}
          </>
        }
      />
      <CareListLink clusterYearId={input.clusterYearId} />
      <QuotaLine allotment={data.allotment} quota={quota} unitId={account.unitId} />
      <Group justify="space-between" align="flex-end">
        <NominationTabs counts={counts} current={filters.status} onChoose={(status) => change({ status })} />
        <Group gap="xs">
          {clusterYears.length > 1 && (
            <NativeSelect
              aria-label={t`Năm thi đua`}
              value={input.clusterYearId}
              onChange={(event) => change({ cum: event.currentTarget.value, status: undefined, unitId: undefined })}
              data={clusterYears.map((one) => ({ value: one.id, label: t`Năm ${one.year} · ${one.clusterName}` }))}
              maw={320}
            />
          )}
          <NativeSelect
            aria-label={t`Đơn vị đề nghị`}
            value={filters.unitId ?? ''}
            onChange={(event) => change({ unitId: event.currentTarget.value })}
            data={[{ value: '', label: t`Mọi đơn vị` }, ...unitsOf(quota, filters.unitId)]}
          />
        </Group>
      </Group>
      <DataTable
        caption={t`Hồ sơ đề nghị khen thưởng`}
        rows={rows}
        rowKey={({ id }) => id}
        minWidth={900}
        empty={
          filters.status || filters.unitId ? (
            <Trans>Không có hồ sơ nào theo bộ lọc này. Chọn “Tất cả” hoặc “Mọi đơn vị” để xem thêm.</Trans>
          ) : can('nominations.create') ? (
            <Trans>Chưa có hồ sơ. Bấm “Đề nghị tập thể” hoặc “Đề nghị cá nhân” để lập hồ sơ đầu tiên.</Trans>
          ) : (
            <Trans>Chưa có đơn vị nào gửi hồ sơ đề nghị trong năm thi đua này.</Trans>
          )
        }
        columns={columns}
      />
      {rows.length >= NOMINATIONS_SHOWN && (
        <Text size="sm" c="gray.7">
          <Trans>
            Danh sách hiện {shownText} hồ sơ gửi gần nhất. Chọn trạng thái hoặc đơn vị để thu hẹp, hoặc xuất Excel để có
            tất cả.
          </Trans>
        </Text>
      )}
    </Stack>
  );
}

type Row = inferRouterOutputs<AppRouter>['nominations']['list']['rows'][number];

/** The columns, with the names they have in an exported file. */
const CELLS: Record<NominationColumnId, Omit<Column<Row>, 'id' | 'head'>> = {
  name: {
    rowHead: true,
    wrap: true,
    cell: ({ id, name }) => (
      <Anchor component={Link} to={paths.nomination.to(id)}>
        {name || <Trans>(chưa nhập tên)</Trans>}
      </Anchor>
    ),
  },
  kind: { width: 84, cell: ({ recipientKind }) => <Kind of={recipientKind} /> },
  unit: { width: 120, cell: ({ unitName }) => unitName },
  place: { width: 190, wrap: true, cell: ({ workplace }) => workplace },
  sent: { width: 140, numeric: true, cell: ({ submittedAt }) => (submittedAt ? formatInstant(submittedAt) : '–') },
  status: { width: 150, cell: ({ status }) => <NominationStatusBadge status={status} /> },
  notes: {
    width: 134,
    wrap: true,
    cell: ({ daysLate, isOverQuota, isDemo }) => (
      <Group gap={4}>
        {isOverQuota && (
          <StatusBadge tone="warn">
            <Trans>Vượt phân bổ</Trans>
          </StatusBadge>
        )}
        {daysLate > 0 && (
          <StatusBadge tone="warn">
            <Trans>Trễ {String(daysLate)} ngày</Trans>
          </StatusBadge>
        )}
        {isDemo === 1 && !isOverQuota && daysLate === 0 && (
          <Text span size="sm" c="gray.7">
            <Trans>dữ liệu minh họa</Trans>
          </Text>
        )}
      </Group>
    ),
  },
};

function Kind({ of }: { of: RecipientKind }) {
  const { label } = useWords();
  return label(RECIPIENT_KIND_LABELS[of]);
}

/** Units that put something forward, and the one of the address even when it did not. */
function unitsOf(quota: readonly { unitId: string; unitName: string }[], chosen: string | undefined) {
  const units = new Map(quota.map(({ unitId, unitName }) => [unitId, unitName]));
  if (chosen && !units.has(chosen)) units.set(chosen, chosen);
  return [...units].map(([value, label]) => ({ value, label }));
}
