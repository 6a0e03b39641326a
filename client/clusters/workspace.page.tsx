import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { AboutYear } from '#client/clusters/about-year.tsx';
import css from '#client/clusters/clusters.module.css';
import { LeaderBadge } from '#client/clusters/leader-badge.tsx';
import { matrixText } from '#client/clusters/matrix-text.ts';
import { ProgressMatrix } from '#client/clusters/progress-matrix.tsx';
import { StageTimeline } from '#client/clusters/stage-timeline.tsx';
import { TodayMatrix } from '#client/clusters/today-matrix.tsx';
import type { Workspace } from '#client/clusters/workspace-types.ts';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { useUrlFilters } from '#client/core/url-filters.ts';
import { useWords } from '#client/core/words.ts';
import { UnitViewPicker, unitViewFilter, useUnitsToday } from '#client/units/unit-view-picker.tsx';
import { CHAIR_LABELS, DEPUTY_CHAIR_LABELS } from '#shared/clusters/clusters.labels.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import { yearInSentence } from '#shared/core/year-title.ts';

const inputOf = (clusterYearId: string | undefined) => ({ clusterYearId: (clusterYearId ?? '') as ClusterYearId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.clusters.workspace.queryOptions(inputOf(params.clusterYearId)));
  return null;
}

/** A cluster in one emulation year: who leads it, how far the year is, and what each member has done. */
export function Component() {
  const { lang, label } = useWords();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.clusters.workspace.queryOptions(inputOf(clusterYearId)));
  const { clusterYear, today, matrix } = data;
  const [{ 'xem-theo': view }, change] = useUrlFilters(unitViewFilter);
  const mapping = useUnitsToday(
    matrix.map(({ unitId }) => unitId),
    view,
  );
  const { clusterName } = clusterYear;
  const title = label(yearInSentence(clusterYear));
  return (
    <>
      <PageHeader title={`${clusterName}, ${title}`} about={<Leaders workspace={data} />} />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <div className={css.sectionHead}>
        <h2>
          <Trans>Bảng theo dõi tiến độ</Trans>
        </h2>
        <Text span c="gray.7" className={css.grow}>
          <Trans>đến ngày {formatDate(today)}</Trans>
          {clusterYear.isDemo === 1 && <Trans> · số liệu của từng đơn vị là dữ liệu minh họa</Trans>}
        </Text>
        <span className="no-print">
          <CopyButton text={() => matrixText(data, lang)}>
            <Trans>Sao chép bảng</Trans>
          </CopyButton>
        </span>
      </div>
      <div className={css.switch}>
        <UnitViewPicker
          of="report"
          view={view}
          sinceOn={mapping?.sinceOn}
          onChange={(next) => change({ 'xem-theo': next === 'khi-khen' ? undefined : next })}
        />
      </div>
      {mapping ? <TodayMatrix workspace={data} mapping={mapping} /> : <ProgressMatrix workspace={data} />}
      <div className={css.columns}>
        <StageTimeline stages={data.stages} today={today} />
        <AboutYear workspace={data} />
      </div>
    </>
  );
}

/** Cụm trưởng and Cụm phó of the year, and who leads the cluster today where that is another unit. */
function Leaders({ workspace: { clusterYear, today } }: { workspace: Workspace }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { clusterKind, chairName, chairPerson, deputyChairName } = clusterYear;
  const chair = label(CHAIR_LABELS[clusterKind]);
  const deputy = label(DEPUTY_CHAIR_LABELS[clusterKind]);
  // The source names the chair of 2023 only; who leads the demo's next year is made up and says so.
  const invented = clusterYear.isDemo === 1 && !chairPerson;
  return (
    <>
      {chair}: <strong>{chairName}</strong>
      {chairPerson && ` (${chairPerson})`}
      <LeaderBadge {...clusterYear} today={today} /> · {deputy}: {deputyChairName ?? t`chưa ghi nhận`}
      {invented && <Trans> (minh họa, không có trong nguồn)</Trans>}
    </>
  );
}
