import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import * as z from 'zod/mini';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { ExportButton } from '#client/exports/export-picker.tsx';
import { PledgeRuleLink } from '#client/pledges/pledge-rule-link.tsx';
import { Consolidation } from '#client/reports/consolidation.tsx';
import { PeriodSwitch } from '#client/reports/period-switch.tsx';
import { periodFilter } from '#client/reports/report-period.ts';
import { SummaryFigure } from '#client/reports/summary-figure.tsx';
import { UnitViewPicker, unitViewFilter, useUnitsToday } from '#client/units/unit-view-picker.tsx';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';
import { SUMMARY_COLUMNS } from '#shared/reports/summary-columns.ts';

/** So many missing members are named; the rest are counted. */
const NAMED = 12;

const summaryFilters = z.object({ ...periodFilter.shape, ...unitViewFilter.shape });

const inputOf = (clusterYearId: string | undefined, period: ReportPeriod) => ({
  clusterYearId: (clusterYearId ?? '') as ClusterYearId,
  period,
});

export async function loader({ context, params, url }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const { ky } = readFilters(periodFilter, url.searchParams);
  await queryClient.ensureQueryData(trpc.reports.summary.queryOptions(inputOf(params.clusterYearId, ky)));
  return null;
}

/** Biểu tổng hợp: what the cluster achieved, computed from the members' reports and opened to them in one click. */
export function Component() {
  const { t } = useLingui();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const [{ ky, 'xem-theo': view }, change] = useUrlFilters(summaryFilters);
  const { data } = useSuspenseQuery(trpc.reports.summary.queryOptions(inputOf(clusterYearId, ky)));
  const { clusterYear, members, indicators } = data;
  const mapping = useUnitsToday(
    members.map(({ unitId }) => unitId),
    view,
  );
  const headlines = indicators.filter(({ isHeadline }) => isHeadline);
  const others = indicators.filter(({ isHeadline }) => !isHeadline);
  const waiting = members.filter(({ status }) => status === null || status === 'draft' || status === 'supplement');
  const names = waiting
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ');
  const unnamed = Math.max(0, waiting.length - NAMED);
  const figures = (list: typeof indicators) =>
    list.map((indicator) => (
      <SummaryFigure
        key={indicator.id}
        indicator={indicator}
        summary={data}
        clusterYearId={clusterYear.id}
        mapping={mapping}
        view={view}
      />
    ));
  return (
    <Stack gap="xs">
      <PageHeader
        title={t`Biểu tổng hợp năm ${clusterYear.year}`}
        about={clusterYear.clusterName}
        actions={
          <>
            <ExportButton
              of={{ list: 'summary', filters: { ...inputOf(clusterYearId, ky), view } }}
              columns={SUMMARY_COLUMNS}
              disabled={indicators.length === 0}
            />
            <PeriodSwitch period={ky} onChange={(period) => change({ ky: period })} />
          </>
        }
      />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <UnitViewPicker
        of="report"
        view={view}
        sinceOn={mapping?.sinceOn}
        onChange={(next) => change({ 'xem-theo': next === 'khi-khen' ? undefined : next })}
      />
      {view === 'hien-nay' && (
        <Text size="sm">
          <Trans>
            Số của Cụm giữ nguyên theo các đơn vị tại thời điểm báo cáo; số thành phần mở ra theo đơn vị hiện nay.
          </Trans>
        </Text>
      )}
      {clusterYear.isDemo && (
        <Text size="sm" c="gray.7">
          <Trans>Số liệu của từng đơn vị là dữ liệu minh họa.</Trans>
        </Text>
      )}
      {data.pledgeRule ? (
        <PledgeRuleLink clusterYearId={clusterYear.id} />
      ) : (
        <Text size="sm" c="gray.7">
          <Trans>Số giữa năm chưa so với giao ước: kế hoạch là của cả năm, Đạt hay Vượt tính theo báo cáo năm.</Trans>
        </Text>
      )}
      <Consolidation summary={data} />
      {waiting.length > 0 && (
        <Text size="sm">
          {unnamed > 0 ? (
            <Trans>
              Chưa cộng số liệu của: {names} và {unnamed} đơn vị khác (chưa gửi, đang bổ sung hoặc đang mở lại).
            </Trans>
          ) : (
            <Trans>Chưa cộng số liệu của: {names} (chưa gửi, đang bổ sung hoặc đang mở lại).</Trans>
          )}
        </Text>
      )}
      {indicators.length === 0 && (
        <Text>
          <Trans>
            Năm thi đua này chưa giao chỉ tiêu nên chưa có gì để tổng hợp. Cơ quan thường trực Cụm chọn chỉ tiêu ở trang
            “Chỉ tiêu”.
          </Trans>
        </Text>
      )}
      {figures(headlines)}
      {others.length > 0 && (
        <Title order={2} mt="sm">
          <Trans>Các chỉ tiêu khác</Trans>
        </Title>
      )}
      {figures(others)}
    </Stack>
  );
}
