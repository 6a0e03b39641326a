import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import type { HandOver } from '#client/clusters/cluster-types.ts';
import css from '#client/clusters/clusters.module.css';
import { HandOverChecklist } from '#client/clusters/hand-over-checklist.tsx';
import { HandOverDialog } from '#client/clusters/hand-over-dialog.tsx';
import { HandOverPackLink } from '#client/clusters/hand-over-pack-link.tsx';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { ClusterYearTabs } from '#client/core/cluster-year-tabs.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { RecordHistory } from '#client/core/record-history.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { useWords } from '#client/core/words.ts';
import { CHAIR_LABELS, LEAD_STATE_LABELS } from '#shared/clusters/clusters.labels.ts';
import { CLUSTER_REASONS } from '#shared/clusters/clusters.reasons.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { addDays, formatDate } from '#shared/core/dates.ts';

const inputOf = (clusterYearId: string | undefined) => ({ clusterYearId: (clusterYearId ?? '') as ClusterYearId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.clusters.handOver.queryOptions(inputOf(params.clusterYearId)));
  return null;
}

/** Bàn giao nhiệm vụ Cụm trưởng: who leads today, who comes next and when, and what goes over. */
export function Component() {
  const { t } = useLingui();
  const { clusterYearId } = useParams();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.clusters.handOver.queryOptions(inputOf(clusterYearId)));
  const { clusterYear } = data;
  const { label } = useWords();
  const year = String(clusterYear.year);
  return (
    <Stack gap="sm">
      <PageHeader
        title={t`Bàn giao nhiệm vụ ${label(CHAIR_LABELS[clusterYear.clusterKind])}, năm thi đua ${year}`}
        about={clusterYear.clusterName}
        actions={data.mayPack && <HandOverPackLink clusterYearId={clusterYear.id} />}
      />
      <ClusterYearTabs clusterYearId={clusterYear.id} />
      <WhoLeads handOver={data} />
      <HandOverChecklist handOver={data} />
      <section>
        <Title order={2} mb={6}>
          <Trans>Lịch sử cập nhật</Trans>
        </Title>
        <RecordHistory subjectKind="cluster-year" subjectId={clusterYear.id} />
      </section>
    </Stack>
  );
}

function WhoLeads({ handOver }: { handOver: HandOver }) {
  const { label, word } = useWords();
  const [setting, setSetting] = useState(false);
  const { clusterYear, leader, next, state, setReasons } = handOver;
  const { handOverOn, handOverNote } = clusterYear;
  const nextYear = String(next?.year ?? clusterYear.year + 1);
  const [why] = setReasons;
  return (
    <section className={css.panel}>
      <dl className={css.facts}>
        <div>
          <dt>
            <Trans>Hôm nay phụ trách Cụm</Trans>
          </dt>
          <dd>
            <strong>{leader.unitName}</strong> ({leader.standingOffice})
            {leader.until && <Trans>, đến hết ngày {formatDate(addDays(leader.until, -1))}</Trans>}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Cụm trưởng của năm này</Trans>
          </dt>
          <dd>
            {clusterYear.chairName}{' '}
            <StatusBadge tone={state === 'leading' ? 'good' : state === 'ahead' ? 'info' : 'neutral'}>
              {label(LEAD_STATE_LABELS[state])}
            </StatusBadge>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Đơn vị nhận bàn giao (Cụm trưởng năm {nextYear})</Trans>
          </dt>
          <dd>
            {next ? (
              <>
                <Link to={paths.handOver.to(next.clusterYearId)}>{next.chairName}</Link> ({next.standingOffice})
                {next.deputyChairName && <Trans>, Cụm phó: {next.deputyChairName}</Trans>}
              </>
            ) : (
              <Trans>
                Chưa có năm thi đua {nextYear}. Cơ quan tổ chức hoặc Cụm trưởng mở năm {nextYear}, chọn Cụm trưởng mới ở{' '}
                <Link to={paths.cluster.to(clusterYear.clusterId)}>trang của Cụm</Link>.
              </Trans>
            )}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Ngày bàn giao</Trans>
          </dt>
          <dd className="tabular">
            {handOverOn ? formatDate(handOverOn) : <Trans>Chưa ghi</Trans>}
            {handOverNote && <Text c="gray.7">{handOverNote}</Text>}
          </dd>
        </div>
      </dl>
      {state === 'handed-over' && handOverOn && (
        <Alert color="gray" mb="sm">
          <Trans>
            {clusterYear.chairName} đã bàn giao ngày {formatDate(handOverOn)}: vẫn xem được mọi nội dung, không tiếp
            nhận, thẩm định hay lập quyết định nữa.
          </Trans>
        </Alert>
      )}
      <Group gap="xs" className="no-print">
        <Button disabled={why !== undefined} onClick={() => setSetting(true)}>
          {handOverOn ? <Trans>Đổi ngày bàn giao</Trans> : <Trans>Ghi ngày bàn giao</Trans>}
        </Button>
        {why && (
          <Text size="sm" c="gray.7">
            {word(CLUSTER_REASONS, why.code, why.facts)}
          </Text>
        )}
      </Group>
      {setting && next && <HandOverDialog handOver={handOver} next={next} onClose={() => setSetting(false)} />}
    </section>
  );
}
