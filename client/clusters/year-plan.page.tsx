import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import type { YearPlan } from '#client/clusters/cluster-types.ts';
import { PlanActions } from '#client/clusters/plan-actions.tsx';
import { PlanContents } from '#client/clusters/plan-contents.tsx';
import { StageActs } from '#client/clusters/stage-acts.tsx';
import { StageTimeline } from '#client/clusters/stage-timeline.tsx';
import { YearDialog } from '#client/clusters/year-dialog.tsx';
import css from '#client/clusters/year-plan.module.css';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { RecordHistory } from '#client/core/record-history.tsx';
import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { StepLine } from '#client/core/step-line.tsx';
import { useWords } from '#client/core/words.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { PHASE_LABELS, PHASES } from '#shared/clusters/stages.rules.ts';
import { YEAR_STATUS_LABELS } from '#shared/clusters/year-draft.rules.ts';
import { formatDate, formatInstant } from '#shared/core/dates.ts';
import { yearInSentence } from '#shared/core/year-title.ts';

const inputOf = (clusterYearId: string | undefined) => ({ clusterYearId: (clusterYearId ?? '') as ClusterYearId });
const TONES: Readonly<Record<YearPlan['year']['status'], Tone>> = {
  draft: 'warn',
  published: 'good',
  archived: 'neutral',
};

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.clusters.yearPlan.queryOptions(inputOf(params.clusterYearId)));
  return null;
}

/** Kế hoạch năm: the steps of the year with today, what may be done by whom, and, for those who prepare it, publishing. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data: plan } = useSuspenseQuery(trpc.clusters.yearPlan.queryOptions(inputOf(clusterYearId)));
  const [editing, setEditing] = useState(false);
  const { year, phase, stages, today } = plan;
  const title = label(yearInSentence(year));
  const at = year.status === 'archived' ? PHASES.length - 1 : phase === null ? -1 : PHASES.indexOf(phase);
  return (
    <Stack gap="md">
      <div>
        <PageHeader
          title={t`Kế hoạch ${title}`}
          about={<About plan={plan} />}
          actions={<PlanActions plan={plan} onEdit={() => setEditing(true)} />}
        />
        {year.status !== 'draft' && <ClusterYearTabs clusterYearId={year.id} />}
      </div>
      <DraftNotes plan={plan} />
      <StepLine
        title={t`Các bước của năm thi đua`}
        steps={PHASES.map((step) => ({ step, word: label(PHASE_LABELS[step]) }))}
        at={at}
        finished={year.status === 'archived'}
      />
      <StageTimeline stages={stages} today={today} mayPlan={plan.mayPrepare && year.status !== 'archived'} />
      {stages.length > 0 && <StageActs plan={plan} />}
      {plan.mayPrepare && year.status === 'published' && plan.actions.archive[0] && (
        <Text size="sm" c="gray.7">
          {plan.actions.archive[0].text}
        </Text>
      )}
      <PlanContents plan={plan} />
      {plan.mayPrepare && (
        <section>
          <h2 className={css.head}>
            <Trans>Lịch sử cập nhật</Trans>
          </h2>
          <RecordHistory subjectKind="cluster-year" subjectId={year.id} />
        </section>
      )}
      {editing && <YearDialog clusterId={year.clusterId} clusterYearId={year.id} onClose={() => setEditing(false)} />}
    </Stack>
  );
}

function About({ plan: { year } }: { plan: YearPlan }) {
  const { label } = useWords();
  const { status, publishedAt, archivedAt, modelYear } = year;
  return (
    <>
      <StatusBadge tone={TONES[status]}>{label(YEAR_STATUS_LABELS[status])}</StatusBadge>{' '}
      <Link to={paths.cluster.to(year.clusterId)}>{year.clusterName}</Link> ·{' '}
      <span className="tabular">
        {formatDate(year.startsOn)} - {formatDate(year.endsOn)}
      </span>{' '}
      · <Trans>Cụm trưởng: {year.chairName}</Trans>
      {modelYear !== null && status === 'draft' && (
        <>
          {' '}
          · <Trans>theo mẫu năm {String(modelYear)}</Trans>
        </>
      )}
      {publishedAt && status === 'published' && (
        <>
          {' '}
          · <Trans>công bố {formatInstant(publishedAt)}</Trans>
        </>
      )}
      {archivedAt && (
        <>
          {' '}
          · <Trans>lưu hồ sơ {formatInstant(archivedAt)}</Trans>
        </>
      )}
    </>
  );
}

/** A draft says that members do not see it, and what to look at before it is published. */
function DraftNotes({ plan: { year, warnings, mayChooseIndicators } }: { plan: YearPlan }) {
  const { t } = useLingui();
  if (year.status !== 'draft') return null;
  return (
    <Stack gap="xs">
      <Alert title={t`Bản dự thảo`}>
        <Text>
          <Trans>
            Thành viên chưa thấy năm này. Kiểm tra các mốc, chỉ tiêu, phong trào rồi công bố; khi đó báo cáo được mở và
            mọi tài khoản của các đơn vị thành viên nhận thông báo.
          </Trans>
        </Text>
        <Group gap="xs" mt={8}>
          {mayChooseIndicators && (
            <Button component={Link} to={paths.yearIndicators.to(year.id)} variant="default" size="xs">
              <Trans>Chọn chỉ tiêu của năm</Trans>
            </Button>
          )}
          <Button component={Link} to={paths.movements.to(year.id)} variant="default" size="xs">
            <Trans>Thêm, bớt phong trào</Trans>
          </Button>
        </Group>
      </Alert>
      {warnings.length > 0 && (
        <Alert
          color="orange"
          title={
            <span className={css.ink}>
              <Trans>Cần xem lại trước khi công bố</Trans>
            </span>
          }
        >
          <List spacing={2}>
            {warnings.map(({ code, text }) => (
              <List.Item key={`${code} ${text}`}>{text}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}
