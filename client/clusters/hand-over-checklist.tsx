import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { HandOver } from '#client/clusters/cluster-types.ts';
import css from '#client/clusters/clusters.module.css';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { PLEDGE_STATUS_LABELS } from '#shared/pledges/pledges.schema.ts';

type Line = { id: string; what: ReactNode; state: ReactNode; to: string | null };

/** What goes over with the cluster, each with its count and the page it stands on. */
export function HandOverChecklist({ handOver }: { handOver: HandOver }) {
  const { t } = useLingui();
  return (
    <section>
      <div className={css.sectionHead}>
        <h2>
          <Trans>Nội dung bàn giao</Trans>
        </h2>
      </div>
      <DataTable
        caption={t`Nội dung bàn giao`}
        rows={useLines(handOver)}
        rowKey={({ id }) => id}
        minWidth={640}
        empty={<Trans>Chưa có nội dung bàn giao.</Trans>}
        columns={[
          {
            id: 'what',
            head: <Trans>Nội dung</Trans>,
            rowHead: true,
            cell: ({ what, to }) => (to ? <Link to={to}>{what}</Link> : what),
          },
          { id: 'state', head: <Trans>Hiện trạng</Trans>, width: '55%', wrap: true, cell: ({ state }) => state },
        ]}
      />
    </section>
  );
}

function useLines({ clusterYear, leader, checklist }: HandOver): Line[] {
  const { can } = useSession();
  const { label } = useWords();
  const { t } = useLingui();
  const year = leader.clusterYearId;
  const { memberCount, indicatorCount, reportCount, nominationCount, decisionCount, recommendationCount } = checklist;
  const { documentCount, pledges } = checklist;
  return [
    {
      id: 'members',
      what: <Trans>Danh sách đơn vị thành viên</Trans>,
      state: <Trans>{memberCount} đơn vị</Trans>,
      to: paths.cluster.to(clusterYear.clusterId),
    },
    {
      id: 'indicators',
      what: <Trans>Chỉ tiêu, biểu tổng hợp</Trans>,
      state: <Trans>{indicatorCount} chỉ tiêu của năm đang phụ trách</Trans>,
      to: paths.summary.to(year),
    },
    {
      id: 'reports',
      what: <Trans>Báo cáo chưa tiếp nhận</Trans>,
      state: open(reportCount, <Trans>{reportCount} báo cáo chưa gửi, chờ tiếp nhận hoặc chờ bổ sung</Trans>),
      to: paths.reports.to(year),
    },
    {
      id: 'nominations',
      what: <Trans>Hồ sơ đề nghị chưa có quyết định</Trans>,
      state: open(nominationCount, <Trans>{nominationCount} hồ sơ</Trans>),
      to: can('nominations.list') ? `${paths.nominations.to()}?cum=${year}` : null,
    },
    {
      id: 'decisions',
      what: <Trans>Quyết định chưa ban hành</Trans>,
      state: open(
        decisionCount,
        <Trans>{decisionCount} dự thảo; cơ quan đã lập tiếp tục hoàn thành sau ngày bàn giao</Trans>,
      ),
      to: can('decisions.list') ? paths.decisions.to() : null,
    },
    {
      id: 'recommendations',
      what: <Trans>Ý kiến chỉ đạo, đề nghị chưa hoàn thành</Trans>,
      state: open(recommendationCount, <Trans>{recommendationCount} ý kiến</Trans>),
      to: paths.recommendations.to(year),
    },
    ...pledges.map((pledge) => {
      const ofYear = String(pledge.year);
      const status = label(PLEDGE_STATUS_LABELS[pledge.status]);
      return {
        id: `pledge ${pledge.clusterYearId}`,
        what: t`Giao ước thi đua năm ${ofYear}`,
        state: (
          <Trans>
            {status}, {pledge.signedCount} chữ ký
          </Trans>
        ),
        to: paths.pledges.to(pledge.clusterYearId),
      };
    }),
    {
      id: 'documents',
      what: <Trans>Quy chế, kế hoạch</Trans>,
      state: documentCount > 0 ? <Trans>{documentCount} tài liệu</Trans> : <Trans>Chưa có tài liệu</Trans>,
      to: paths.cluster.to(clusterYear.clusterId),
    },
  ];
}

const open = (count: number, words: ReactNode): ReactNode => (count === 0 ? <Trans>Không còn</Trans> : words);
